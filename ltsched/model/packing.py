"""How many bookings of one length fit into a day, one after the other."""

from __future__ import annotations

__all__ = ["most_in_a_day"]


def most_in_a_day(starts: int, length: int, limit: int, meeting_start: int = 0, meeting_length: int = 0) -> int:
    """Count the most bookings of `length` slots (gap included) that can start at `starts`, a bit set of one day.

    Each is taken as early as it can be, which is best for bookings of one length. They leave alone a meeting of
    `meeting_length` slots from `meeting_start` on, if that is not 0. Counting stops at `limit`.
    """
    if meeting_length:
        before = max(0, meeting_start - length + 1)
        starts &= ~((1 << (meeting_start + meeting_length)) - (1 << before))
    count = 0
    while starts and count < limit:
        count += 1
        earliest = (starts & -starts).bit_length() - 1 + length
        starts = starts >> earliest << earliest
    return count
