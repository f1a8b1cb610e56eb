"""A room has more seats, or there is one more."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.explaining.step import Call, Change, Edit
from ltsched.domain.people import Room
from ltsched.domain.review import Review
from ltsched.domain.words.file_names import ROOMS_FILE

__all__ = ["OneMoreRoom", "RoomSeats"]


@dataclass(frozen=True, slots=True)
class RoomSeats(Change):
    """The room `id` has `after` seats instead of `before`: a bigger one in its place."""

    id: str
    before: int
    after: int

    @property
    def family(self) -> tuple[str, ...]:
        """The seats of this room."""
        return ("room-seats", self.id)

    @property
    def ids(self) -> tuple[str, ...]:
        """This room."""
        return (self.id,)

    def covers(self, other: Change) -> bool:
        """Return whether it has as many seats."""
        return isinstance(other, RoomSeats) and other.id == self.id and other.after <= self.after

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the cell."""
        return (Edit(ROOMS_FILE, f"{self.id}.capacity", self.before, self.after),)

    def words(self, review: Review, call: Call) -> str:
        """Return how many seats."""
        return f"{call(self.id)} had {self.after} seats instead of {self.before}"


@dataclass(frozen=True, slots=True)
class OneMoreRoom(Change):
    """There is one more room, at any time: a row of rooms.csv, to be filled in."""

    room: Room

    @property
    def family(self) -> tuple[str, ...]:
        """One more room."""
        return ("room",)

    def covers(self, other: Change) -> bool:
        """Return whether as many find a seat in it."""
        return isinstance(other, OneMoreRoom) and other.room.capacity <= self.room.capacity

    def edits(self, review: Review) -> tuple[Edit, ...]:
        """Return the row."""
        return (Edit(ROOMS_FILE, "", None, f"{self.room.id},{self.room.name},{self.room.capacity}"),)

    def words(self, review: Review, call: Call) -> str:
        """Return how many it would have to seat."""
        return f"there were one more room, for {self.room.capacity}"
