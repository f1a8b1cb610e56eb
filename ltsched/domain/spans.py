"""Sets of time as sorted, disjoint, half-open spans of whole minutes since the epoch (UTC)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from operator import itemgetter
from typing import Self
from zoneinfo import ZoneInfo

__all__ = ["NEVER", "YEARS", "Spans", "day_span", "minute_after", "minute_before", "moment_of"]

YEARS = range(1900, 2200)
"""Moments outside of these years are refused: at the edges of the calendar, no zone can be put to them."""

SECONDS = 60
_start = itemgetter(0)


def minute_before(moment: datetime) -> int:
    """Return the last whole minute (since the epoch) that is not after `moment`, which must carry a zone."""
    return int(_aware(moment).timestamp() // SECONDS)


def minute_after(moment: datetime) -> int:
    """Return the first whole minute (since the epoch) that is not before `moment`, which must carry a zone."""
    return -int(-_aware(moment).timestamp() // SECONDS)


def moment_of(minute: int, zone: ZoneInfo) -> datetime:
    """Return a minute (since the epoch) as a local date-time in `zone`."""
    return datetime.fromtimestamp(minute * SECONDS, UTC).astimezone(zone)


def _aware(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment


def day_span(first: date, last: date, zone: ZoneInfo) -> tuple[int, int]:
    """Return the minutes from the start of `first` to the end of `last` (inclusive), local midnights in `zone`."""
    start = datetime.combine(first, time(), zone)
    end = datetime.combine(last + timedelta(days=1), time(), zone)
    return minute_before(start), minute_after(end)


@dataclass(frozen=True, slots=True)
class Spans:
    """A set of minutes, kept as sorted, disjoint, non-touching pairs ``[start, end)``.

    Build one with `of`, which accepts pairs in any order, overlapping or empty. Two equal sets are equal values.
    """

    pairs: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, pairs: Iterable[tuple[int, int]]) -> Self:
        """Return the union of `pairs`; pairs that end where they start (or before) are empty and add nothing."""
        merged: list[tuple[int, int]] = []
        for start, end in sorted(pair for pair in pairs if pair[0] < pair[1]):
            if merged and start <= merged[-1][1]:
                merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
            else:
                merged.append((start, end))
        return cls(tuple(merged))

    @classmethod
    def between(cls, start: datetime, end: datetime) -> Self:
        """Return ``[start, end)`` widened to whole minutes: what is busy for a second is busy for its minute."""
        return cls.of([(minute_before(start), minute_after(end))])

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(self.pairs)

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def __or__(self, other: Spans) -> Spans:
        return Spans.of((*self.pairs, *other.pairs))

    def __and__(self, other: Spans) -> Spans:
        found: list[tuple[int, int]] = []
        ours, theirs = self.pairs, other.pairs
        i = j = 0
        while i < len(ours) and j < len(theirs):
            (start, end), (other_start, other_end) = ours[i], theirs[j]
            first = start if start > other_start else other_start
            if end < other_end:
                last, i = end, i + 1
            else:
                last, j = other_end, j + 1
            if first < last:
                found.append((first, last))
        return Spans(tuple(found))

    def __sub__(self, other: Spans) -> Spans:
        if not self.pairs or not other.pairs:
            return self
        outside: list[tuple[int, int]] = []
        edge = self.pairs[0][0]
        for start, end in other.pairs:
            outside.append((edge, start))
            edge = max(edge, end)
        outside.append((edge, self.pairs[-1][1]))
        return self & Spans.of(outside)

    def covers(self, start: int, end: int) -> bool:
        """Return whether every minute of ``[start, end)`` is in the set; an empty span is always covered."""
        if start >= end:
            return True
        after = bisect_right(self.pairs, start, key=_start)
        return after > 0 and end <= self.pairs[after - 1][1]

    def touches(self, start: int, end: int) -> bool:
        """Return whether any minute of ``[start, end)`` is in the set."""
        after = bisect_left(self.pairs, end, key=_start)
        return after > 0 and start < self.pairs[after - 1][1]

    def minutes(self) -> int:
        """Count the minutes in the set."""
        return sum(end - start for start, end in self.pairs)

    def moments(self, zone: ZoneInfo) -> Iterator[tuple[datetime, datetime]]:
        """Yield the spans as local date-times in `zone`."""
        for start, end in self.pairs:
            yield moment_of(start, zone), moment_of(end, zone)


NEVER = Spans()
"""The empty set of time."""
