"""Numbers about a whole timetable."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.measures import measures
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, booking, conversation, person

PEOPLE = [person(id) for id in ("l1", "t1", "t2", "c1")] + [person("f1", Role.FAMILY)]
ACTIVITIES = [
    activity("meeting:1", minutes=90, must=("l1",), expected=("t1", "t2")),
    conversation("c1", ("l1", "t1")),
    replace(conversation("f1", ("l1", "t1"), off_critical_path=True, minutes=60), kind=Kind.FAMILY_CONVERSATION),
    activity("meeting:2", must=("l1",), expected=("t1", "t2")),
]


def test_measures_of_a_small_timetable() -> None:
    """Each number is worked out by hand."""
    plan = agenda(PEOPLE, ACTIVITIES, span_days=14)
    bookings = [
        booking(plan, "meeting:1", at(1, "10:00"), missing=("t2",)),
        booking(plan, "conversation:f1", at(0, "10:00"), panel=("l1", "t1")),
        booking(plan, "conversation:c1", at(2, "10:00"), panel=("l1", "t1")),
        booking(plan, "meeting:2", at(11, "10:00")),
    ]
    milestones = plan.report_dates.milestones(bookings[-1].day)
    assert measures(plan, bookings, milestones) == {
        "elapsed_weeks": 3.3,  # the final report on day 23
        "first_meeting_to_last_weeks": 1.4,  # day 1 to day 11
        "staff_hours": 17.0,  # 2 × 1.5 h, 2 × 1 h with the family, 3 × 2 h and 3 × 2 h
        "bookings": 4,
        "attendance_share": 0.875,  # seven of the eight invited
        "conversations": 1,
        "days_beyond_span": 0,
    }


@pytest.mark.parametrize(("number", "beyond"), [(11, 0), (14, 1), (15, 2), (21, 6)])
def test_days_beyond_the_span(number: int, beyond: int) -> None:
    """The first day after the span (a Monday) is one working day beyond it."""
    plan = agenda(PEOPLE, ACTIVITIES[3:], span_days=14)
    bookings = [booking(plan, "meeting:2", at(number, "10:00"))]
    assert measures(plan, bookings, ())["days_beyond_span"] == beyond


def test_a_findings_meeting_is_not_beyond_the_span() -> None:
    """It comes after the span by its nature."""
    plan = agenda(PEOPLE, [ACTIVITIES[3], activity("findings", kind=Kind.FINDINGS_MEETING, must=("l1",))], span_days=14)
    bookings = [booking(plan, "meeting:2", at(11, "10:00")), booking(plan, "findings", at(28, "10:00"))]
    assert measures(plan, bookings, ())["days_beyond_span"] == 0


def test_nothing_booked_measures_nothing() -> None:
    """No division by zero."""
    assert measures(agenda(PEOPLE, []), [], ()) == {
        "elapsed_weeks": 0.0,
        "first_meeting_to_last_weeks": 0.0,
        "staff_hours": 0.0,
        "bookings": 0,
        "attendance_share": 1.0,
        "conversations": 0,
        "days_beyond_span": 0,
    }
