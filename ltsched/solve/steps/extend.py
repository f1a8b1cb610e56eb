"""Extend the plan of the meetings alone to a first plan of the whole: near its days there is little to search."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import inf

from ltsched.domain.stages.table import FINISH, IF_NEEDED, LUNCH, MISSED_ATTENDANCE, MISSED_TWICE, PREFERENCES, SHAPE
from ltsched.domain.timetable import Status
from ltsched.model.build import Model, build
from ltsched.model.candidates import Candidates
from ltsched.model.near import held_near, near_days
from ltsched.model.tighten import tighten
from ltsched.model.within_limits import within_limits
from ltsched.solve.course import Course
from ltsched.solve.progress import SILENT
from ltsched.solve.search import Goal, Search

__all__ = ["Extend", "at_meetings", "look_as_good", "look_everywhere", "look_less_good", "look_near", "near_meetings"]

NEAR_DAYS = 5
"""So many days of the grid on either side of the day that a meeting has alone: a week, or a block, holds no more."""

NEAR_EFFORT = 0.5
"""For a look near those days, in deterministic time: no clock decides what is looked at."""

TRIAL_EFFORT = 1.0
"""For a look at all days, in deterministic time."""


class Extend:
    """Set the whole model up with the bounds of the meetings alone, and find a first plan near their days.

    The bound: none of its own. But a plan that reaches the bounds of the meetings alone in every stage is proven to be
    the best there is, without a search.
    """

    def take(self, course: Course) -> None:
        """Begin the search of the whole."""
        meetings = course.meetings
        assert meetings is not None
        course.listener.phase("planning the whole review")
        if course.all_at_once or not _could_be_as_good(course, meetings):
            course.whole = _search(course, meetings, course.candidates)
            near, at = _looks(course, meetings, course.candidates)
            look_near(course.whole, near, course.goals, at)
            return
        left = within_limits(course.agenda, course.free.grid, course.candidates, meetings.limits, proven=True)
        if all(own.starts for own in left.values()):
            course.whole = _search(course, meetings, left)
            near, at = _looks(course, meetings, left)
            if look_as_good(course.whole, near, course.goals, at):
                return
        course.whole = _search(course, meetings, course.candidates)
        look_less_good(course.whole, near_meetings(course.whole, meetings, course.candidates), course.goals)


def _could_be_as_good(course: Course, meetings: Search) -> bool:
    """Return whether the limits of the meetings alone are those of any plan that is as good as they are."""
    return meetings.status is Status.OPTIMAL and not any(goal.tolerance for goal in course.goals)


def _search(course: Course, meetings: Search, candidates: Mapping[str, Candidates]) -> Search:
    model = build(course.agenda, course.free, candidates, panels_too=course.all_at_once)
    return course.search(model, meetings.proven_bounds, linearization=2 if course.all_at_once else 1)


def _looks(course: Course, meetings: Search, candidates: Mapping[str, Candidates]) -> tuple[Model | None, Model | None]:
    assert course.whole is not None
    return near_meetings(course.whole, meetings, candidates), at_meetings(course.whole, meetings, candidates)


def near_meetings(whole: Search, meetings: Search, candidates: Mapping[str, Candidates]) -> Model | None:
    """Return the model of `whole` with the meetings near the days that they have in `meetings`, the meetings alone.

    What has a panel keeps all that the order leaves it then. None if that leaves something no start, or if the meetings
    alone have no plan.
    """
    if meetings.incumbent is None:
        return None
    days = {
        id: meetings.incumbent[placement.day.index]
        for id, placement in meetings.model.context.placements.items()
        if candidates[id].activity.panel is None
    }
    context = whole.model.context
    kept = near_days(context.agenda, context.grid, candidates, days, NEAR_DAYS)
    return None if kept is None else held_near(whole.model, kept)


def at_meetings(whole: Search, meetings: Search, candidates: Mapping[str, Candidates]) -> Model | None:
    """Return the model of `whole` with the meetings just where `meetings` has them; None if their starts mean nothing.

    They mean something where its model keeps the meetings of a day apart, with room for what is between them.
    """
    if meetings.incumbent is None or not meetings.model.exact_meetings:
        return None
    kept = dict(candidates)
    for id, placement in meetings.model.context.placements.items():
        if candidates[id].activity.panel is None:
            kept[id] = candidates[id].only(1 << meetings.incumbent[placement.start.index])
    kept = tighten(whole.model.context.agenda, whole.model.context.grid, kept)
    return held_near(whole.model, kept) if all(own.starts for own in kept.values()) else None


def look_near(search: Search, near: Model | None, goals: Sequence[Goal], at: Model | None = None) -> None:
    """Give `search` a first plan, if one is soon found `near` the days of the meetings alone, or `at` their starts.

    If none is as good as the meetings alone, the best plan near those days is a start: less is left to search then.
    """
    if not look_as_good(search, near, goals, at):
        look_less_good(search, near, goals)


def look_as_good(search: Search, near: Model | None, goals: Sequence[Goal], at: Model | None = None) -> bool:
    """Give `search` a plan as good as the meetings alone; return whether one was found.

    It is looked for `at` their starts, `near` their days, and anywhere. Where every stage reaches its bound it is
    proven at once: first with the preferences of the meetings, then without, which `at` their starts is all there is.
    """
    names = [goal.name for goal in goals if goal.name in search.known.values]
    lengths = _lengths(names, LUNCH)
    looks = [(at, lengths[-1], NEAR_EFFORT)]
    looks += [(near, length, NEAR_EFFORT) for length in lengths]
    looks += [(search.model, length, TRIAL_EFFORT) for length in lengths]
    return any(
        model is not None and _reaches(search, model, goals, names[:length], effort) for model, length, effort in looks
    )


def look_less_good(search: Search, near: Model | None, goals: Sequence[Goal]) -> None:
    """Give `search` the best plan `near` the days of the meetings alone, as many stages at their bounds as can be."""
    if near is None:
        return
    names = [goal.name for goal in goals if goal.name in search.known.values]
    for length in _lengths(names, FINISH, SHAPE, IF_NEEDED, MISSED_TWICE, MISSED_ATTENDANCE):
        if _reaches(search, near, goals, names[:length], NEAR_EFFORT):
            best = Search(near, search.runner, SILENT, search.measure, search.known, most_effort=NEAR_EFFORT)
            if search.incumbent is not None:
                best.accept(search.incumbent)
            best.improve([goal for goal in goals if goal.name not in PREFERENCES])
            if best.incumbent is not None:
                search.accept(best.incumbent)
            return


def look_everywhere(search: Search, goals: Sequence[Goal]) -> None:
    """Give `search` a plan in which more stages reach their bounds than in the one it has, wherever it lies."""
    names = [goal.name for goal in goals if goal.name in search.known.values]
    tolerances = {goal.name: goal.tolerance for goal in goals}
    for length in _lengths(names, SHAPE, IF_NEEDED, MISSED_TWICE, MISSED_ATTENDANCE):
        wanted = names[:length]
        if not wanted or all(search.values.get(n, inf) <= search.known.values[n] + tolerances[n] for n in wanted):
            return
        if _reaches(search, search.model, goals, wanted, TRIAL_EFFORT):
            return


def _lengths(names: Sequence[str], *ends: str) -> list[int]:
    """Return how many of the stages `names` come before each of `ends`, each number once; `LUNCH` puts all first."""
    found = [len(names)] if LUNCH in ends else []
    return list(dict.fromkeys(found + [names.index(end) if end in names else len(names) for end in ends]))


def _reaches(search: Search, model: Model, goals: Sequence[Goal], names: Collection[str], most_effort: float) -> bool:
    """Give `search` a plan of `model` in which the stages `names` reach their bounds; return whether one was found."""
    trial = model.cp.clone()
    # The plan so far is none of the trial, and CP-SAT may abort on a hint that is not.
    trial.proto.clear_solution_hint()
    for goal in goals:
        term = model.terms.get(goal.name, 0)
        if goal.name in names and not isinstance(term, int):
            trial.add(term <= search.known.values[goal.name] + goal.tolerance)
    attempt = search.runner.solve(trial, most_effort=most_effort)
    if attempt.solution is not None:
        search.accept(attempt.solution)
    return attempt.solution is not None
