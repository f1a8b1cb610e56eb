"""What the preferences measure, from the bookings alone: how often each is not met."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, time

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.timetable import Booking

__all__ = [
    "LUNCH_MINUTES",
    "OPENING",
    "Pool",
    "balance",
    "lunch",
    "pools",
    "touches_lunch",
    "travellers",
    "trips",
    "waiting",
]

LUNCH_MINUTES = (12 * 60 + 30, 13 * 60 + 30)
"""Lunch, in local minutes after midnight, half-open."""

OPENING = frozenset({Kind.SET_UP, Kind.INTRODUCTION})
"""What opens a review, and should not wait."""


def travellers(agenda: Agenda) -> tuple[str, ...]:
    """Return those who have to travel for each day with a booking: the lead reviewers."""
    return tuple(person.id for person in agenda.review.with_role(Role.LEAD_REVIEWER))


@dataclass(frozen=True, slots=True)
class Pool:
    """People among whom the panels of `activities` (ids) should be balanced."""

    members: tuple[str, ...]
    activities: tuple[str, ...]


def pools(activities: Iterable[Activity]) -> tuple[Pool, ...]:
    """Return who should share the panels evenly: lead reviewers, other reviewers, and auditors, each apart."""
    members: dict[tuple[bool, bool], dict[str, None]] = {}
    held: dict[bool, list[str]] = {}
    for activity in activities:
        if activity.panel is not None:
            audit = activity.kind is Kind.AUDIT
            held.setdefault(audit, []).append(activity.id)
            for member in activity.panel.pool:
                members.setdefault((audit, member in activity.panel.leads), {})[member] = None
    return tuple(Pool(tuple(group), tuple(held[audit])) for (audit, _), group in members.items() if len(group) > 1)


def lunch(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the bookings that take some of lunch."""
    return sum(touches_lunch(booking.start, booking.end) for booking in bookings)


def waiting(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Add up the working days from the first day possible to set-up and introduction."""
    first = {activity.id: activity.first for activity in agenda.activities if activity.kind in OPENING}
    days = agenda.working_days
    return sum(max(0, days.count(first[b.activity], b.day)) for b in bookings if b.activity in first)


def trips(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Count the pairs of a lead reviewer and a day on which they attend a booking."""
    leads = travellers(agenda)
    return len({(person, b.day) for b in bookings for person in leads if person in b.attendees})


def balance(agenda: Agenda, bookings: Sequence[Booking]) -> int:
    """Return the most panels that one of a group of reviewers is on, less the least, beyond a difference of one.

    Added up over the groups.
    """
    by_id = {booking.activity: booking for booking in bookings}
    found = 0
    for pool in pools(agenda.activities):
        panels = [by_id[id].panel for id in pool.activities if id in by_id]
        loads = [sum(member in panel for panel in panels) for member in pool.members]
        found += max(0, max(loads) - min(loads) - 1)
    return found


def touches_lunch(start: datetime, end: datetime) -> bool:
    """Return whether ``[start, end)`` takes some of lunch on its day (local times)."""
    first, last = (time(minutes // 60, minutes % 60) for minutes in LUNCH_MINUTES)
    return start.time() < last and (end.date() > start.date() or end.time() > first)
