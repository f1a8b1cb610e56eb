"""Who is free, free if needed, or busy, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from ltsched.domain.spans import NEVER, Spans, day_span

__all__ = ["NO_DIARY", "Availability", "Coverage", "Diary", "DiaryTime", "Level"]


class Level(StrEnum):
    """How busy an entry of a diary makes."""

    BUSY = "busy"
    IF_NEEDED = "if-needed"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class DiaryTime:
    """One time in a diary, and where it comes from.

    Parameters
    ----------
    start, end
        Minutes since the epoch, half-open.
    level
        What it counts as; FREE for what was left out.
    source
        The file and the line: ``calendars/t1.ics:12``.
    why
        Why it counts as it does, where that does not go without saying; empty elsewhere.
    kind
        What kind of reason it is, as far as it is told: a row of the costs, ``leave`` or ``court``. It only names the
        time: whether somebody is free then is `level` alone. Empty for what was left out.
    frees
        Whether they can be booked then after all, whatever else is in their diary and whatever their hours are; such a
        time is of the level FREE.
    """

    start: int
    end: int
    level: Level
    source: str
    why: str = ""
    kind: str = "busy"
    frees: bool = False


@dataclass(frozen=True, slots=True)
class Coverage:
    """The days over which a calendar tells anything.

    Parameters
    ----------
    first
        The first day; None if it does not say.
    end
        The day after the last one; None if it does not say and has no entry.
    said
        Whether the file itself says so; otherwise `end` is the day after its last entry.
    written
        The newest day on which an entry of it was written, or else that of the file; None if neither is known.
    """

    first: date | None = None
    end: date | None = None
    said: bool = False
    written: date | None = None

    def short_of(self, end: date) -> bool:
        """Return whether it ends so long before `end` that nothing is known of the time after it."""
        slack = timedelta() if self.said else THIN_OUT
        return self.end is not None and self.end < end - slack


THIN_OUT = timedelta(weeks=4)
"""Diaries thin out: only with no entry for longer than this does the last one look like the end of the export."""


@dataclass(frozen=True, slots=True)
class Diary:
    """What is known of the engagements of a person or a room.

    Parameters
    ----------
    busy
        Time that is taken.
    if_needed
        Time that could be given up: tentative entries. Where `busy` and `if_needed` overlap, busy wins.
    freed
        Time in which they can be booked after all, also outside their working hours; none of it is in `busy` or
        `if_needed`.
    entries
        How many entries were read.
    has_calendar
        Whether there was a calendar file.
    times
        Each time by itself, with where it comes from, in the order of time; also those that were left out.
    coverage
        What the calendar covers; None where there is none.
    """

    busy: Spans = NEVER
    if_needed: Spans = NEVER
    freed: Spans = NEVER
    entries: int = 0
    has_calendar: bool = False
    times: tuple[DiaryTime, ...] = field(default=(), repr=False)
    coverage: Coverage | None = None

    @classmethod
    def of(cls, times: tuple[DiaryTime, ...], *, has_calendar: bool = False, coverage: Coverage | None = None) -> Diary:
        """Return the diary of these times."""
        ordered = tuple(sorted(times, key=lambda time: (time.start, time.end, time.source)))
        busy = [time for time in ordered if time.level is Level.BUSY]
        if_needed = [time for time in ordered if time.level is Level.IF_NEEDED]
        freed = _together(time for time in ordered if time.frees)
        return cls(
            busy=_together(busy) - freed,
            if_needed=_together(if_needed) - freed,
            freed=freed,
            entries=len(busy) + len(if_needed),
            has_calendar=has_calendar,
            times=ordered,
            coverage=coverage,
        )

    def with_freed(self, time: Spans) -> Diary:
        """Return the diary of somebody who can be booked for `time` after all."""
        return replace(self, busy=self.busy - time, if_needed=self.if_needed - time, freed=self.freed | time)

    def freed_on(self, days: Iterable[date], hours: Spans, zone: ZoneInfo) -> Spans:
        """Return the part of `freed` that lies on `days`, days that are local to `zone`.

        What begins or ends with a day does so with the `hours` of that day, which are in one piece: whoever frees a
        day does not mean the night.
        """
        found = []
        for low, high in (day_span(day, day, zone) for day in days) if self.freed else ():
            opens, closes = next(iter(hours & Spans(((low, high),))), (low, high))
            for start, end in self.freed & Spans(((low, high),)):
                found.append((max(start, opens) if start == low else start, min(end, closes) if end == high else end))
        return Spans.of(found)


def _together(times: Iterable[DiaryTime]) -> Spans:
    return Spans.of((time.start, time.end) for time in times)


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
    def from_diary(cls, hours: Spans, diary: Diary, freed: Spans = NEVER) -> Availability:
        """Return what `diary` leaves of the working `hours`, and the time that was `freed` after all."""
        free = (hours - diary.busy) | freed
        return cls(free, diary.if_needed & free)

    def without(self, held: Spans) -> Availability:
        """Return the availability outside `held`."""
        return Availability(self.free - held, self.if_needed - held)
