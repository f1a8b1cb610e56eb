"""Whether activities fit with some of their starts: where there is much room that is soon found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Blocks, OneDay, OneWeek, monday
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.bit_sets import bit_set
from ltsched.model.build import build_rules
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.explaining.fitting.one_by_one import one_by_one
from ltsched.solve.explaining.fitting.said import FEW_EFFORT
from ltsched.solve.run import Runner

__all__ = ["soon_found"]

WORKING_DAYS_A_WEEK, WEEK = 5, 7
NEAR_WEEKS, MORE_WEEKS = 1, 12
"""So many weeks are looked at first for what has to be in one, and for all else."""

FEW_STARTS = 60
"""So many starts of each activity, over all there are, are looked at first."""


def soon_found(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], runner: Runner) -> bool:
    """Return whether the activities are seen to fit with some of the starts of `candidates`; False says nothing.

    Held to few facts an activity has thousands of starts, and some of them mostly do: one for each, some weeks, or some
    over all there are.
    """
    for few in _some(agenda, free.grid, candidates):
        if all(own.starts for own in few.values()) and not runner.stopped:
            model = build_rules(agenda, free, few)
            if runner.solve(model, most_effort=FEW_EFFORT).solution is not None:
                return True
    return False


def _some(agenda: Agenda, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> Iterator[Mapping[str, Candidates]]:
    single = one_by_one(agenda, grid, candidates)
    if single is not None:
        yield single
    near, spread = _near(agenda, grid, candidates), _spread(candidates)
    for few in (near, spread) if isinstance(agenda.shape, Blocks) else (spread, near):
        if few != candidates:
            yield few


def _near(agenda: Agenda, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return `candidates` with the starts of some weeks alone: the first ones in which each could lie."""
    if isinstance(agenda.shape, Blocks):
        return _in_blocks(agenda.shape, grid, candidates)
    weeks = NEAR_WEEKS if isinstance(agenda.shape, OneWeek | OneDay) else MORE_WEEKS
    return _of_weeks(grid, candidates, _monday_after(grid, candidates.values()), weeks)


def _in_blocks(shape: Blocks, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return `candidates` with the starts of each block in as many weeks as it takes alone, the first it could have.

    If the second one could only be far from that, the first one is as close before it as it may be.
    """
    found = dict(candidates)
    weeks = min(MORE_WEEKS, -(-shape.most_working_days // WORKING_DAYS_A_WEEK))
    blocks = [{id: candidates[id] for id in ids if id in candidates} for ids in (shape.first, shape.second)]
    firsts = [_monday_after(grid, own.values()) if own else date.min for own in blocks]
    if all(blocks):
        apart = timedelta(days=shape.least_days + WEEK - 1)
        firsts[1] = max(firsts[1], monday(firsts[0] + apart))
        firsts[0] = max(firsts[0], monday(firsts[1] - apart) - timedelta(weeks=weeks - 1))
    for own, since in zip(blocks, firsts, strict=True):
        found |= _of_weeks(grid, own, since, weeks)
    return found


def _monday_after(grid: TimeGrid, candidates: Iterable[Candidates]) -> date:
    """Return the Monday of the first whole week in which all `candidates` could have a start."""
    first = max(own.starts[0] for own in candidates) // grid.slots_a_day
    return monday(grid.days[first]) + timedelta(weeks=1)


def _of_weeks(grid: TimeGrid, candidates: Mapping[str, Candidates], since: date, weeks: int) -> dict[str, Candidates]:
    kept = 0
    for day in grid.days:
        if since <= day < since + timedelta(weeks=weeks):
            kept |= grid.day_mask(day)
    return {id: own.only(kept) for id, own in candidates.items()}


def _spread(candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return `candidates` with some of the starts, evenly over all of them, the first and the last among them.

    Where there are thousands, some of them mostly do, and that is soon seen.
    """
    found = {}
    for id, own in candidates.items():
        starts, last = own.starts, len(own.starts) - 1
        if last >= FEW_STARTS:
            kept = [starts[index * last // (FEW_STARTS - 1)] for index in range(FEW_STARTS)]
            own = own.only(bit_set(kept))
        found[id] = own
    return found
