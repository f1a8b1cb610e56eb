"""The first stages as the model counts them: late days, missed attendance, if-needed time, the final report."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.people import Role
from ltsched.domain.review import StageSettings
from ltsched.domain.rules import Precedence
from tests.support.agendas import activity, agenda, at, conversation, day, person, span
from tests.support.solving import does_not_fit, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))
C1 = person("c1", Role.CASE_GROUP, agency="school")


@pytest.mark.parametrize(("deadline", "late"), [(12, 0), (11, 0), (10, 1), (4, 5)])
def test_late_days_count_from_the_deadline(deadline: int, late: int) -> None:
    """The meeting on Tuesday gives the final report on Friday of the next week: eight working days later."""
    meeting = activity("a", must=("l1",), first=day(1))
    found = fits(agenda([L1], [meeting], deadline=day(deadline), days=10))
    assert found.milestones[2].date == day(11)
    assert values(found)["late days"] == late


def test_leave_of_the_lead_reviewers_moves_the_report() -> None:
    """Two days of leave after the meeting: the report, and the late days, move by two working days."""
    meeting = activity("a", must=("l1",), first=day(1))
    found = fits(agenda([L1], [meeting], deadline=day(11), leave=[day(3), day(4)], days=10))
    assert values(found)["late days"] == 2


def test_attendance_is_worth_more_than_an_early_end() -> None:
    """On the first days one or two are away; on the third all are there, and the meeting is then."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2"))
    busy = {"t1": span(0, "09:00", "17:00") | span(1, "09:00", "17:00"), "t2": span(0, "09:00", "17:00")}
    found = fits(agenda([L1, T1, T2], [meeting], busy=busy, days=5))
    assert found.booking("a").day == day(2)
    assert values(found)["missed attendance"] == 0


def test_a_deadline_is_worth_more_than_attendance() -> None:
    """If the third day makes the report late, one is missed on the second."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2"))
    busy = {"t1": span(0, "09:00", "17:00") | span(1, "09:00", "17:00"), "t2": span(0, "09:00", "17:00")}
    found = fits(agenda([L1, T1, T2], [meeting], busy=busy, deadline=day(11), days=5))
    assert found.booking("a").day == day(1)
    assert found.booking("a").missing == ("t1",)


def test_the_order_of_the_stages_can_be_changed() -> None:
    """With the end before attendance the meeting is on the first day; with a tolerance of one, it is too."""
    meeting = activity("a", must=("l1",), expected=("t1",))
    busy = {"t1": span(0, "09:00", "17:00")}
    for stages in (
        StageSettings(order=("finish",)),
        StageSettings(tolerances={"missed-attendance": 1}),
    ):
        found = fits(agenda([L1, T1], [meeting], busy=busy, stages=stages, days=5))
        assert found.booking("a").day == day(0)
        assert values(found)["missed attendance"] == 1
    assert fits(agenda([L1, T1], [meeting], busy=busy, days=5)).booking("a").day == day(1)


def test_time_given_if_needed_is_avoided() -> None:
    """The first day would do, but somebody would rather not: the second is taken; if that is busy, the first is."""
    meeting = activity("a", must=("l1",), expected=("t1",))
    reluctant = {"t1": span(0, "09:00", "17:00")}
    found = fits(agenda([L1, T1], [meeting], if_needed=reluctant, days=5))
    assert (found.booking("a").day, values(found)["if-needed"]) == (day(1), 0)
    found = fits(agenda([L1, T1], [meeting], if_needed=reluctant, days=1))
    assert (found.booking("a").missing, values(found)["if-needed"]) == ((), 1)


def test_a_panel_that_is_glad_is_chosen() -> None:
    """Of two who could hold it, the one who gives the time gladly does."""
    talk = conversation("c1", ["l1", "t1", "t2"], leads=["l1"])
    found = fits(agenda([L1, T1, T2, C1], [talk], if_needed={"t1": span(0, "09:00", "17:00")}, days=1))
    assert found.bookings[0].panel == ("l1", "t2")
    assert values(found)["if-needed"] == 0


def test_a_booking_counts_once_however_many_are_reluctant() -> None:
    """Two who give the hour only if needed are one booking."""
    meeting = activity("a", must=("l1", "l2"))
    reluctant = {id: span(0, "09:00", "17:00") for id in ("l1", "l2")}
    assert values(fits(agenda([L1, L2], [meeting], if_needed=reluctant, days=1)))["if-needed"] == 1


def test_what_is_off_the_critical_path_does_not_move_the_report() -> None:
    """The family is heard later than the last meeting: the report follows from the meeting."""
    family = conversation("c1", ["l2", "t1"], off_critical_path=True, first=day(4))
    meeting = activity("a", must=("l1",))
    found = fits(agenda([L1, L2, T1, C1], [meeting, family], days=8))
    assert found.booking("conversation:c1").day >= day(4)
    assert values(found)["finish"] == 8


@pytest.mark.parametrize(("first", "possible"), [(10, True), (11, False)])
def test_the_family_is_heard_before_the_final_report(first: int, possible: bool) -> None:
    """A meeting on Monday gives the report on Thursday of the next week: the last day for the family."""
    family = conversation("c1", ["l2", "t1"], off_critical_path=True, first=day(first))
    meeting = activity("a", must=("l1",), end=day(1))
    plan = agenda([L1, L2, T1, C1], [meeting, family], days=20)
    assert fits(plan) if possible else does_not_fit(plan)


def test_a_review_of_nothing_but_the_family() -> None:
    """Where everything is off the critical path, the report follows from the last of it."""
    family = conversation("c1", ["l1", "t1"], off_critical_path=True)
    assert values(fits(agenda([L1, T1, C1], [family], days=3)))["finish"] == 8


def test_the_last_meeting_may_be_one_of_several() -> None:
    """Two that nothing ties together: the later one decides, conversation or meeting."""
    talk = conversation("c1", ["l1", "t1"], first=day(3))
    meeting = activity("a", must=("l2",))
    assert values(fits(agenda([L1, L2, T1, C1], [talk, meeting], days=8)))["finish"] == 3 + 8
    rule = Precedence(talk.id, "a", 2)
    assert values(fits(agenda([L1, L2, T1, C1], [talk, meeting], precedences=[rule], days=9)))["finish"] == 5 + 8


def test_who_may_be_elsewhere_is_reluctant_only_where_they_come() -> None:
    """Somebody expected at two meetings of one hour goes to the one; their wish counts at that one alone."""
    both = [activity(id, must=(lead,), expected=("t1",)) for id, lead in (("a", "l1"), ("b", "l2"))]
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    found = fits(agenda([L1, L2, T1], both, busy=busy, if_needed={"t1": span(0, "09:00", "10:00")}, days=1))
    assert values(found)["missed attendance"] == 1
    assert values(found)["if-needed"] == 1


def test_the_day_on_which_the_clocks_change() -> None:
    """On Sunday 28 March 2027 the hour from one to two is missing: who works until three has an hour on either side."""
    night = replace(L1, works=type(L1.works)(((6, 0, 180),)))
    hour = activity("a", must=("l1",), minutes=60, first=day(27), end=day(28))
    booked = fits(agenda([night], [hour], days=28)).booking("a")
    assert (booked.start, booked.end) in ((at(27, "00:00"), at(27, "01:00")), (at(27, "02:00"), at(27, "03:00")))
    does_not_fit(agenda([night], [replace(hour, minutes=135)], days=28))


def test_the_wall_clock_holds_after_the_change() -> None:
    """On the Monday after, nine o'clock is summer time, and the working day is as long as ever."""
    whole_day = activity("a", must=("l1",), minutes=480, first=day(28))
    booked = fits(agenda([L1], [whole_day], days=29)).booking("a")
    assert (booked.start, booked.end) == (at(28, "09:00"), at(28, "17:00"))
    assert str(booked.start.utcoffset()) == "1:00:00"
