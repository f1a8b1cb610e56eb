"""Who is free, free if needed, or busy, and when."""

from __future__ import annotations

from dataclasses import dataclass

from ltsched.domain.spans import NEVER, Spans

__all__ = ["NO_DIARY", "Availability", "Diary"]


@dataclass(frozen=True, slots=True)
class Diary:
    """What is known of the engagements of a person or a room.

    Parameters
    ----------
    busy
        Time that is taken.
    if_needed
        Time that could be given up: tentative entries. Where `busy` and `if_needed` overlap, busy wins.
    entries
        How many entries were read.
    has_calendar
        Whether there was a calendar file.
    """

    busy: Spans = NEVER
    if_needed: Spans = NEVER
    entries: int = 0
    has_calendar: bool = False


NO_DIARY = Diary()


@dataclass(frozen=True, slots=True)
class Availability:
    """When somebody can be booked.

    Parameters
    ----------
    free
        All the time in which a booking may lie, "if needed" included.
    if_needed
        The part of `free` that should be used only if it must be.
    """

    free: Spans
    if_needed: Spans

    @classmethod
    def from_diary(cls, hours: Spans, diary: Diary) -> Availability:
        """Return what `diary` leaves of the working `hours`."""
        free = hours - diary.busy
        return cls(free, diary.if_needed & free)

    def without(self, held: Spans) -> Availability:
        """Return the availability outside `held`."""
        return Availability(self.free - held, self.if_needed - held)
