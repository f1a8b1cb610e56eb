"""When a booking is, in minutes since the epoch (UTC), and what that touches."""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking

__all__ = ["is_free", "overlap", "span", "taken_until"]


def span(booking: Booking) -> tuple[int, int]:
    """Return the minutes ``[start, end)`` of `booking`."""
    return minute_before(booking.start), minute_after(booking.end)


def taken_until(agenda: Agenda, booking: Booking, person: str) -> int:
    """Return the minute until which `booking` takes `person`: its end, with the gap for those who hold it."""
    gap = agenda.activity(booking.activity).gap_minutes if person in booking.panel else 0
    return minute_after(booking.end) + gap


def overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Return whether two half-open stretches of minutes have one in common."""
    return first[0] < second[1] and second[0] < first[1]


def is_free(agenda: Agenda, id: str, booking: Booking) -> bool:
    """Return whether the diary and hours of a person or room leave all of `booking` free."""
    available = agenda.availability.get(id)
    return available is not None and available.free.covers(*span(booking))
