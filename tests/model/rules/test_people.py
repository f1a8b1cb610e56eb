"""Who must come, who may come, and who holds what: each rule at its smallest, and at its edge."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.activities import Panel
from ltsched.domain.people import Role
from ltsched.domain.spans import Spans
from ltsched.model.rules.diary import busy_runs
from tests.support.agendas import activity, agenda, at, conversation, day, person, span
from tests.support.solving import does_not_fit, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))
C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))
ONE_DAY: dict[str, Any] = {"days": 1}


def test_who_must_come_is_free() -> None:
    """Of a day on which one is free in the morning and the other from eleven on, eleven to twelve is left."""
    busy = {"l1": span(0, "12:00", "17:00"), "t1": span(0, "09:00", "11:00")}
    found = fits(agenda([L1, T1], [activity("a", minutes=60, must=("l1", "t1"))], busy=busy, **ONE_DAY))
    assert found.booking("a").start == at(0, "11:00")


def test_who_must_come_leaves_no_time() -> None:
    """With a minute less there is no hour for both: impossible, and their diaries are named."""
    busy = {"l1": span(0, "11:59", "17:00"), "t1": span(0, "09:00", "11:00")}
    (reason,) = does_not_fit(agenda([L1, T1], [activity("a", minutes=60, must=("l1", "t1"))], busy=busy, **ONE_DAY))
    assert "a has no time: the diaries of l1 and t1 leave no 60 minutes" in reason


def test_nobody_is_in_two_places() -> None:
    """Two meetings of four hours fill an eight-hour day, one after the other; at any other cut they do not fit."""
    two = [activity(id, minutes=240, must=("l1",)) for id in ("a", "b")]
    found = fits(agenda([L1], two, **ONE_DAY))
    assert {booking.start for booking in found.bookings} == {at(0, "09:00"), at(0, "13:00")}
    longer = [two[0], replace(two[1], minutes=255)]
    does_not_fit(agenda([L1], longer, **ONE_DAY))


def test_somebody_expected_twice_at_a_time_misses_one() -> None:
    """Two meetings that can only be at once share a guest: one is missed, and that is the proven best."""
    both = [activity(id, must=(lead,), expected=("t1",)) for id, lead in (("a", "l1"), ("b", "l2"))]
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    found = fits(agenda([L1, L2, T1], both, busy=busy, **ONE_DAY))
    assert sorted(len(booking.missing) for booking in found.bookings) == [0, 1]
    assert values(found)["missed attendance"] == 1


def test_a_quorum_counts_each_guest_once() -> None:
    """If both meetings need the guest who can only be at one, nothing fits; an hour more for one lead, and it does."""
    both = [activity(id, must=(lead,), expected=("t1",), quorum=2) for id, lead in (("a", "l1"), ("b", "l2"))]
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    does_not_fit(agenda([L1, L2, T1], both, busy=busy, **ONE_DAY))
    busy["l2"] = span(0, "13:00", "17:00")
    found = fits(agenda([L1, L2, T1], both, busy=busy, **ONE_DAY))
    assert found.booking("b").start == at(0, "11:00")


def test_a_quorum_that_is_exactly_reached_is_enough() -> None:
    """Three of four are free together on one afternoon alone; a quorum of three takes it, and names the fourth."""
    meeting = activity("a", minutes=240, must=("l1",), expected=("t1", "t2", "t3"), quorum=3)
    busy = {"t1": span(0, "09:00", "13:00"), "t2": span(0, "13:00", "17:00"), "t3": span(0, "10:00", "12:00")}
    found = fits(agenda([L1, T1, T2, T3], [meeting], busy=busy, **ONE_DAY))
    assert found.booking("a").start == at(0, "13:00")
    assert found.booking("a").missing == ("t2",)


def test_a_quorum_one_short_is_impossible() -> None:
    """The same people and a quorum of four: the reason gives the count."""
    meeting = activity("a", minutes=240, must=("l1",), expected=("t1", "t2", "t3"), quorum=4)
    busy = {"t1": span(0, "09:00", "13:00"), "t2": span(0, "13:00", "17:00"), "t3": span(0, "10:00", "12:00")}
    (reason,) = does_not_fit(agenda([L1, T1, T2, T3], [meeting], busy=busy, **ONE_DAY))
    assert "its quorum is 4 of 4, and at most 3 are free together" in reason


def test_a_quorum_of_sure_and_unsure_guests() -> None:
    """Guests who may hold a conversation meanwhile count only if they do not: the conversation gives way."""
    people = [L1, L2, T1, T2, C1]
    talk = conversation("c1", ["l2", "t1"], leads=["l2"], gap_minutes=0)
    meeting = activity("a", must=("l1",), expected=("t1", "t2"), quorum=3)
    # The meeting can only be at nine; so could the conversation, but for the quorum.
    busy = {"l1": span(0, "11:00", "17:00"), "l2": span(0, "13:00", "17:00")}
    found = fits(agenda(people, [talk, meeting], busy=busy, **ONE_DAY))
    assert found.booking("a").missing == ()
    assert found.booking("conversation:c1").start == at(0, "11:00")
    busy["l2"] = span(0, "11:00", "17:00")
    does_not_fit(agenda(people, [talk, meeting], busy=busy, **ONE_DAY))
    relaxed = replace(meeting, quorum=2)
    assert fits(agenda(people, [talk, relaxed], busy=busy, **ONE_DAY)).booking("a").missing == ("t1",)


@pytest.mark.parametrize("gap_minutes", [0, 30, 60])
def test_the_gap_after_a_conversation_is_kept(gap_minutes: int) -> None:
    """The same two hold both conversations of a day: the second starts no sooner than the gap allows."""
    talks = [conversation(id, ["l1", "t1"], gap_minutes=gap_minutes) for id in ("c1", "c2")]
    found = fits(agenda([L1, T1, C1, C2], talks, **ONE_DAY))
    first, second = found.bookings
    assert (second.start - first.end).total_seconds() >= 60 * gap_minutes


@pytest.mark.parametrize(("until", "possible"), [("13:30", True), ("13:29", False)])
def test_the_gap_decides_whether_two_fit(until: str, possible: bool) -> None:
    """Two hours, half an hour, two hours: nine to half past one is enough; a minute less is not."""
    talks = [conversation(id, ["l1", "t1"]) for id in ("c1", "c2")]
    plan = agenda([L1, T1, C1, C2], talks, busy={"l1": span(0, until, "17:00")}, **ONE_DAY)
    assert fits(plan) if possible else does_not_fit(plan)


def test_the_gap_may_lie_in_other_time_and_after_hours() -> None:
    """The gap is free of this review's bookings, and of nothing else: a court hearing may fill it."""
    talks = [conversation(id, ["l1", "t1"]) for id in ("c1", "c2")]
    busy = {"l1": span(0, "11:00", "11:30") | span(0, "13:30", "17:00")}
    found = fits(agenda([L1, T1, C1, C2], talks, busy=busy, **ONE_DAY))
    assert [booking.start for booking in found.bookings] == [at(0, "09:00"), at(0, "11:30")]


def test_the_gap_of_the_evening_does_not_reach_the_morning() -> None:
    """A conversation that ends with the day leaves the next morning alone."""
    talks = [conversation(id, ["l1", "t1"], gap_minutes=480) for id in ("c1", "c2")]
    late = {"c1": span(0, "09:00", "15:00") | span(1, "00:00", "23:59"), "c2": span(0, "00:00", "23:59")}
    found = fits(agenda([L1, T1, C1, C2], talks, busy=late, days=2))
    assert [booking.start.date() for booking in found.bookings] == [day(0), day(1)]


def test_a_meeting_keeps_out_of_the_gap_too() -> None:
    """A meeting of somebody who has just held a conversation waits for the end of the gap."""
    talk = conversation("c1", ["l1", "t1"])
    busy = {"c1": span(0, "11:00", "17:00"), "l1": span(0, "13:00", "17:00")}
    does_not_fit(agenda([L1, T1, C1], [talk, activity("a", must=("l1",))], busy=busy, **ONE_DAY))
    shorter = activity("a", minutes=90, must=("l1",))
    assert fits(agenda([L1, T1, C1], [talk, shorter], busy=busy, **ONE_DAY)).booking("a").start == at(0, "11:30")


def test_a_panel_has_its_size() -> None:
    """Two of three are chosen; of a pool of one, none can be."""
    found = fits(agenda([L1, T1, T2, C1], [conversation("c1", ["l1", "t1", "t2"])], **ONE_DAY))
    assert len(found.booking("conversation:c1").panel) == 2
    (reason,) = does_not_fit(agenda([L1, C1], [conversation("c1", ["l1"])], **ONE_DAY))
    assert "it takes 2 reviewers and only l1 may hold it" in reason


def test_a_panel_has_its_lead_reviewer() -> None:
    """The lead reviewer is free in the afternoon alone: the conversation waits; if never, it is impossible."""
    talk = conversation("c1", ["l1", "t1", "t2"], leads=["l1"])
    people = [L1, T1, T2, C1]
    found = fits(agenda(people, [talk], busy={"l1": span(0, "09:00", "14:00")}, **ONE_DAY))
    assert "l1" in found.booking("conversation:c1").panel
    (reason,) = does_not_fit(agenda(people, [talk], busy={"l1": span(0, "09:00", "15:15")}, **ONE_DAY))
    assert "1 of them a lead reviewer" in reason


def test_a_panel_of_people_apart() -> None:
    """Two auditors of one agency may not share a file; with a third of another agency it fits."""
    apart = (frozenset({"t1", "t2"}),)
    audit = activity("audit:f1", panel=Panel(("t1", "t2"), 2, apart=apart))
    (reason,) = does_not_fit(agenda([T1, T2], [audit], **ONE_DAY))
    assert "of different agencies, and there are none among t1, t2" in reason
    wider = replace(audit, panel=Panel(("t1", "t2", "t3"), 2, apart=apart))
    assert "t3" in fits(agenda([T1, T2, T3], [wider], **ONE_DAY)).booking("audit:f1").panel


def test_a_panel_of_three_is_exact_too() -> None:
    """Larger panels are only counted beforehand; the model still finds the one hour that all three share."""
    busy = {"t1": span(0, "09:00", "12:00"), "t2": span(0, "13:00", "17:00"), "t3": span(0, "09:00", "10:00")}
    talk = activity("a", minutes=60, panel=Panel(("t1", "t2", "t3"), 3))
    found = fits(agenda([T1, T2, T3], [talk], busy=busy, **ONE_DAY))
    assert found.booking("a").start == at(0, "12:00")
    less = busy | {"t3": span(0, "09:00", "10:00") | span(0, "12:30", "13:00")}
    does_not_fit(agenda([T1, T2, T3], [talk], busy=less, **ONE_DAY))


def test_the_diary_of_whoever_holds_it_counts() -> None:
    """Both reviewers are free now and then, and together for exactly two hours."""
    talk = conversation("c1", ["l1", "t1"])
    busy = {"l1": span(0, "09:00", "13:00"), "t1": span(0, "15:00", "17:00")}
    assert fits(agenda([L1, T1, C1], [talk], busy=busy, **ONE_DAY)).bookings[0].start == at(0, "13:00")
    does_not_fit(agenda([L1, T1, C1], [talk], busy=busy | {"t1": span(0, "14:59", "17:00")}, **ONE_DAY))


def test_busy_runs_are_what_is_not_free() -> None:
    """Half-open runs within the window asked for; nothing where all is free."""
    assert busy_runs(0b0110_0110, 0, 8) == [(0, 1), (3, 5), (7, 8)]
    assert busy_runs(0b1111, 0, 4) == []
    assert busy_runs(0, 2, 5) == [(2, 5)]


def test_nobody_ever_free() -> None:
    """A whole horizon of leave is impossible, and no crash."""
    never = Spans.of([(0, 10**9)])
    assert does_not_fit(agenda([L1], [activity("a", must=("l1",))], busy={"l1": never}, days=3))
