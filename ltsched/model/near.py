"""The whole model held near a plan of one of its relaxations: small enough to be searched at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.build import Model
from ltsched.model.candidates import Candidates
from ltsched.model.placements import ByStart, domain_of
from ltsched.model.tighten import tighten

__all__ = ["held_as", "held_at", "held_near", "held_on_days", "near_days"]


def near_days(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], days: Mapping[str, int], reach: int
) -> dict[str, Candidates] | None:
    """Return the candidates no further than `reach` days of the grid from `days`, by activity; None if one has none.

    What `days` does not name keeps the starts that the order leaves it then.
    """
    left = dict(found)
    for id, day in days.items():
        first = max(0, day - reach) * grid.slots_a_day
        end = min(len(grid.days), day + reach + 1) * grid.slots_a_day
        left[id] = found[id].only((1 << end) - (1 << first))
    left = tighten(agenda, grid, left)
    return left if all(own.starts for own in left.values()) else None


def held_near(model: Model, kept: Mapping[str, Candidates]) -> Model:
    """Return a copy of `model` in which each activity has only the starts of `kept`.

    The variables are those of `model`, so that a solution of the one is a solution of the other.
    """
    cp = model.cp.clone()
    variables = cp.proto.variables
    for id, placement in model.context.placements.items():
        bits = kept[id].bits
        _limit(variables[placement.start.index].domain, domain_of(bits).flattened_intervals())
        if isinstance(placement, ByStart):
            for slot, literal in placement.literals.items():
                if not bits >> slot & 1:
                    _limit(variables[literal.index].domain, [0, 0])
    return Model(replace(model.context, model=cp), model.terms)


def held_at(model: Model, other: Model, solution: Sequence[int]) -> Model:
    """Return a copy of `model` in which each activity starts when it does in a `solution` of an `other`, and is held by
    the same people.
    """
    cp = model.cp.clone()
    cp.proto.clear_solution_hint()
    variables = cp.proto.variables
    for id, placement in model.context.placements.items():
        there = other.context.placements[id]
        start = solution[there.start.index]
        _limit(variables[placement.start.index].domain, [start, start])
        for member, holds in placement.panel.items():
            chosen = solution[there.panel[member].index]
            _limit(variables[holds.index].domain, [chosen, chosen])
    return Model(replace(model.context, model=cp), model.terms)


def held_on_days(model: Model, solution: Sequence[int]) -> Model:
    """Return a copy of `model` in which each activity has the day that it has in a `solution` of it."""
    cp = model.cp.clone()
    for placement in model.context.placements.values():
        day = solution[placement.day.index]
        _limit(cp.proto.variables[placement.day.index].domain, [day, day])
    return Model(replace(model.context, model=cp), model.terms)


def held_as(
    model: Model, relaxation: Model, solution: Sequence[int], leads: Set[str]
) -> tuple[Model, dict[str, cp_model.IntVar]]:
    """Return a copy of `model`, and for each activity with a panel a literal: it is as in a `solution` of `relaxation`.

    As it is there are its day, and which of the `leads` hold it; the time of day, and who else holds it, stays open.
    Both models have the same activities with the same panels. The variables are those of `model`, and the literals.
    """
    cp = model.cp.clone()
    cp.proto.clear_solution_hint()
    same: dict[str, cp_model.IntVar] = {}
    for id, placement in model.context.placements.items():
        other = relaxation.context.placements[id]
        if not placement.panel:
            continue
        same[id] = cp.new_bool_var(f"{id} as in the relaxation")
        cp.add(placement.day == solution[other.day.index]).only_enforce_if(same[id])
        for member in [member for member in placement.panel if member in leads]:
            holds = placement.panel[member]
            cp.add_implication(same[id], holds if solution[other.panel[member].index] else ~holds)
    return Model(replace(model.context, model=cp), model.terms), same


def _limit(domain: Any, intervals: Sequence[int]) -> None:
    domain.clear()
    domain.extend(intervals)
