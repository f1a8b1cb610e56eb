"""Seat people at bookings whose times are settled: whoever can come does, as far as there are seats."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.seating import seating_order
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking

__all__ = ["seat"]


def seat(
    agenda: Agenda,
    found: Sequence[Booking],
    seats: Mapping[str, int],
    only: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Booking, ...]:
    """Return the bookings with whoever is expected and can come, over and above their attendees.

    Somebody can come if their diary and their other bookings let them. Where seats are few they go by the order of
    `seating_order`: whoever comes earlier in it takes the place of the last one.

    Parameters
    ----------
    found
        Bookings whose attendees are in no two places at once.
    seats
        By the id of the activity, how many there are for all attendees; where there is none, seats do not count.
    only
        By the id of the activity, who of those expected is looked at; None for all of them.
    """
    seating = _Seating(agenda, [_Seated.of(agenda, booking) for booking in found])
    moving = True
    while moving:
        moving = False
        for one in seating.all:
            room = seats.get(one.booking.activity)
            for person in one.order:
                if person in one.coming or (only is not None and person not in only[one.booking.activity]):
                    continue
                if not seating.can_come(person, one):
                    continue
                if room is None or one.number < room:
                    one.coming.add(person)
                    moving = True
                elif last := one.behind(person):
                    # Each such change seats somebody who comes earlier in the order: that ends.
                    one.coming.remove(last)
                    one.coming.add(person)
                    moving = True
    return tuple(seating.booking(one) for one in seating.all)


@dataclass(slots=True)
class _Seated:
    """A booking with those expected who come to it.

    `order` is that of the seats; ``[start, end)`` are minutes since the epoch; `beside` are the other bookings that
    somebody could not have too.
    """

    booking: Booking
    activity: Activity
    order: tuple[str, ...]
    coming: set[str]
    start: int
    end: int
    beside: list[_Seated] = field(default_factory=list)

    @classmethod
    def of(cls, agenda: Agenda, booking: Booking) -> _Seated:
        activity = agenda.activity(booking.activity)
        order = seating_order(agenda.review, activity.expected)
        coming = set(order).intersection(booking.attendees)
        return cls(booking, activity, order, coming, minute_before(booking.start), minute_after(booking.end))

    @property
    def number(self) -> int:
        """How many seats are taken."""
        return len(self.activity.must) + len(self.booking.panel) + len(self.coming)

    def gap_before(self, other: _Seated) -> int:
        """Return the minutes that whoever holds this has before `other`: none where people have agreed on both."""
        both_agreed = self.activity.agreed is not None and other.activity.agreed is not None
        return 0 if both_agreed else self.activity.gap_minutes

    def keeps(self, person: str, other: _Seated) -> bool:
        """Return whether `person` is here, or in the gap after what they hold, at some time of `other`."""
        there = person in self.coming or person in self.activity.must or person in self.booking.panel
        gap = self.gap_before(other) if person in self.booking.panel else 0
        return there and self.start < other.end and other.start < self.end + gap

    def behind(self, person: str) -> str | None:
        """Return the last one in the order who comes, if that is behind `person`; else None."""
        behind = self.order[self.order.index(person) + 1 :]
        return next((other for other in reversed(behind) if other in self.coming), None)


@dataclass(slots=True)
class _Seating:
    agenda: Agenda
    all: list[_Seated]

    def __post_init__(self) -> None:
        for one, other in itertools.permutations(self.all, 2):
            if other.start < one.end and one.start < other.end + other.gap_before(one):
                one.beside.append(other)

    def can_come(self, person: str, one: _Seated) -> bool:
        """Return whether the diary and the other bookings of `person` leave the time of a booking free."""
        if not self.agenda.availability[person].free.covers(one.start, one.end):
            return False
        return not any(other.keeps(person, one) for other in one.beside)

    def booking(self, one: _Seated) -> Booking:
        """Return a booking with who attends and who is missing, and which of these for want of a seat."""
        expected = one.activity.expected
        missing = tuple(person for person in expected if person not in one.coming)
        coming = tuple(person for person in expected if person in one.coming)
        return replace(
            one.booking,
            attendees=(*one.activity.must, *coming, *one.booking.panel),
            missing=missing,
            unseated=tuple(person for person in missing if self.can_come(person, one)),
        )
