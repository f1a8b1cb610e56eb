"""The rows of days in which activities have to lie together: each week, each block, each day, or all there are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Stretch
from ltsched.domain.rules import Blocks, OneWeek, monday
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.working_days import WorkingDays

__all__ = ["Frame", "blocks_of", "frames", "weeks_of"]


@dataclass(frozen=True, slots=True)
class Frame:
    """Activities that all lie in one of several stretches, which are days of the grid in order."""

    stretch: Stretch
    ids: Sequence[str]
    stretches: Sequence[Sequence[int]]


def frames(agenda: Agenda, grid: TimeGrid, days: Mapping[str, frozenset[int]]) -> Iterator[Frame]:
    """Yield the frames of `agenda`; `days` are those on which each activity can lie.

    Of the stretches only those are there in which each of the activities has a day.
    """
    shape = agenda.shape
    if isinstance(shape, OneWeek):
        yield _frame(Stretch("week"), shape.activities, days, weeks_of(grid))
    if isinstance(shape, Blocks):
        for ids in (shape.first, shape.second):
            blocks = blocks_of(agenda, grid, shape.most_working_days)
            yield _frame(Stretch("block", shape.most_working_days), ids, days, blocks)
    yield _frame(Stretch(), list(days), days, [range(len(grid.days))])


def _frame(
    stretch: Stretch, ids: Sequence[str], days: Mapping[str, frozenset[int]], stretches: Sequence[Sequence[int]]
) -> Frame:
    inside = [id for id in ids if id in days]
    possible = [each for each in stretches if all(not days[id].isdisjoint(each) for id in inside)]
    return Frame(stretch, inside, possible)


def weeks_of(grid: TimeGrid) -> list[list[int]]:
    """Return the days of each week, Monday to Friday, that are on the grid."""
    weeks: dict[object, list[int]] = {}
    for index, day in enumerate(grid.days):
        if day.weekday() <= 4:
            weeks.setdefault(monday(day), []).append(index)
    return list(weeks.values())


def blocks_of(agenda: Agenda, grid: TimeGrid, most_working_days: int) -> Sequence[range]:
    """Return the rows of days of `most_working_days` at most that are part of no longer one."""
    return _rows(grid.days, agenda.working_days, most_working_days)


@lru_cache(maxsize=8)
def _rows(days: tuple[date, ...], working_days: WorkingDays, most_working_days: int) -> Sequence[range]:
    """Return what `blocks_of` does; asked for again and again."""
    found: list[range] = []
    count, end = working_days.count, 0
    for first, day in enumerate(days):
        end = max(end, first)
        while end < len(days) and count(day, days[end] + timedelta(days=1)) <= most_working_days:
            end += 1
        if not found or end > found[-1].stop:
            found.append(range(first, end))
    return tuple(found)
