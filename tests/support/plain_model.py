"""What the model says of an agenda, with or without the rules that only help the proof."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.model.build import build
from ltsched.model.rules.shapes import blocks
from ltsched.model.stages import trips
from tests.support.solving import candidates_of

__all__ = ["least", "plain_model"]

HELPING = ((blocks, "enough_hours"), (trips.Days, "post_load"), (trips.Days, "post_pairs"))


@contextlib.contextmanager
def plain_model() -> Iterator[None]:
    """Leave out of the model what follows from the rest of it."""
    with pytest.MonkeyPatch.context() as patch:
        for owner, name in HELPING:
            patch.setattr(owner, name, lambda *given: None)
        yield


def least(plan: Agenda, stage: str) -> int | None:
    """Return the least value of a stage alone; None if nothing fits."""
    free, candidates = candidates_of(plan)
    if not all(own.starts for own in candidates.values()):
        return None
    model = build(plan, free, candidates)
    model.cp.minimize(model.terms[stage])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.catch_sigint_signal = False
    status = solver.solve(model.cp)
    assert status in (cp_model.OPTIMAL, cp_model.INFEASIBLE)
    return round(solver.objective_value) if status == cp_model.OPTIMAL else None
