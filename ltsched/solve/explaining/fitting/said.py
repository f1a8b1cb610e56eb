"""What the solver says of a model: that it fits, that it does not, or nothing."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.timetable import Status
from ltsched.solve.run import Runner

__all__ = ["FEW_EFFORT", "said"]

FEW_EFFORT = 0.05
"""For a look that mostly ends at once, or never, in deterministic time."""

NO_EFFORT = 0.001
"""A run that cost less came to its end in presolve."""


def said(runner: Runner, model: cp_model.CpModel, *, proven: bool = True, most_effort: float) -> bool | None:
    """Return whether the solver finds that a `model` fits; None if it does not find out.

    That it does not fit is said by two configurations, where it has to be `proven`.
    """
    begun = runner.effort
    status = runner.solve(model, most_effort=most_effort).status
    if status is Status.INFEASIBLE and proven:
        # What presolve has seen alone is not seen without it, in a model of thousands of starts.
        by_presolve = runner.effort - begun < NO_EFFORT
        status = _second(runner, model, by_presolve, min(most_effort, FEW_EFFORT))
        if status is Status.UNKNOWN:
            status = _second(runner, model, not by_presolve, most_effort)
    return None if status is Status.UNKNOWN else status is not Status.INFEASIBLE


def _second(runner: Runner, model: cp_model.CpModel, presolved: bool, most_effort: float) -> Status:
    return runner.solve(model, second_opinion=True, presolved=presolved, most_effort=most_effort).status
