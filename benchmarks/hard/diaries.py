"""The busy times of everybody, as rows of busy.csv: filled by chance, then cleared where something has to fit."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

__all__ = ["BUSY", "DAY_END", "DAY_START", "SEVENTY", "Diaries", "Filling"]

DAY_START, DAY_END = 8 * 60, 18 * 60
"""Diaries are filled between these minutes of the day; nobody of these reviews works before or after them."""

FREE_DAYS = 0.3
"""The share (0 to 1) of days without anything, among those that are not busy as a whole."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Filling:
    """How full a diary is.

    Parameters
    ----------
    away
        The share (0 to 1) of days that are busy as a whole, one to five at a time.
    part
        The share (0 to 1) of every other day that is busy, in one stretch or in two.
    tentative
        The share (0 to 1) of all that which is marked as "if needed".
    grain_minutes
        Stretches begin and end at multiples of it.
    edges
        The share (0 to 1) of mornings that are busy until ten or eleven, and of afternoons that are from three on: then
        most can come around midday, where a meeting leaves a lead reviewer the least room for conversations.
    """

    away: float
    part: float
    tentative: float = 0.15
    grain_minutes: int = 30
    edges: float = 0.0


BUSY = Filling(0.3, 0.45)
"""Six tenths full."""

SEVENTY = Filling(0.4, 0.5)
"""Seven tenths full."""


@dataclass(frozen=True, slots=True)
class Span:
    """The minutes ``[start, end)`` of one day."""

    start: int
    end: int
    level: str


class Diaries:
    """The diaries of one instance; `dice` is the only source of chance."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self._spans: dict[tuple[str, date], list[Span]] = {}

    def fill(self, ids: Iterable[str], first: date, weeks: int, filling: Filling) -> None:
        """Fill the diaries of `ids` from `first`, a Monday, for so many weeks, Mondays to Fridays."""
        days = [first + timedelta(weeks=week, days=day) for week in range(weeks) for day in range(5)]
        for who in ids:
            number = 0
            while number < len(days):
                level = "if-needed" if self.dice.random() < filling.tentative else "busy"
                length = self.dice.choice((1, 2, 3, 4, 5))
                # Stretches of three days on average: a third as many begin as days are taken.
                if self.dice.random() < filling.away / (3 - 2 * filling.away):
                    for day in days[number : number + length]:
                        self._spans[who, day] = [Span(0, 24 * 60, level)]
                    number += length
                    continue
                self._spans[who, days[number]] = list(self._part_of_a_day(filling))
                number += 1
            if filling.edges:
                self._take_edges(who, days, filling.edges)

    def _take_edges(self, who: str, days: Sequence[date], share: float) -> None:
        for day in days:
            if self.dice.random() < share:
                self.busy(who, day, DAY_START, self.dice.choice((600, 630, 660)))
            if self.dice.random() < share:
                self.busy(who, day, self.dice.choice((870, 900, 930)), DAY_END)

    def _part_of_a_day(self, filling: Filling) -> Iterator[Span]:
        grain = filling.grain_minutes
        if self.dice.random() < FREE_DAYS:
            return
        share = min(filling.part / (1 - FREE_DAYS) * self.dice.uniform(0.7, 1.3), 1)
        wanted = round((DAY_END - DAY_START) * share / grain) * grain
        pieces = [wanted] if self.dice.random() < 0.9 else [wanted // grain // 2 * grain] * 2
        begin = DAY_START
        for number, length in enumerate(pieces):
            latest = max(DAY_END - sum(pieces[number:]), begin)
            start = begin + self.dice.randrange(0, (latest - begin) // grain + 1) * grain
            end = min(start + length, DAY_END)
            if start < end:
                level = "if-needed" if self.dice.random() < filling.tentative else "busy"
                yield Span(start, end, level)
            begin = end

    def block(self, who: str, first: date, last: date, level: str = "busy") -> None:
        """Take whole days from `first` to `last`, both included."""
        day = first
        while day <= last:
            if day.weekday() < 5:
                self._spans[who, day] = [Span(0, 24 * 60, level)]
            day += ONE_DAY

    @property
    def last(self) -> date:
        """The last day of which anything is said."""
        return max(day for _, day in self._spans)

    def busy(self, who: str, day: date, start: int, end: int, level: str = "busy") -> None:
        """Take the minutes ``[start, end)`` of `day`."""
        self.clear(who, day, start, end)
        self._spans.setdefault((who, day), []).append(Span(start, end, level))

    def clear(self, who: str, day: date, start: int = 0, end: int = 24 * 60) -> None:
        """Take everything out of the minutes ``[start, end)`` of `day`."""
        left = []
        for span in self._spans.get((who, day), []):
            before, after = (span.start, min(span.end, start)), (max(span.start, end), span.end)
            for one, other in (before, after):
                if one < other:
                    left.append(Span(max(one, DAY_START), min(other, DAY_END), span.level))
        self._spans[who, day] = [span for span in left if span.start < span.end] if left else []

    def rows(self) -> Iterator[tuple[str, str, str, str]]:
        """Yield rows of busy.csv: id, start, end, and a level where it is not simply busy.

        Whole days that follow one another become one row.
        """
        open_row: tuple[str, date, date, str] | None = None
        for (who, day), spans in sorted(self._spans.items()):
            for span in sorted(spans, key=lambda span: span.start):
                if span.end - span.start == 24 * 60:
                    last = day - ONE_DAY * (3 if day.weekday() == 0 else 1)
                    if open_row and (open_row[0], *open_row[2:]) == (who, last, span.level):
                        open_row = (who, open_row[1], day, span.level)
                        continue
                    if open_row:
                        yield _whole(*open_row)
                    open_row = (who, day, day, span.level)
                    continue
                if open_row:
                    yield _whole(*open_row)
                    open_row = None
                yield (who, _moment(day, span.start), _moment(day, span.end), _told(span.level))
        if open_row:
            yield _whole(*open_row)


def _whole(who: str, first: date, last: date, level: str) -> tuple[str, str, str, str]:
    return (who, first.isoformat(), "" if first == last else last.isoformat(), _told(level))


def _told(level: str) -> str:
    return "" if level == "busy" else level


def _moment(day: date, minutes: int) -> str:
    return datetime.combine(day, time(minutes // 60, minutes % 60)).isoformat(timespec="minutes")
