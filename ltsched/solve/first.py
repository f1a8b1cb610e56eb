"""Of all solutions of a model, find the first in the order of some choices, and prove that none comes before it."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from ltsched.domain.timetable import Status
from ltsched.model.in_order import Choice, in_order, only_before
from ltsched.solve.run import Runner

__all__ = ["first_of"]

LOOK_EFFORT = 0.25
"""For a look at all choices at once, in deterministic time, before they are asked for one by one."""


def first_of(
    cp: cp_model.CpModel, choices: Sequence[Choice], solution: tuple[int, ...], runner: Runner
) -> tuple[int, ...] | None:
    """Return the first solution of `cp` in the order of `choices`, and fix these in `cp`; None if there is no time.

    All at once is mostly soon answered: whether something comes before the best so far. Where it is not, the next
    choice is asked for alone, then two more, and so on; each makes what is left smaller.

    Parameters
    ----------
    solution
        One of its solutions.
    """
    left = list(choices)
    patience = 1
    while left:
        trial = cp.clone()
        trial.proto.clear_solution_hint()
        only_before(trial, left, solution)
        in_order(trial, left)
        attempt = runner.solve(trial, linearization=2, most_effort=LOOK_EFFORT, in_order=True)
        if attempt.solution is not None:
            solution = attempt.solution[: len(solution)]
            continue
        asked = left if attempt.status is Status.INFEASIBLE else left[:patience]
        for choice in asked:
            if attempt.status is not Status.INFEASIBLE:
                found = _first_alone(cp, choice, solution, runner)
                if found is None:
                    return None
                solution = found
            cp.add(choice.expression(cp) == choice.first(solution))
        left = left[len(asked) :]
        patience *= 2
    return solution


def _first_alone(
    cp: cp_model.CpModel, choice: Choice, solution: tuple[int, ...], runner: Runner
) -> tuple[int, ...] | None:
    """Return a solution in which `choice` is as far in front as it can be, proven; None if there is no time."""
    if choice.first(solution) == choice.least(cp):
        return solution
    hint = cp.proto.solution_hint
    hint.vars.clear()
    hint.values.clear()
    hint.vars.extend(range(len(solution)))
    hint.values.extend(solution)
    cp.minimize(choice.expression(cp))
    attempt = runner.solve(cp, linearization=2)
    cp.proto.clear_objective()
    return attempt.solution if attempt.status is Status.OPTIMAL else None
