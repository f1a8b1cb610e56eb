"""Measures: numbers that tell a whole timetable at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.report_dates import final_report_of
from ltsched.domain.stages.values import last_meeting
from ltsched.domain.timetable import Booking, Milestone

__all__ = ["measures"]

ONE_DAY = timedelta(days=1)
DAYS_A_WEEK = 7
MINUTES_AN_HOUR = 60


def measures(agenda: Agenda, bookings: Sequence[Booking], milestones: Sequence[Milestone]) -> dict[str, float]:
    """Return numbers about the whole timetable.

    Returns
    -------
    dict
        - ``elapsed_weeks``: from commissioning to the final report, one decimal.
        - ``first_meeting_to_last_weeks``: from the day of the first booking to that of the last one, bookings off the
          critical path left out unless there are no others; one decimal.
        - ``staff_hours``: hours of all bookings times those who attend and are not family, two decimals.
        - ``bookings``, ``conversations``: how many; conversations with the family are not among the latter.
        - ``attendance_share``: how many of the places of those invited are filled (0 to 1), three decimals; 1 where
          nobody is invited. Reviewers who hold a conversation are chosen, not invited.
        - ``days_beyond_span``: working days, from the first day after the span to the last meeting; 0 within it. A
          findings meeting comes after the span and does not count.
    """
    last = last_meeting(agenda, bookings)
    last_in_span = last_meeting(agenda, [booking for booking in bookings if booking.kind is not Kind.FINDINGS_MEETING])
    invited = sum(len(agenda.activity(booking.activity).invited) for booking in bookings)
    missing = sum(len(booking.missing) for booking in bookings)
    family = {person.id for person in agenda.review.with_role(Role.FAMILY)}
    staff_minutes = sum(booking.minutes * sum(id not in family for id in booking.attendees) for booking in bookings)
    return {
        "elapsed_weeks": _weeks(agenda.review.commissioned, final_report_of(milestones, last)),
        "first_meeting_to_last_weeks": _weeks(_first_meeting(agenda, bookings), last),
        "staff_hours": round(staff_minutes / MINUTES_AN_HOUR, 2),
        "bookings": len(bookings),
        "attendance_share": round((invited - missing) / invited, 3) if invited else 1.0,
        "conversations": sum(booking.kind is Kind.CONVERSATION for booking in bookings),
        "days_beyond_span": max(0, agenda.working_days.count(agenda.span_end, last_in_span + ONE_DAY)),
    }


def _first_meeting(agenda: Agenda, bookings: Sequence[Booking]) -> date:
    counted = [booking.day for booking in bookings if not agenda.activity(booking.activity).off_critical_path]
    return min(counted or [booking.day for booking in bookings], default=agenda.review.commissioned)


def _weeks(first: date, last: date) -> float:
    return round((last - first).days / DAYS_A_WEEK, 1)
