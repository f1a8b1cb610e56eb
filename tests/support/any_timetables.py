"""A timetable without a solver: every activity is booked, and no rule is kept, for tests of what is written of it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.timetable import Booking, Status, Timetable

__all__ = ["any_timetable"]


def any_timetable(agenda: Agenda) -> Timetable:
    """Return a timetable that books the activities of `agenda` one a day, with everybody who is invited.

    Of those who are expected the last one is missing; a panel is the first of its pool; rooms take turns.
    """
    bookings = tuple(
        _booking(agenda, activity, agenda.span_start + timedelta(days=number), number)
        for number, activity in enumerate(agenda.activities)
    )
    return Timetable(agenda.review.reference, agenda.option.name, Status.FEASIBLE, (), bookings, ())


def _booking(agenda: Agenda, activity: Activity, day: date, number: int) -> Booking:
    start = datetime.combine(day, time(10), agenda.review.timezone)
    panel = () if activity.panel is None else activity.panel.pool[: activity.panel.size]
    missing = activity.expected[-1:]
    come = tuple(id for id in activity.invited if id not in missing)
    rooms = agenda.review.rooms
    return Booking(
        activity.id,
        activity.kind,
        activity.title,
        start,
        start + timedelta(minutes=activity.minutes),
        rooms[number % len(rooms)].id if rooms else None,
        (*come, *panel),
        missing,
        panel,
    )
