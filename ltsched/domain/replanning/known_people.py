"""Bookings without those who have left, and with those who take their place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking

__all__ = ["bookings_of_known"]


def bookings_of_known(
    bookings: Iterable[Booking], review: Review, instead: Mapping[str, str] | None = None, gone: Collection[str] = ()
) -> tuple[Booking, ...]:
    """Return `bookings` with everybody in them known to `review`, and so every room.

    Parameters
    ----------
    instead
        Who takes the place of whom, None for nobody; who is there already does not come twice.
    gone
        Ids of people who are known and take no part any more.
    """
    people = {person.id for person in review.people}.difference(gone)
    rooms = {room.id for room in review.rooms}
    return tuple(_of_known(booking, people, rooms, instead or {}) for booking in bookings)


def _of_known(booking: Booking, people: Collection[str], rooms: Collection[str], instead: Mapping[str, str]) -> Booking:
    def known(ids: tuple[str, ...]) -> tuple[str, ...]:
        names = (instead.get(id, id) for id in ids)
        return tuple(dict.fromkeys(id for id in names if id in people))

    attendees = known(booking.attendees)
    return replace(
        booking,
        room=booking.room if booking.room in rooms else None,
        attendees=attendees,
        missing=tuple(id for id in known(booking.missing) if id not in attendees),
        panel=known(booking.panel),
        unseated=tuple(id for id in known(booking.unseated) if id not in attendees),
    )
