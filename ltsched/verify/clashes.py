"""Is anybody, or a room, in two places at once, and do reviewers have their gap?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking
from ltsched.verify.moments import overlap, span, taken_until

__all__ = ["clash_violations"]


def clash_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield each pair of bookings that one person or room cannot both have."""
    for first, second in combinations(sorted(bookings, key=lambda booking: booking.start), 2):
        ids = (first.activity, second.activity)
        both = [id for id in dict.fromkeys(first.attendees) if id in second.attendees]
        if overlap(span(first), span(second)):
            for id in both:
                yield Violation("double booking", (id, *ids), f"{id} is at {ids[0]} and {ids[1]} at once")
            if first.room is not None and first.room == second.room:
                text = f"room {first.room} has {ids[0]} and {ids[1]} at once"
                yield Violation("room double booking", (first.room, *ids), text)
            continue
        for id in both:
            if span(second)[0] < taken_until(agenda, first, id):
                text = f"{id} goes to {ids[1]} within the gap after {ids[0]}"
                yield Violation("gap", (id, *ids), text)
