"""Find the least that some stages can be, one after another, without planning the rest of a review to its best."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.timetable import Status
from ltsched.model.build import build
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.solve.course import Course
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal
from ltsched.solve.steps.extend import at_meetings, look_everywhere, look_near, near_meetings
from ltsched.solve.steps.meetings_alone import plan_meetings

__all__ = ["Found", "Ground"]


@dataclass(frozen=True, slots=True)
class Found:
    """How little stages can be.

    Parameters
    ----------
    status
        OPTIMAL if the values are proven; INFEASIBLE if there is no timetable, which two configurations say; UNKNOWN if
        none was found in time.
    values
        What was found, of every stage that is not about panels; empty without a timetable.
    bounds
        No timetable has less, each after the stages asked for before it; 0 where nothing is known.
    """

    status: Status
    values: Mapping[str, int]
    bounds: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Ground:
    """An agenda with what every search of it begins from: who is free when, and the candidate starts."""

    agenda: Agenda
    free: FreeTime
    candidates: Mapping[str, Candidates]

    @classmethod
    def of(cls, agenda: Agenda) -> Ground:
        """Lay the ground of `agenda`."""
        free = FreeTime.of(agenda, lay_grid(agenda))
        return cls(agenda, free, narrow(agenda, free.grid, find_candidates(agenda, free)))

    @property
    def bare(self) -> bool:
        """Whether some activity has no candidate start, so that nothing fits."""
        return any(not own.starts for own in self.candidates.values())

    def least(
        self,
        names: Sequence[str],
        runner: Runner,
        listener: Listener = SILENT,
        *,
        within: Mapping[str, int] | None = None,
    ) -> Found:
        """Return how little the stages `names` can be, each with those before it at their least.

        Parameters
        ----------
        names
            Stages that are not about panels.
        runner, listener
            How to solve, and whom to tell.
        within
            What other stages may be at most.
        """
        if self.bare:
            return Found(Status.INFEASIBLE, {}, {})
        goals, most = [Goal(name) for name in names], within or {}
        course = Course(self.agenda, self.free, self.candidates, runner, listener)
        meetings = plan_meetings(course, goals, most)
        if meetings.status is Status.INFEASIBLE:
            return Found(Status.INFEASIBLE, {}, {})
        model = build(self.agenda, self.free, self.candidates, panels_too=False)
        whole = course.search(model, meetings.proven_bounds, linearization=1)
        whole.hold(most)
        near, at = (find(whole, meetings, self.candidates) for find in (near_meetings, at_meetings))
        look_near(whole, near, goals, at)
        look_everywhere(whole, goals)
        whole.improve(goals)
        whole.confirm_infeasible()
        if whole.incumbent is None:
            return Found(whole.status, {}, {})
        return Found(whole.status, whole.values, {name: whole.bounds.get(name, 0) for name in names})
