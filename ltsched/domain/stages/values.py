"""What the stages up to the final report measure, from the bookings alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking

__all__ = [
    "asked_if_needed",
    "evenness",
    "final_report",
    "finish",
    "if_needed",
    "last_meeting",
    "late_days",
    "missed_attendance",
    "missed_twice",
    "shape",
]


def last_meeting(agenda: Agenda, bookings: Sequence[Booking]) -> date:
    """Return the day of the last meeting, from which the milestones follow.

    Bookings off the critical path do not count, unless there are no others. With no bookings at all it is the day of
    commissioning.
    """
    counted = [booking.day for booking in bookings if not agenda.activity(booking.activity).off_critical_path]
    return max(counted or [booking.day for booking in bookings], default=agenda.review.commissioned)


def final_report(agenda: Agenda, bookings: Sequence[Booking]) -> date:
    """Return the day of the final report after the last meeting."""
    return agenda.report_dates.final_report(last_meeting(agenda, bookings))


def late_days(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Return the working days after the deadline up to the final report, its own day counted; 0 without a deadline.

    A deadline on a day that is none is not moved: the next working day is one day late.
    """
    deadline = agenda.review.deadline
    return 0 if deadline is None else agenda.working_days.after(deadline, final_report(agenda, bookings))


def missed_attendance(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the people who are missing, each as often as they are."""
    return sum(len(booking.missing) for booking in bookings)


def missed_twice(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Add up, over each person and each kind of booking, how often they are missing there beyond the first time.

    Formula: ``Σ max(0, missed(person, kind) − 1)``. Of two timetables with as many missing, the one is better in which
    nobody is left out of every joint meeting.
    """
    missed = Counter((person, booking.kind) for booking in bookings for person in booking.missing)
    return sum(count - 1 for count in missed.values())


def if_needed(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the bookings that touch time which somebody who attends would give up only if needed."""
    return sum(any(asked_if_needed(agenda, booking)) for booking in bookings)


def asked_if_needed(agenda: Agenda, booking: Booking) -> Iterator[str]:
    """Yield the ids of those who attend `booking` in time that they would give up only if needed."""
    start, end = minute_before(booking.start), minute_after(booking.end)
    yield from (id for id in booking.attendees if agenda.availability[id].if_needed.touches(start, end))


def shape(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Return the first measure of the shape."""
    return _measures(agenda, bookings)[0]


def evenness(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Return the second measure of a spread; IndexError for a shape that has but one."""
    return _measures(agenda, bookings)[1]


def _measures(agenda: Agenda, bookings: Sequence[Booking]) -> tuple[int, ...]:
    return agenda.shape.measures({booking.activity: booking for booking in bookings}, agenda.working_days)


def finish(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Return the working days from the day of commissioning to the day before the final report."""
    return agenda.working_days.count(agenda.review.commissioned, final_report(agenda, bookings))
