"""Has everything a room that needs one, free and large enough?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Room
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking
from ltsched.verify.moments import is_free, overlap, span

__all__ = ["room_violations", "seats_for_one_more"]


def room_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield what is wrong with the room of each booking; two bookings in one room are told elsewhere."""
    rooms = {room.id: room for room in agenda.review.rooms}
    for booking in bookings:
        id, need = booking.activity, agenda.activity(booking.activity).room
        if booking.room is None:
            if need is RoomNeed.NEEDED and rooms:
                yield Violation("room missing", (id,), f"{id} needs a room and has none")
            elif need is RoomNeed.IF_FREE and (free := _free_room(agenda, booking, bookings)):
                yield Violation("room left free", (id, free.id), f"{id} has no room, and {free.id} is free")
            continue
        ids = (id, booking.room)
        if booking.room not in rooms:
            yield Violation("room unknown", ids, f"{id} is in {booking.room}, which is no room of this review")
            continue
        if need is RoomNeed.NONE:
            yield Violation("room not needed", ids, f"{id} takes no room and has {booking.room}")
        if not is_free(agenda, booking.room, booking):
            yield Violation("room busy", ids, f"room {booking.room} is not free for all of {id}")
        if rooms[booking.room].capacity < len(booking.attendees):
            text = (
                f"room {booking.room} seats {rooms[booking.room].capacity}, and {len(booking.attendees)} come to {id}"
            )
            yield Violation("room too small", ids, text)


def seats_for_one_more(agenda: Agenda, booking: Booking, bookings: Sequence[Booking]) -> bool:
    """Return whether one more could come: no room is needed, or its room or another that is free has a seat."""
    if agenda.activity(booking.activity).room is not RoomNeed.NEEDED or booking.room is None:
        return True
    return _free_room(agenda, booking, bookings, len(booking.attendees) + 1) is not None


def _free_room(agenda: Agenda, booking: Booking, bookings: Sequence[Booking], seats: int | None = None) -> Room | None:
    """Return the first room with `seats` (None: one for each attendee) that could have had `booking` too."""
    for room in agenda.review.rooms:
        taken = any(
            overlap(span(other), span(booking)) for other in bookings if other is not booking and other.room == room.id
        )
        seated = room.capacity >= (len(booking.attendees) if seats is None else seats)
        if seated and not taken and is_free(agenda, room.id, booking):
            return room
    return None
