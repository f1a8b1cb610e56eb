"""Bound the stages by the meetings alone."""

from __future__ import annotations

from ltsched.domain.timetable import Status
from ltsched.model.build import build_bound
from ltsched.solve.course import Course
from ltsched.solve.search import Search
from ltsched.solve.steps.leads_alone import WORDS_EFFORT, leads_cannot

__all__ = ["MeetingsAlone"]


class MeetingsAlone:
    """Plan the few meetings without the many conversations, by day.

    The bound: whatever the whole model can reach in the stages that depend on days and starts, this relaxation can
    reach too, stage by stage (`build_bound` says what it leaves out). So each of its bounds holds for the whole as long
    as the whole is held to no more in the stages before. If the meetings alone do not fit, nothing does.
    """

    def take(self, course: Course) -> None:
        """Solve the relaxation to its optimum, as far as there is time."""
        course.listener.phase("planning the meetings alone")
        meetings = Search(build_bound(course.agenda, course.free, course.candidates), course.runner, course.listener)
        course.meetings = meetings
        meetings.improve([goal for goal in course.goals if goal.name in meetings.model.terms])
        if meetings.status is not Status.INFEASIBLE:
            return
        meetings.confirm_infeasible()
        if meetings.status is Status.INFEASIBLE:
            course.whole, course.ended = meetings, True
            course.leads_cannot = course.told and leads_cannot(
                course.agenda, course.free, course.candidates, course.runner, most_effort=WORDS_EFFORT
            )
