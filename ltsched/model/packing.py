"""How many bookings of one length fit into a day, one after the other."""

from __future__ import annotations

from ltsched.domain.timegrid import TimeGrid

__all__ = ["most_in_a_day"]


def most_in_a_day(
    grid: TimeGrid, starts: int, length: int, limit: int, meeting_start: int = 0, meeting_length: int = 0
) -> int:
    """Count the most bookings of `length` slots (gap included) that can start at `starts`, a bit set of one day.

    Each is taken as early as it can be, which is best for bookings of one length. They leave alone a meeting of
    `meeting_length` slots from `meeting_start` on, if that is not 0. Counting stops at `limit`.
    """
    count = earliest = 0
    for slot in grid.members(starts):
        beside = not meeting_length or slot + length <= meeting_start or slot >= meeting_start + meeting_length
        if slot >= earliest and beside and count < limit:
            count += 1
            earliest = slot + length
    return count
