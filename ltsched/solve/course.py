"""What the steps of one planning run share: the agenda, who is free when, and what has been found so far."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.stage import DependsOn
from ltsched.domain.stages.table import PREFERENCES, stage_values, stages_about, stages_of
from ltsched.model.build import Model
from ltsched.model.candidates import Candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.solve.bookings import bookings
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.progress import Listener
from ltsched.solve.rooms import assign_rooms
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search, goals_of

__all__ = ["Course", "Step"]


@dataclass(slots=True)
class Course:
    """One run of planning.

    Parameters
    ----------
    agenda, free, candidates
        What is to be planned, who is free when, and the candidate starts of each activity; each has one.
    runner, listener
        How to solve, and whom to tell.
    told
        Whether anybody will read why nothing fits.
    meetings
        The search of the meetings alone, once it has ended.
    whole
        The search of the whole review, as far as it has come.
    leads_cannot
        Whether it is proven that the lead reviewers alone could not do it.
    ended
        Whether there is nothing left for further steps.
    asked_canonical, canonical
        Whether it was asked for that the whole be the first of all that are as good, in the order of
        `ltsched.model.in_order`; whether it is known to be.
    """

    agenda: Agenda
    free: FreeTime
    candidates: Mapping[str, Candidates]
    runner: Runner
    listener: Listener
    told: bool = True
    goals: tuple[Goal, ...] = field(init=False)
    meetings: Search | None = field(default=None, init=False)
    whole: Search | None = field(default=None, init=False)
    leads_cannot: bool = field(default=False, init=False)
    ended: bool = field(default=False, init=False)
    asked_canonical: bool = field(default=False, init=False)
    canonical: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.goals = goals_of(stages_of(self.agenda))

    @property
    def preferences(self) -> tuple[Goal, ...]:
        """The goals that are preferences, in their order."""
        return tuple(goal for goal in self.goals if goal.name in PREFERENCES)

    @property
    def all_at_once(self) -> bool:
        """Whether one model has to know all stages.

        That is so where the review puts a preference before something else, or where what is no preference depends on
        panels.
        """
        others, last = self.goals[: -len(self.preferences)], self.goals[-len(self.preferences) :]
        about_panels = stages_about(DependsOn.PANELS)
        return last != self.preferences or any(goal.name in about_panels for goal in others)

    def search(self, model: Model, known: KnownBounds, linearization: int) -> Search:
        """Return a search of `model` whose solutions are measured by the bookings that they come to."""

        def measure(solution: Sequence[int]) -> Mapping[str, int]:
            found = bookings(self.agenda, model.context.grid, decode(model, solution))
            # Whoever was told of a room is told of another one.
            roomed = found if self.agenda.before is None else assign_rooms(self.agenda, found)
            return stage_values(self.agenda, roomed)

        return Search(model, self.runner, self.listener, measure, known, linearization)


class Step(Protocol):
    """One step of the strategy: it takes the course a little further."""

    def take(self, course: Course) -> None:
        """Do the one thing that the step is there for; `course.ended` says that no other has to."""
