"""A start for each activity, one by one: where there is much room that does, and is soon found."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates
from ltsched.model.tighten import tightened

__all__ = ["one_by_one"]


def one_by_one(agenda: Agenda, grid: TimeGrid, candidates: Mapping[str, Candidates]) -> dict[str, Candidates] | None:
    """Return `candidates` with one start each: the first one that the order leaves, on a day of its own if there is.

    Whether all else is kept is not looked at. None means that the order leaves one of them nothing in this way.
    """
    left = {id: own.bits for id, own in candidates.items()}
    waiting, taken = set(left), 0
    while waiting:
        id = min(sorted(waiting), key=lambda id: left[id] & -left[id])
        bits = left[id] & ~taken or left[id]
        start = (bits & -bits).bit_length() - 1
        taken |= grid.day_mask(grid.days[start // grid.slots_a_day])
        left = tightened(agenda, grid, candidates, {**left, id: 1 << start})
        waiting.remove(id)
        if not all(left.values()):
            return None
    return {id: own.only(left[id]) for id, own in candidates.items()}
