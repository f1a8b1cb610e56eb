"""A room has one booking at a time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.rules.moments import at_once
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["OneInRoom"]


@dataclass(frozen=True, slots=True)
class OneInRoom(Rule):
    """`room` has one booking at a time.

    Formula: ``[start(a), end(a)) ∩ [start(b), end(b)) = ∅`` for any two a, b in the room. It forbids two meetings in
    one room at once.
    """

    names = ("room double booking",)

    room: str

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[OneInRoom]:
        """Yield one for each room."""
        for room in agenda.review.rooms:
            yield cls(room.id)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield each two bookings at once, the earlier first."""
        for first, second in at_once(one for one in bookings.values() if one.room == self.room):
            text = f"room {self.room} has {first} and {second} at once"
            yield Violation("room double booking", (self.room, first, second), text)

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"Room {self.room} has one booking at a time."

    def facts(self) -> tuple[Fact, ...]:
        """Return which room it is."""
        return (Fact(self.name, (self.room,)),)
