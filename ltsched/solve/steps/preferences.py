"""Improve what people would rather have, all other stages held at what they have reached."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.stages.stage import DependsOn
from ltsched.domain.stages.table import LUNCH, stages_about
from ltsched.domain.timetable import Status
from ltsched.model.bit_sets import bit_set
from ltsched.model.build import Model, build, build_leads_alone
from ltsched.model.candidates import Candidates
from ltsched.model.settled.agreed import is_fixed
from ltsched.model.within_limits import within_limits
from ltsched.solve.course import Course
from ltsched.solve.search import Goal, Search, hand_over

__all__ = ["Preferences", "improve_beside"]


class Preferences:
    """Go on with a model that knows the preferences, and has only the starts that the stages before leave.

    The bounds: the meetings alone, for the preferences that depend on starts or days; and the lead reviewers alone, for
    those that depend on panels. The latter have everybody's starts and only the diaries of the lead reviewers: a
    relaxation, held to the same limits.
    """

    def take(self, course: Course) -> None:
        """Improve the preferences; keep what was found before if there is no time for any of it."""
        before = course.whole
        assert before is not None
        course.listener.phase("improving what people would rather have")
        proven = before.status is Status.OPTIMAL and not any(goal.tolerance for goal in course.goals)
        candidates: Mapping[str, Candidates] = within_limits(
            course.agenda, course.free.grid, course.candidates, before.limits, proven
        )
        if proven and course.preferences[0].name == LUNCH and _as_meetings_alone(course, before):
            candidates = _outside_lunch(before.model, candidates)
        last = course.search(build(course.agenda, course.free, candidates), before.known, linearization=2)
        last.hold(before.limits)
        hand_over(before, last)
        about_panels = stages_about(DependsOn.PANELS)
        last.improve([goal for goal in course.preferences if goal.name not in about_panels])
        if last.incumbent is None:
            return
        leads = Search(build_leads_alone(course.agenda, course.free, candidates), course.runner, linearization=2)
        leads.hold(last.limits)
        improve_beside(last, leads, [goal for goal in course.preferences if goal.name in about_panels])
        last.bounds = {**before.bounds, **last.bounds}
        course.whole = last


def improve_beside(search: Search, relaxation: Search, goals: Sequence[Goal]) -> None:
    """Improve `goals`, each after what the `relaxation` can reach in it: a bound, and soon proven.

    That is worth the while only as long as its bounds hold, and where there is anything left to gain.
    """
    for goal in goals:
        if search.values[goal.name] and all(search.limits[name] <= limit for name, limit in relaxation.limits.items()):
            relaxation.improve([goal])
            search.known = relaxation.known_bounds
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
            left[id] = own.only(bit_set([s for s in own.starts if not model.context.takes_lunch(own.length, s)]))
    return left
