"""Who comes of those expected, and whose turn it is where a room is full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Person, Role, Room
from ltsched.domain.rules.moments import is_free, overlap, span
from ltsched.domain.rules.room import another_room
from ltsched.domain.rules.rule import Fact, Rule, RuleSource, Violation
from ltsched.domain.spans import Spans
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays

__all__ = ["Seats"]

NO_RANK = 1_000_000


@dataclass(frozen=True, slots=True)
class Seats(Rule):
    """Whoever is expected at an activity and could come does; where a room is full, those in front have the seats.

    Formula: ``attendees(a) ≤ seats(room of a)``, and for each person p expected who is missing: p is not free, or has
    another booking then, or no room with one more seat could be had, and nobody behind p in the order has a seat. It
    forbids leaving somebody out without a reason, more people than seats, and a seat for somebody whose turn it is not.

    Parameters
    ----------
    activity, expected, need
        The activity, those expected besides those who must come, and whether it takes a room.
    turns
        What orders people for seats, less first, by person.
    gaps
        The minutes that are kept free for the panel after each activity.
    rooms
        The rooms of the review.
    free
        The free time of people and rooms.
    """

    names = ("seats", "room too small", "unseated", "seating order", "left out")

    activity: str
    expected: tuple[str, ...]
    need: RoomNeed
    turns: Mapping[str, tuple[int, int, int]]
    gaps: Mapping[str, int]
    rooms: tuple[Room, ...]
    free: Mapping[str, Spans]

    @classmethod
    def of(cls, agenda: RuleSource) -> Iterator[Seats]:
        """Yield one for each activity."""
        turns = {person.id: _turn(person, place) for place, person in enumerate(agenda.review.people)}
        gaps = {activity.id: activity.gap_minutes for activity in agenda.activities}
        free = {id: available.free for id, available in agenda.availability.items()}
        for activity in agenda.activities:
            rooms = tuple(room for room in agenda.review.rooms if activity.in_room in (None, room.id))
            yield cls(activity.id, activity.expected, activity.room, turns, gaps, rooms, free)

    def broken_by(self, bookings: Mapping[str, Booking], working_days: WorkingDays) -> Iterator[Violation]:
        """Yield too many for the room, who is left out or sits too early, and who is wrongly called unseated."""
        if self.activity not in bookings:
            return
        id, booking = self.activity, bookings[self.activity]
        come = len(booking.attendees)
        for room in self.rooms:
            if room.id == booking.room and room.capacity < come:
                text = f"room {room.id} seats {room.capacity}, and {come} come to {id}"
                yield Violation("room too small", (id, room.id), text)
        missing = dict.fromkeys(booking.missing)
        absent = [one for one in missing if one in self.expected and one not in booking.attendees]
        could = [one for one in absent if self._could_come(booking, one, bookings)]
        for person in dict.fromkeys(booking.unseated):
            if person not in could:
                text = f"{person} is said to have no seat at {id}, and that is not why they do not come"
                yield Violation("unseated", (id, person), text)
        one_more = not could or self._seats_for_one_more(booking, bookings)
        for person in could:
            if one_more:
                yield Violation("left out", (id, person), f"{person} is missing at {id} and could come")
                continue
            for other in dict.fromkeys(booking.attendees):
                if other in self.expected and self.turns[person] < self.turns[other]:
                    text = f"{other} has a seat at {id} and {person}, whose turn comes first, has none"
                    yield Violation("seating order", (id, person, other), text)

    def _could_come(self, booking: Booking, person: str, bookings: Mapping[str, Booking]) -> bool:
        """Return whether the diary of `person` and the other bookings they attend leave the time of `booking` free."""
        return is_free(self.free, person, booking) and not any(
            overlap((span(other)[0], self._taken_until(other, person)), span(booking))
            for other in bookings.values()
            if other is not booking and person in other.attendees
        )

    def _taken_until(self, booking: Booking, person: str) -> int:
        """Return the minute until which `booking` takes `person`: its end, with the gap for those who hold it."""
        return span(booking)[1] + (self.gaps[booking.activity] if person in booking.panel else 0)

    def _seats_for_one_more(self, booking: Booking, bookings: Mapping[str, Booking]) -> bool:
        """Return whether one more could come: no room is needed, or its room or another that is free has a seat."""
        if self.need is not RoomNeed.NEEDED or booking.room is None:
            return True
        return another_room(booking, len(booking.attendees) + 1, bookings, self.rooms, self.free) is not None

    def words(self) -> str:
        """Return the rule as a sentence."""
        return f"Whoever is expected at {self.activity} and could come does, as far as its room has seats for them."

    def facts(self) -> tuple[Fact, ...]:
        """Return who is expected, and the seats of each room that it could have."""
        rooms = self.rooms if self.need is not RoomNeed.NONE else ()
        seats = (Fact(self.name, (self.activity, room.id), room.capacity) for room in rooms)
        return (Fact(self.name, (self.activity, *self.expected)), *seats)


def _turn(person: Person, place: int) -> tuple[int, int, int]:
    """Return what orders people for seats, less first.

    The group: 0 essential, 1 lead reviewer, 2 review team, 3 others; the rank for a conversation; the `place` in
    people.csv.
    """
    rank = NO_RANK if person.conversation_rank is None else person.conversation_rank
    if person.essential:
        group = 0
    elif Role.LEAD_REVIEWER in person.roles:
        group = 1
    else:
        group = 2 if Role.REVIEW_TEAM in person.roles else 3
    return group, rank, place
