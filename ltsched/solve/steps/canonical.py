"""Leave no free choice: of all timetables with these values of the stages, take the first in a fixed order."""

from __future__ import annotations

from ltsched.model.in_order import choices_of_days, choices_of_the_rest
from ltsched.solve.course import Course
from ltsched.solve.first import first_of
from ltsched.solve.search import Goal, Search

__all__ = ["Canonical"]

MOST_ON_PANELS = 120
"""So many pairs of an activity and somebody who could hold it, and no more: with twice as many two ways on which the
values were found have ended at two timetables, and a first one that is not the first must not be called so."""


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
        cp.clear_assumptions()
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
    """Return whether every stage is proven, and there are not too many choices to tell the first of them for sure."""
    if whole.incumbent is None or course.runner.stopped:
        return False
    goals = course.goals
    if sum(len(placement.panel) for placement in whole.model.context.to_place) > MOST_ON_PANELS:
        return False
    return all(
        goal.name in whole.bounds and whole.values[goal.name] <= whole.bounds[goal.name] + goal.tolerance
        for goal in goals
    )


def _give_back(course: Course, whole: Search) -> bool:
    """Improve the stages with a tolerance once more, all others held; return whether that is proven."""
    bounds, proven = dict(whole.bounds), True
    whole.most_effort = None
    for goal in course.goals:
        if not goal.tolerance:
            continue
        if whole.values[goal.name] > bounds[goal.name]:
            whole.improve([Goal(goal.name)])
            proven = proven and whole.values[goal.name] <= whole.bounds[goal.name]
        whole.hold({goal.name: whole.values[goal.name]})
    whole.bounds = bounds
    return proven
