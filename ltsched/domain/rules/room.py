"""The room that an activity takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Room
from ltsched.domain.rules.moments import is_free, overlap, span
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Source, Violation
from ltsched.domain.spans import Spans
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["InRoom", "another_room"]


@dataclass(frozen=True, slots=True)
class InRoom(Rule):
    """`activity` is in one of `rooms`, which is `free` for all of it, if it needs one; or if one is free.

    Formula: where it needs one, ``Σ in(a, r) = 1``; ``in(a, r) ⇒ [start(a), end(a)) ⊆ free(r)``. It forbids a joint
    meeting in the corridor, and one in a room that somebody else has booked.
    """

    names = ("room", "room missing", "room left free", "room unknown", "room not needed", "room busy")
    given_up = "if no meeting needed a room"

    activity: str
    need: RoomNeed
    rooms: tuple[Room, ...]
    free: Mapping[str, Spans]

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[InRoom]:
        """Yield one for each activity whose room is not settled with its time."""
        free = {room.id: agenda.availability[room.id].free for room in agenda.review.rooms}
        for activity in agenda.activities:
            if activity.in_room is None or activity.agreed is None:
                rooms = (room for room in agenda.review.rooms if activity.in_room in (None, room.id))
                yield cls(activity.id, activity.room, tuple(rooms), free)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield what is wrong with its room; two bookings in one room, and too few seats, are told by other rules."""
        if self.activity not in bookings:
            return
        id, booking = self.activity, bookings[self.activity]
        if booking.room is None:
            if self.need is RoomNeed.NEEDED and self.rooms:
                yield Violation("room missing", (id,), f"{id} needs a room and has none")
            elif self.need is RoomNeed.IF_FREE:
                seats = len(booking.attendees)
                if room := another_room(booking, seats, bookings, self.rooms, self.free):
                    yield Violation("room left free", (id, room.id), f"{id} has no room, and {room.id} is free")
            return
        ids = (id, booking.room)
        if booking.room not in self.free:
            yield Violation("room unknown", ids, f"{id} is in {booking.room}, which is no room of this review")
            return
        if self.need is RoomNeed.NONE:
            yield Violation("room not needed", ids, f"{id} takes no room and has {booking.room}")
        if not is_free(self.free, booking.room, booking):
            yield Violation("room busy", ids, f"room {booking.room} is not free for all of {id}")

    def words(self) -> str:
        """Return the rule as a sentence."""
        match self.need:
            case RoomNeed.NEEDED:
                return f"{self.activity} takes a room."
            case RoomNeed.IF_FREE:
                return f"{self.activity} takes a room where one is free."
            case RoomNeed.NONE:
                return f"{self.activity} takes no room."

    def facts(self) -> tuple[Fact, ...]:
        """Return the activity and the rooms that there are."""
        return (Fact(self.name, (self.activity, *(room.id for room in self.rooms))),)

    @classmethod
    def relaxed(cls, agenda: Source) -> Source | None:
        """Return `agenda` without rooms."""
        if not any(activity.room is RoomNeed.NEEDED for activity in agenda.activities):
            return None
        return agenda.changed(activities=tuple(replace(one, room=RoomNeed.NONE) for one in agenda.activities))


def another_room(
    booking: Booking, seats: int, bookings: Mapping[str, Booking], rooms: Iterable[Room], free: Mapping[str, Spans]
) -> Room | None:
    """Return the first of `rooms` with so many `seats` that `booking` could have had too; None if there is none."""
    for room in rooms:
        taken = any(
            overlap(span(other), span(booking))
            for other in bookings.values()
            if other.activity != booking.activity and other.room == room.id
        )
        if room.capacity >= seats and not taken and is_free(free, room.id, booking):
            return room
    return None
