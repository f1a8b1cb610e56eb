"""Cut the candidates to what the order leaves, and for a review in one week to the weeks that could hold all of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import OneWeek, monday
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates
from ltsched.model.tighten import tighten, tightened

__all__ = ["narrow", "within_one"]


def narrow(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return the candidates without the starts that the order forbids, or that no week allows where it has to be one.

    For each week, the activities that lie in it are cut to it, and what the order leaves then is kept, unless it leaves
    an activity without a start. Where no week is left nothing but the order cuts: the solver is to say so.
    """
    shape = agenda.shape
    found = tighten(agenda, grid, found)
    if not isinstance(shape, OneWeek):
        return found
    kept = within_one(agenda, grid, found, shape.activities, _weeks(grid, shape.first_monday).values())
    if not all(kept.values()):
        return found
    return {id: own.only(kept[id]) for id, own in found.items()}


def within_one(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], ids: Collection[str], stretches: Iterable[int]
) -> dict[str, int]:
    """Return the starts, a bit set for each, that are left where all of `ids` lie in one of `stretches` of slots.

    A stretch in which the order leaves an activity without a start is none. All are empty where there is no other.
    """
    kept = dict.fromkeys(found, 0)
    for slots in stretches:
        inside = {id: own.bits & slots if id in ids else own.bits for id, own in found.items()}
        left = tightened(agenda, grid, found, inside) if all(inside.values()) else inside
        if all(left.values()):
            kept = {id: bits | left[id] for id, bits in kept.items()}
    return kept


def _weeks(grid: TimeGrid, first_monday: date) -> dict[date, int]:
    """Return the slots of each week from `first_monday` on, by its Monday."""
    weeks: dict[date, int] = {}
    for day in grid.days:
        first = monday(day)
        if first >= first_monday:
            weeks[first] = weeks.get(first, 0) | grid.day_mask(day)
    return weeks
