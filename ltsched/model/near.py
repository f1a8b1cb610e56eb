"""The whole model with every meeting held near a day: small enough to be searched at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.build import Model
from ltsched.model.candidates import Candidates
from ltsched.model.placements import ByStart, domain_of
from ltsched.model.tighten import tighten

__all__ = ["held_near", "near_days"]


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


def _limit(domain: Any, intervals: Sequence[int]) -> None:
    domain.clear()
    domain.extend(intervals)
