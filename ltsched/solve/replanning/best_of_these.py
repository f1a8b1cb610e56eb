"""Of all plans that move least, find the one that is best in the stages of the option."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.stages.table import MOVES_LEAST, decisive
from ltsched.model.build import build, build_bound
from ltsched.model.candidates import Candidates
from ltsched.model.stay import within_distance
from ltsched.model.tighten import tighten
from ltsched.solve.course import Course
from ltsched.solve.search import Goal, Search, hand_over
from ltsched.solve.steps.extend import look_near, near_meetings
from ltsched.solve.steps.preferences import improve_in_turn, improve_preferences

__all__ = ["best_of_these"]

FEW_STARTS = 3000
"""Up to so many starts of activities that have a choice, one model of all stages is the quickest way."""


def best_of_these(course: Course, search: Search, candidates: Mapping[str, Candidates]) -> Search:
    """Return a search that goes on with the stages of the option, those of replanning held at what they have reached.

    Where much is open (what is new, or what a long hold has put elsewhere), the meetings alone bound it, held to the
    same limits, and a plan near their days is looked for, as in planning afresh.

    Parameters
    ----------
    search
        What has settled how much moves; it has a plan.
    candidates
        The starts that its model has.
    """
    goals = [goal for goal in course.goals if goal.name not in MOVES_LEAST]
    grid = course.free.grid
    left = tighten(course.agenda, grid, within_distance(course.agenda, grid, candidates, search.limits))
    if sum(len(own.starts) for own in left.values() if len(own.starts) > 1) <= FEW_STARTS:
        return _all_at_once(course, search, left, goals)
    course.listener.phase("planning the rest")
    meetings = Search(build_bound(course.agenda, course.free, left), course.runner)
    meetings.hold(_known_to(meetings, search))
    meetings.improve([goal for goal in goals if goal.name in meetings.model.terms])
    last = course.search(build(course.agenda, course.free, left), meetings.proven_bounds, linearization=2)
    last.hold(search.limits)
    look_near(last, near_meetings(last, meetings, left), goals)
    if last.incumbent is None:
        hand_over(search, last)
    acted_on = decisive([goal.name for goal in goals])
    last.improve(goals[: len(acted_on)])
    if last.incumbent is None:
        return search
    if goals[len(acted_on) :] == list(course.preferences):
        improve_preferences(course, last, left, unlimited=course.runner.prove)
    else:
        improve_in_turn(course, last, goals[len(acted_on) :])
    last.bounds = {**search.bounds, **last.bounds}
    return last


def _known_to(relaxation: Search, search: Search) -> dict[str, int]:
    """Return the limits of `search` that the model of a relaxation has terms for."""
    return {name: limit for name, limit in search.limits.items() if name in relaxation.model.terms}


def _all_at_once(course: Course, search: Search, left: dict[str, Candidates], goals: list[Goal]) -> Search:
    last = course.search(build(course.agenda, course.free, left), search.known_bounds, linearization=2)
    last.hold(search.limits)
    hand_over(search, last)
    acted_on = decisive([goal.name for goal in goals])
    last.improve(goals[: len(acted_on)])
    if last.incumbent is None:
        return search
    improve_in_turn(course, last, goals[len(acted_on) :])
    last.bounds = {**search.bounds, **last.bounds}
    return last
