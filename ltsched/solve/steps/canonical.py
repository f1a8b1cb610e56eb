"""Leave no free choice: of all timetables with these values of the stages, take the first in a fixed order."""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from ltsched.domain.timetable import Status
from ltsched.model.in_order import Choice, choices_of_days, choices_of_the_rest, in_order, only_before
from ltsched.solve.course import Course
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search

__all__ = ["Canonical", "first_of"]

LOOK_EFFORT = 0.25
"""For a look at all choices at once, in deterministic time, before they are asked for one by one."""


class Canonical:
    """Go on to the first of all timetables that are as good, in the order of `ltsched.model.in_order`.

    Which one that is follows from the review alone: not from the seed, the workers, the machine, or the way on which
    the values of the stages were found. That holds where each of them is proven; elsewhere nothing is changed. What the
    tolerance of a stage is not needed for is given back first: else it would be a free choice.
    """

    def take(self, course: Course) -> None:
        """Change the incumbent of the whole to that timetable; `course.canonical` says whether it was reached."""
        course.asked_canonical, whole = True, course.whole
        if whole is None or not _proven(course, whole):
            return
        course.listener.phase("choosing among the timetables that are as good")
        if not _give_back(course, whole):
            return
        assert whole.incumbent is not None
        cp = whole.model.cp.clone()
        cp.proto.clear_objective()
        solution: tuple[int, ...] | None = whole.incumbent
        for choices in (choices_of_days(whole.model), choices_of_the_rest(whole.model)):
            assert solution is not None
            solution = first_of(cp, choices, solution, course.runner)
            if solution is None:
                return
        assert solution is not None
        values = dict(whole.values)
        before = whole.incumbent
        whole.accept(solution)
        course.canonical = whole.values == values
        if not course.canonical:
            whole.accept(before)


def _proven(course: Course, whole: Search) -> bool:
    """Return whether every stage has a value, and is proven."""
    if whole.incumbent is None or course.runner.stopped:
        return False
    goals = course.goals
    return all(
        goal.name in whole.bounds and whole.values[goal.name] <= whole.bounds[goal.name] + goal.tolerance
        for goal in goals
    )


def _give_back(course: Course, whole: Search) -> bool:
    """Improve the stages with a tolerance once more, all others held; return whether that is proven."""
    bounds = dict(whole.bounds)
    proven = True
    for goal in course.goals:
        if goal.tolerance and whole.values[goal.name] > bounds[goal.name]:
            whole.improve([Goal(goal.name)])
            proven = proven and whole.values[goal.name] <= whole.bounds[goal.name]
    whole.bounds = bounds
    return proven


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
