"""When a booking is, in minutes since the epoch (UTC), and what that touches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from ltsched.domain.spans import NEVER, Spans, minute_after, minute_before
from ltsched.domain.timetable import Booking

__all__ = ["at_once", "is_free", "overlap", "span"]


def span(booking: Booking) -> tuple[int, int]:
    """Return the minutes ``[start, end)`` of `booking`."""
    return minute_before(booking.start), minute_after(booking.end)


def overlap(first: tuple[int, int], second: tuple[int, int]) -> bool:
    """Return whether two half-open stretches of minutes have one in common."""
    return first[0] < second[1] and second[0] < first[1]


def is_free(free: Mapping[str, Spans], id: str, booking: Booking) -> bool:
    """Return whether the person or room `id` is free, by its `free` time, for all of `booking`."""
    return free.get(id, NEVER).covers(*span(booking))


def at_once(bookings: Iterable[Booking]) -> Iterator[tuple[str, str]]:
    """Yield the activities of each two of `bookings` that are on at the same time, the earlier first."""
    for first, second in combinations(sorted(bookings, key=lambda booking: booking.start), 2):
        if overlap(span(first), span(second)):
            yield first.activity, second.activity
