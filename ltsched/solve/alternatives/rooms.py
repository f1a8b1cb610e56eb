"""A room for a booking at another time, beside all the others."""

from __future__ import annotations

from collections.abc import Iterable

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Room
from ltsched.domain.rules.moments import is_free, overlap, span
from ltsched.domain.timetable import Booking
from ltsched.solve.alternatives.current import free_times

__all__ = ["choose_room", "free_rooms"]


def free_rooms(agenda: Agenda, booking: Booking, others: Iterable[Booking]) -> list[Room]:
    """Return the rooms that are free for `booking`, by their diaries and the `others`, the smallest first."""
    free = free_times(agenda)
    taken = {
        other.room
        for other in others
        if other.activity != booking.activity and other.room is not None and overlap(span(other), span(booking))
    }
    rooms = [room for room in agenda.review.rooms if room.id not in taken and is_free(free, room.id, booking)]
    return sorted(rooms, key=lambda room: room.capacity)


def choose_room(rooms: Iterable[Room], present: str | None, people: int) -> Room | None:
    """Return the `present` room if it is among `rooms` and seats `people`; else the smallest that does.

    Where none does that is the largest; None where there are no rooms.
    """
    ordered = sorted(rooms, key=lambda room: (room.id != present, room.capacity))
    large = next((room for room in ordered if room.capacity >= people), None)
    return large or max(ordered, key=lambda room: (room.capacity, room.id == present), default=None)
