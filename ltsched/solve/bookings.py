"""From starts and panels to bookings: who comes, and who is missing, by the diaries themselves."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking
from ltsched.model.decode import Placed
from ltsched.solve.seating import seat

__all__ = ["bookings"]


def bookings(agenda: Agenda, grid: TimeGrid, placed: Sequence[Placed]) -> tuple[Booking, ...]:
    """Return the bookings, in the order of time, without rooms.

    Whoever is expected comes if their diary and their other bookings let them, and if there is a seat: first those that
    the model counted on, then those who turn out to be free besides. The seats are those of the room that the model
    chose or, where any will do, of the largest that is free. What is over is booked as it was, with its room, and what
    people have agreed on to the minute, in the room that they have agreed on.
    """
    over = agenda.over
    as_they_were = [over[one.activity.id] for one in placed if one.activity.id in over]
    placed = [one for one in placed if one.activity.id not in over]
    placed = sorted(placed, key=lambda one: (one.start, one.activity.id))
    found = [_booking(one, grid) for one in placed]
    seats = {}
    for one, booking in zip(placed, found, strict=True):
        most = _seats(agenda, one, booking)
        if most is not None:
            seats[booking.activity] = most
    counted_on = {one.activity.id: frozenset(one.activity.expected) - one.away for one in placed}
    made = seat(agenda, seat(agenda, found, seats, counted_on), seats)
    return tuple(sorted([*as_they_were, *made], key=lambda booking: (booking.start, booking.activity)))


def _seats(agenda: Agenda, one: Placed, booking: Booking) -> int | None:
    """Return how many seats there are, or None if it needs no room."""
    if one.activity.room is not RoomNeed.NEEDED:
        return None
    start, end = minute_before(booking.start), minute_after(booking.end)
    rooms = [room for room in agenda.review.rooms if (one.room or one.activity.in_room) in (None, room.id)]
    return max((r.capacity for r in rooms if agenda.availability[r.id].free.covers(start, end)), default=0)


def _booking(one: Placed, grid: TimeGrid) -> Booking:
    """Return the booking with those who must come and those who hold it."""
    start = one.activity.agreed or grid.start(one.start)
    return Booking(
        activity=one.activity.id,
        kind=one.activity.kind,
        title=one.activity.title,
        start=start,
        end=one.activity.agreed_end or start + timedelta(minutes=one.activity.minutes),
        room=one.activity.in_room if one.activity.agreed is not None else None,
        attendees=(*one.activity.must, *one.panel),
        missing=one.activity.expected,
        panel=one.panel,
    )
