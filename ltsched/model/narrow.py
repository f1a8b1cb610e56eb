"""Cut the candidates to what the order leaves, and for a review in one week to the weeks that could hold all of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import OneWeek, monday
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates
from ltsched.model.tighten import tighten

__all__ = ["narrow"]


def narrow(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return the candidates without the starts that the order forbids, or that no week allows where it has to be one.

    For each week, the activities that lie in it are cut to it, and what the order leaves then is kept, unless it leaves
    an activity without a start. Where no week is left nothing but the order cuts: the solver is to say so.
    """
    shape = agenda.shape
    found = tighten(agenda, grid, found)
    if not isinstance(shape, OneWeek):
        return found
    kept = dict.fromkeys(found, 0)
    for days in _weeks(grid, shape.first_monday).values():
        inside = {id: own.only(days) if id in shape.activities else own for id, own in found.items()}
        if all(own.starts for own in inside.values()):
            left = tighten(agenda, grid, inside)
            if all(own.starts for own in left.values()):
                kept = {id: bits | left[id].bits for id, bits in kept.items()}
    if not all(kept.values()):
        return found
    return {id: own.only(kept[id]) for id, own in found.items()}


def _weeks(grid: TimeGrid, first_monday: date) -> dict[date, int]:
    """Return the slots of each week from `first_monday` on, by its Monday."""
    weeks: dict[date, int] = {}
    for day in grid.days:
        first = monday(day)
        if first >= first_monday:
            weeks[first] = weeks.get(first, 0) | grid.day_mask(day)
    return weeks
