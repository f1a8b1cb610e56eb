"""Bound the stages by the meetings alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.timetable import Status
from ltsched.model.patterns.build import build_meetings
from ltsched.solve.course import Course
from ltsched.solve.search import Goal, Search
from ltsched.solve.steps.leads_alone import WORDS_EFFORT, leads_cannot
from ltsched.solve.together import improve_together

__all__ = ["MeetingsAlone", "plan_meetings"]


class MeetingsAlone:
    """Plan the few meetings without the many conversations, by day; in a packed review with the time these take.

    The bound: whatever the whole model can reach in the stages that depend on days and starts, this relaxation can
    reach too, stage by stage (`build_bound` and `build_patterns` say what they leave out). So each of its bounds holds
    for the whole as long as the whole is held to no more in the stages before. If the meetings alone do not fit,
    nothing does.
    """

    def take(self, course: Course) -> None:
        """Solve the relaxation to its optimum, as far as there is time."""
        course.listener.phase("planning the meetings alone")
        course.meetings = meetings = plan_meetings(course, course.goals)
        if meetings.status is Status.INFEASIBLE:
            course.whole, course.ended = meetings, True
            course.leads_cannot = course.told and leads_cannot(
                course.agenda, course.free, course.candidates, course.runner, most_effort=WORDS_EFFORT
            )


def plan_meetings(course: Course, goals: Sequence[Goal], within: Mapping[str, int] | None = None) -> Search:
    """Return the search of the meetings alone, in which those of `goals` are improved that it has terms for.

    In a packed review they come by day patterns, and the lead reviewers have room for all conversations beside them
    (`build_patterns`): all stages at once, as that model is small. If it is INFEASIBLE, two configurations say so.

    Parameters
    ----------
    within
        What other stages may be at most; None for no such limit.
    """
    model = build_meetings(course.agenda, course.free, course.candidates)
    linearization = 2 if model.exact_meetings else 1
    meetings = Search(model, course.runner, course.listener, linearization=linearization)
    meetings.hold(within or {})
    wanted = [goal for goal in goals if goal.name in model.terms]
    if model.exact_meetings:
        improve_together(meetings, wanted)
    else:
        meetings.improve(wanted)
    meetings.confirm_infeasible()
    return meetings
