"""Planning from end to end in memory: the optional findings meeting, the clock, Ctrl-C, and warnings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from ltsched.domain.availability import Diary
from ltsched.domain.numbers import Setting
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.spans import Spans
from ltsched.domain.timetable import Status
from ltsched.options.expand import expand
from ltsched.solve.plan import plan
from tests.support.agendas import MONDAY, day, hold, person, review, span
from tests.support.reading import customised
from tests.support.solving import values

CAST = (
    person("l1", Role.LEAD_REVIEWER, agency=""),
    person("t1", agency="Council"),
    person("c1", Role.CASE_GROUP, agency="School"),
)
SHORT: Mapping[str, Setting] = {
    "lead-in-weeks": 0,
    "span-weeks": 4,
    "review-team-meetings": 1,
    "joint-meeting-notice-working-days": 0,
    "analysis-to-joint-working-days": 0,
    "draft-report-working-days": 5,
    "comments-working-days": 0,
}
WITHOUT = "findings-meeting is left out"


def focused(numbers: Mapping[str, Setting] | None = None, **more: Any) -> Review:
    """Return a review of one event within a few weeks."""
    return review(CAST, option=customised("focused", {**SHORT, **(numbers or {})}), **more)


AUTO = {"findings-meeting": "auto"}


def test_a_findings_meeting_is_held_where_it_fits() -> None:
    """Two weeks after the event, and nothing is said about leaving it out."""
    result = plan(focused(AUTO))
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    gap = result.timetable.booking("findings-meeting").day - result.timetable.booking("event").day
    assert gap.days >= 14
    assert not any(WITHOUT in text for text in result.timetable.warnings)


def test_a_findings_meeting_that_makes_the_report_late_is_left_out() -> None:
    """The deadline holds without it; the warning says by how much it would have missed it."""
    review = focused(AUTO, deadline=day(10))
    held = plan(focused({"findings-meeting": "yes"}, deadline=day(10)))
    assert held.timetable is not None
    late = values(held.timetable)["late days"]
    result = plan(review)
    assert result.timetable is not None
    assert values(result.timetable)["late days"] == 0
    assert f"{WITHOUT}: with it the report would be {late} working days late" in result.timetable.warnings
    assert "findings-meeting" not in [booking.activity for booking in result.timetable.bookings]


def test_a_findings_meeting_that_is_possible_at_no_time_is_left_out() -> None:
    """Its lead reviewer is away from the third week on; the warning says that there is no time."""
    away = Spans.of(pair for number in range(14, 200) for pair in span(number, "00:00", "23:59"))
    result = plan(focused(AUTO, diaries={"l1": Diary(away)}))
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    assert f"{WITHOUT}: there is no time for it" in result.timetable.warnings


def test_a_findings_meeting_that_must_be_held_is_not_left_out() -> None:
    """With "yes" instead of "auto" the same review is impossible."""
    away = Spans.of(pair for number in range(14, 200) for pair in span(number, "00:00", "23:59"))
    assert plan(focused({"findings-meeting": "yes"}, diaries={"l1": Diary(away)})).status is Status.INFEASIBLE


def test_a_late_report_that_leaving_it_out_does_not_mend() -> None:
    """A deadline that nothing can meet: it is left out where that makes the report less late."""
    result = plan(focused(AUTO, deadline=MONDAY))
    assert result.timetable is not None
    assert "findings-meeting" not in [booking.activity for booking in result.timetable.bookings]
    assert values(result.timetable)["late days"] > 0


def test_no_time_is_unknown() -> None:
    """A time limit of nothing proves nothing."""
    result = plan(focused(), time_limit_seconds=0)
    assert (result.status, result.timetable, result.interrupted) == (Status.UNKNOWN, None, False)


def test_no_time_for_the_other_try_is_unknown_too() -> None:
    """With the findings meeting it is impossible, without it nobody has looked: that is not a proof."""
    away = Spans.of(pair for number in range(14, 200) for pair in span(number, "00:00", "23:59"))
    result = plan(focused(AUTO, diaries={"l1": Diary(away)}), time_limit_seconds=0)
    assert result.status is Status.UNKNOWN


def test_an_open_ended_hold_is_impossible_and_says_so() -> None:
    """It gets no timetable until it gets an end; everything else about it is left unsaid."""
    result = plan(focused(holds=(hold(HoldScope.REVIEW, day(3), None),)))
    assert result.status is Status.INFEASIBLE
    (reason,) = result.reasons
    assert "the hold on the review from 2027-03-04 (a trial) has no end" in reason.text


def test_an_answer_beyond_the_span_is_told() -> None:
    """Everybody is away for the whole span: the meetings come after it, and a warning says by how much."""
    away = Spans.of(pair for number in range(30) for pair in span(number, "00:00", "23:59"))
    result = plan(focused(diaries={"l1": Diary(away)}))
    assert result.timetable is not None
    assert any("beyond the span, which ends before 2027-03-29" in text for text in result.timetable.warnings)


def test_the_notices_of_the_agenda_are_in_the_timetable() -> None:
    """A change without effect is told with the result too, once."""
    made = focused({"joint-meetings": 3})
    result = plan(made)
    assert result.timetable is not None
    assert [str(notice) for notice in expand(made).notices] == list(result.timetable.warnings)


@pytest.mark.parametrize("workers", [1, 2])
def test_the_same_input_gives_the_same_timetable(workers: int) -> None:
    """Bookings, rooms, panels: everything but the time it took."""
    one, other = (plan(focused(AUTO), workers=workers) for _ in range(2))
    assert one.timetable == other.timetable


def test_christmas_and_its_bank_holidays() -> None:
    """A review over the year's end: nothing on a holiday, and milestones in working days across them."""
    off = frozenset({date(2026, 12, 25), date(2026, 12, 28), date(2027, 1, 1)})
    result = plan(focused(commissioned=date(2026, 12, 21), holidays=off))
    assert result.timetable is not None
    assert not off.intersection(booking.day for booking in result.timetable.bookings)
    last = max(booking.day for booking in result.timetable.bookings)
    working = result.agenda.working_days
    assert working.count(last, result.timetable.milestones[0].date) == 5
