"""Bookings without those who have left, and with those who take their place."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from ltsched.domain.timetable import Booking

__all__ = ["of_known_people"]


def of_known_people(
    booking: Booking, people: Collection[str], rooms: Collection[str], instead: Mapping[str, str]
) -> Booking:
    """Return `booking` with everybody in it known to the review.

    Parameters
    ----------
    people, rooms
        The ids that are known; whoever has another id has left.
    instead
        Who takes the place of whom; who is there already does not come twice.
    """

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
