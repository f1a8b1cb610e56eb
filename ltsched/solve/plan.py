"""Plan a review: bound, extend, improve, check."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.preferences import preference_counts, preference_value
from ltsched.domain.review import Review
from ltsched.domain.stage_values import LATE_DAYS, PREFERENCES, stage_values
from ltsched.domain.timetable import Booking, Status
from ltsched.errors import Notice
from ltsched.model.build import Model, build, build_bound
from ltsched.model.candidates import Candidates, FreeTime, find_candidates
from ltsched.model.decode import decode
from ltsched.model.grid import lay_grid
from ltsched.model.tighten import tighten
from ltsched.options.expand import expand
from ltsched.solve.bookings import bookings
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.reasons import reasons_before_solving, reasons_by_relaxing
from ltsched.solve.result import Result
from ltsched.solve.run import Runner, Verdict
from ltsched.solve.stages import Climb, Stage, stages_of
from ltsched.solve.timetable import timetable_of

__all__ = ["plan"]


def plan(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
) -> Result:
    """Plan `review` and return the best timetable that was found, with what is proven about it.

    Parameters
    ----------
    time_limit_seconds
        After this the best so far is returned; that can only make the status worse.
    seed, workers
        The same input, seed, workers and version give the same answer, unless the time limit strikes.
    listener
        Hears what happens. Ctrl-C ends the run with the best so far.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    started = time.monotonic()
    runner = Runner(started + time_limit_seconds, seed, workers)
    agenda = expand(review)
    result = _Planning(agenda, runner, listener).result()
    if agenda.optional:
        result = _without_optional(review, result, runner, listener)
    return replace(result, interrupted=runner.interrupted, seconds=time.monotonic() - started)


def _without_optional(review: Review, held: Result, runner: Runner, listener: Listener) -> Result:
    """Return the plan without what is optional, if that is impossible to hold or makes the report late."""
    late = _late_days(held)
    if late == 0 or held.status is Status.UNKNOWN:
        return held
    names = ", ".join(held.agenda.optional)
    why = "it cannot be held" if late is None else f"with it the report would be {late} working days late"
    agenda = expand(review, hold_optional=False)
    agenda = replace(agenda, notices=(*agenda.notices, Notice(f"{names} is left out: {why}")))
    result = _Planning(agenda, runner, listener).result()
    without = _late_days(result)
    if result.timetable is not None and (late is None or (without is not None and without < late)):
        return result
    return held


def _late_days(result: Result) -> int | None:
    if result.timetable is None:
        return None
    return next((stage.value for stage in result.timetable.stages if stage.name == LATE_DAYS), 0)


@dataclass(slots=True)
class _Planning:
    agenda: Agenda
    runner: Runner
    listener: Listener

    def result(self) -> Result:
        """Plan the agenda."""
        agenda = self.agenda
        self.listener.phase("finding out who is free when")
        free = FreeTime.of(agenda, lay_grid(agenda))
        alone = find_candidates(agenda, free)
        reasons = reasons_before_solving(agenda, free, alone)
        if reasons:
            return Result(Status.INFEASIBLE, agenda, None, reasons)
        candidates = tighten(agenda, free.grid, alone)
        if all(own.starts for own in candidates.values()):
            climb = self._climb(free, candidates)
            if climb.incumbent is not None:
                return self._found(climb)
            if climb.verdict is Verdict.UNKNOWN:
                return Result(Status.UNKNOWN, agenda, None)
        self.listener.phase("finding out why nothing fits")
        return Result(Status.INFEASIBLE, agenda, None, reasons_by_relaxing(agenda, free, alone, self.runner))

    def _climb(self, free: FreeTime, candidates: Mapping[str, Candidates]) -> Climb:
        """Bound the stages by the meetings alone, then plan the whole (DESIGN §6)."""
        stages = stages_of(self.agenda.shape, self.agenda.review.stages)
        last = PREFERENCES
        self.listener.phase("planning the meetings alone")
        bound = Climb(build_bound(self.agenda, free, candidates), self.runner, self.listener)
        bound.climb([stage for stage in stages if stage.name != last])
        floors = {name: value for name, value in bound.bounds.items() if bound.verdict is Verdict.OPTIMAL}
        self.listener.phase("planning the whole review")
        model = build(self.agenda, free, candidates)
        climb = Climb(model, self.runner, self.listener, self._measure(model), floors)
        self._try_floors(climb, stages)
        climb.climb(stages)
        if climb.verdict is Verdict.INFEASIBLE and climb.incumbent is None:
            self._doubt(climb)
        return climb

    def _try_floors(self, climb: Climb, stages: Sequence[Stage]) -> None:
        """Look for a plan of the whole in which every stage reaches its bound: it is proven at once."""
        if not climb.floors:
            return
        trial = climb.model.cp.clone()
        for stage in stages:
            term = climb.model.terms[stage.name]
            if stage.name in climb.floors and not isinstance(term, int):
                trial.add(term <= climb.floors[stage.name] + stage.tolerance)
        answer = self.runner.solve(trial, most_seconds=self.runner.seconds_left() / 4)
        if answer.solution is not None:
            climb.accept(answer.solution)

    def _doubt(self, climb: Climb) -> None:
        """Have another configuration confirm that nothing fits, before anybody is told (DESIGN §6, "Trust")."""
        answer = self.runner.solve(climb.model.cp, second_opinion=True)
        climb.verdict = answer.verdict
        if answer.solution is not None:
            climb.accept(answer.solution)

    def _measure(self, model: Model) -> object:
        def measure(solution: Sequence[int]) -> dict[str, int]:
            return self._values(self._bookings(model, solution))

        return measure

    def _bookings(self, model: Model, solution: Sequence[int]) -> tuple[Booking, ...]:
        return bookings(self.agenda, model.context.grid, decode(model, solution))

    def _values(self, found: tuple[Booking, ...]) -> dict[str, int]:
        wishes = preference_counts(self.agenda, found)
        weights = self.agenda.option.preferences
        return {**stage_values(self.agenda, found), PREFERENCES: preference_value(wishes, weights)}

    def _found(self, climb: Climb) -> Result:
        assert climb.incumbent is not None
        timetable = timetable_of(
            self.agenda, self._bookings(climb.model, climb.incumbent), climb, self.runner
        )
        return Result(timetable.status, self.agenda, timetable)
