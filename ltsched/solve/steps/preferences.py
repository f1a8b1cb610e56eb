"""Improve what people would rather have, all other stages held at what they have reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.stages.stage import DependsOn
from ltsched.domain.stages.table import LUNCH, stages_about
from ltsched.domain.timetable import Status
from ltsched.model.bit_sets import bit_set
from ltsched.model.build import Model, build, build_diaries_by_day
from ltsched.model.candidates import Candidates
from ltsched.model.near import held_at
from ltsched.model.settled.agreed import is_fixed
from ltsched.model.within_limits import within_limits
from ltsched.solve.allowance import Allowance
from ltsched.solve.course import Course
from ltsched.solve.search import Goal, Search
from ltsched.solve.steps.beside import Beside

__all__ = ["Preferences", "go_on_from", "improve_in_turn", "improve_preferences"]


class Preferences:
    """Go on with a model that knows the preferences, and has only the starts that the stages before leave.

    The bounds: the meetings alone, for the preferences that depend on starts or days; and for those that depend on
    panels a model in which diaries count by day alone (`build_diaries_by_day`): a relaxation, held to the same limits.
    """

    def take(self, course: Course) -> None:
        """Improve the preferences; keep what was found before if there is no time for any of it.

        Where everything is to be proven all of them are improved within their effort first: one that takes all the time
        there is would leave the others as they were.
        """
        before = course.whole
        assert before is not None
        course.listener.phase("improving what people would rather have")
        found = self._improved(course, before, before)
        if found is not None and course.runner.prove and not _proven(course, found):
            course.listener.phase("proving what people would rather have")
            further = self._improved(course, before, found, unlimited=True)
            if further is not None:
                found = _with_bounds(further, found, course)
        if found is not None:
            found.bounds = {**before.bounds, **found.bounds}
            course.whole = found

    def _improved(self, course: Course, before: Search, start: Search, *, unlimited: bool = False) -> Search | None:
        """Return a search that has improved the plan of `start`; None if there was no time for any of it.

        What is no preference is held to what `before` has reached.
        """
        proven = before.status is Status.OPTIMAL and not any(goal.tolerance for goal in course.goals)
        candidates: Mapping[str, Candidates] = within_limits(
            course.agenda, course.free.grid, course.candidates, before.limits, proven
        )
        if proven and course.preferences[0].name == LUNCH and _as_meetings_alone(course, before):
            candidates = _outside_lunch(before.model, candidates)
        last = course.search(build(course.agenda, course.free, candidates), before.known, linearization=2)
        last.hold(before.limits)
        if not go_on_from(start, last):
            return None
        improve_preferences(course, last, candidates, unlimited=unlimited)
        return last


def _proven(course: Course, search: Search) -> bool:
    return all(search.values[goal.name] <= search.bounds.get(goal.name, 0) + goal.tolerance for goal in course.goals)


def _with_bounds(further: Search, found: Search, course: Course) -> Search:
    """Give `further` what `found` has proven of the stages that both left at the same value, and of the first other."""
    for goal in course.preferences:
        name = goal.name
        further.bounds[name] = max(further.bounds.get(name, 0), found.bounds.get(name, 0))
        if further.values[name] != found.values[name]:
            break
    return further


def go_on_from(before: Search, search: Search) -> bool:
    """Give `search` the plan that `before` has found, by its starts and panels; return whether it has one."""
    assert before.incumbent is not None
    model = held_at(search.model, before.model, before.incumbent)
    attempt = search.runner.solve(model.cp)
    if attempt.solution is not None:
        search.accept(attempt.solution)
    return attempt.solution is not None


def improve_in_turn(course: Course, search: Search, goals: Sequence[Goal]) -> None:
    """Improve preferences one after the other with the model of `search`, within the effort that there is for it."""
    allowance = Allowance(course.runner, len(goals), course.runner.prove)
    for goal in goals:
        search.most_effort = allowance.next_stage()
        search.improve([goal])


def improve_preferences(
    course: Course, search: Search, candidates: Mapping[str, Candidates], *, unlimited: bool = False
) -> None:
    """Improve the preferences of `search`, whose model has these `candidates`, within the effort there is for it.

    If it is `unlimited` each may take whatever it takes.
    """
    about_panels = stages_about(DependsOn.PANELS)
    allowance = Allowance(course.runner, len(course.preferences), unlimited)
    beside: Beside | None = None
    for goal in course.preferences:
        most_effort = allowance.next_stage()
        if goal.name in about_panels and search.values[goal.name]:
            beside = beside or Beside(search, build_diaries_by_day(course.agenda, course.free, candidates))
            beside.improve(goal, most_effort)
        else:
            search.most_effort = most_effort
            search.improve([goal])


def _as_meetings_alone(course: Course, search: Search) -> bool:
    """Return whether every stage up to lunch is at what the meetings alone reach: else these might take less."""
    names = [goal.name for goal in course.goals]
    return search.known.reached_by(search.values, names[: names.index(LUNCH) + 1])


def _outside_lunch(model: Model, candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return the candidates without lunch for all that has a panel: the meetings alone take all the lunches there are.

    That follows from the stage of lunch, which reached what the meetings alone take at least.
    """
    left = dict(candidates)
    for id, own in candidates.items():
        if own.activity.panel is not None and not is_fixed(model.context.agenda, own.activity):
            left[id] = own.only(bit_set([s for s in own.starts if not model.context.takes_lunch(own, s)]))
    return left
