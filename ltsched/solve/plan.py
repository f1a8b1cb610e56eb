"""Plan a review: bound, extend, improve, check."""

from __future__ import annotations

import logging
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.preferences import BALANCE, LUNCH, PREFERENCES, TRIPS
from ltsched.domain.review import Review
from ltsched.domain.stage_values import LATE_DAYS, stage_values
from ltsched.domain.timetable import Booking, Status
from ltsched.errors import Notice
from ltsched.model.build import Model, build, build_bound, build_leads_alone
from ltsched.model.candidates import Candidates, FreeTime, bit_set, find_candidates
from ltsched.model.decode import decode
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.model.within_limits import within_limits
from ltsched.options.expand import expand
from ltsched.solve.bookings import bookings
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.first import look_everywhere, look_near, near_meetings
from ltsched.solve.leads_alone import WORDS_EFFORT, leads_cannot, leads_short
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.reasons import arithmetic, reasons_after_solving, reasons_before_solving
from ltsched.solve.result import Result
from ltsched.solve.run import Runner, Verdict
from ltsched.solve.stages import Climb, Stage, hand_over, stages_of
from ltsched.solve.timetable import make_timetable

__all__ = ["plan"]

log = logging.getLogger(__name__)

PANEL_WISHES = (TRIPS, BALANCE)
"""The preferences that are about who holds what, and when."""


def plan(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
    every_reason: bool = True,
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
    every_reason
        Where the review is impossible: find out everything that would help, not only the first thing.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    started = time.monotonic()
    runner = Runner(started + time_limit_seconds, seed, workers)
    with ctrl_c_ends(runner):
        agenda = expand(review)
        # Where something is optional, the reasons that count are those without it.
        result = _Planning(agenda, runner, listener, every_reason, told=not agenda.optional).result()
        if result.agenda.optional:
            result = _with_or_without(review, result, runner, listener, every_reason)
    return replace(result, interrupted=runner.interrupted, seconds=time.monotonic() - started)


def _with_or_without(review: Review, held: Result, runner: Runner, listener: Listener, every_reason: bool) -> Result:
    """Return the plan without what is optional, if that cannot be held or makes the report late."""
    late = _late_days(held)
    if late == 0 or held.status is Status.UNKNOWN:
        return held
    names = ", ".join(held.agenda.optional)
    why = "there is no time for it" if late is None else f"with it the report would be {late} working days late"
    agenda = expand(review, hold_optional=False)
    agenda = replace(agenda, notices=(*agenda.notices, Notice(f"{names} is left out: {why}")))
    result = _Planning(agenda, runner, listener, every_reason).result()
    without = _late_days(result)
    if late is None or (without is not None and without < late):
        # Impossible with it proves nothing about the review without it, whatever became of that.
        return result
    return held


def _late_days(result: Result) -> int | None:
    if result.timetable is None:
        return None
    return result.timetable.stage_value(LATE_DAYS)


@dataclass(slots=True)
class _Planning:
    """One run of planning for one agenda; `told` is whether anybody will read why nothing fits."""

    agenda: Agenda
    runner: Runner
    listener: Listener
    every_reason: bool = True
    told: bool = True
    stages: tuple[Stage, ...] = field(init=False)
    leads_cannot: bool = field(default=False, init=False)

    def __post_init__(self) -> None:
        self.stages = stages_of(self.agenda.shape, self.agenda.review.stages)

    def result(self) -> Result:
        """Plan the agenda."""
        agenda = self.agenda
        self.listener.phase("finding out who is free when")
        free = FreeTime.of(agenda, lay_grid(agenda))
        alone = find_candidates(agenda, free)
        reasons = reasons_before_solving(agenda, free, alone)
        if reasons:
            return Result(Status.INFEASIBLE, agenda, None, reasons)
        candidates = narrow(agenda, free.grid, alone)
        squeezed = tuple(id for id, own in candidates.items() if not own.starts)
        if not squeezed:
            climb = self._climb(free, candidates)
            if climb.incumbent is not None:
                return self._found(climb, climb.incumbent)
            if climb.verdict is not Verdict.INFEASIBLE:
                return Result(Status.UNKNOWN, agenda, None, arithmetic(agenda, free))
        if not self.told:
            return Result(Status.INFEASIBLE, agenda, None)
        self.listener.phase("finding out why nothing fits")
        short = self.leads_cannot and leads_short(agenda, free, candidates, self.runner)
        reasons = reasons_after_solving(
            agenda, free, self.runner, squeezed, leads_short=short, first_only=not self.every_reason
        )
        return Result(Status.INFEASIBLE, agenda, None, reasons)

    def _climb(self, free: FreeTime, candidates: Mapping[str, Candidates]) -> Climb:
        """Bound the stages by the meetings alone, then plan the whole, then improve the preferences (DESIGN §6)."""
        self.listener.phase("planning the meetings alone")
        bound = Climb(build_bound(self.agenda, free, candidates), self.runner, self.listener)
        bound.climb([stage for stage in self.stages if stage.name in bound.model.terms])
        if bound.verdict is Verdict.INFEASIBLE and self._doubted(bound).verdict is Verdict.INFEASIBLE:
            self.leads_cannot = self.told and leads_cannot(
                self.agenda, free, candidates, self.runner, most_effort=WORDS_EFFORT
            )
            return bound
        floors = bound.bounds if bound.verdict is Verdict.OPTIMAL else {}
        self.listener.phase("planning the whole review")
        wishes = [stage for stage in self.stages if stage.name in PREFERENCES]
        # Where the review puts a preference before something else, one model has to know them all.
        at_once = list(self.stages[-len(wishes) :]) != wishes
        model = build(self.agenda, free, candidates, wishes=at_once)
        climb = self._new_climb(model, floors, linearization=2 if at_once else 1)
        look_near(climb, near_meetings(climb, bound, candidates), self.stages)
        if climb.incumbent is None:
            self.leads_cannot = leads_cannot(self.agenda, free, candidates, self.runner)
            if self.leads_cannot:
                climb.verdict = Verdict.INFEASIBLE
                return climb
        look_everywhere(climb, self.stages)
        climb.climb(self.stages if at_once else self.stages[: -len(wishes)])
        if at_once or climb.incumbent is None or self.runner.stopped:
            return self._doubted(climb)
        return self._improve_wishes(climb, wishes, free, candidates)

    def _new_climb(self, model: Model, floors: Mapping[str, int], linearization: int = 1) -> Climb:
        def measure(solution: Sequence[int]) -> Mapping[str, int]:
            return stage_values(self.agenda, self._bookings(model, solution))

        return Climb(model, self.runner, self.listener, measure, floors, linearization)

    def _improve_wishes(
        self, climb: Climb, wishes: Sequence[Stage], free: FreeTime, candidates: Mapping[str, Candidates]
    ) -> Climb:
        """Go on with a model that knows the preferences, all other stages held at what they have reached."""
        self.listener.phase("improving what people would rather have")
        proven = climb.verdict is Verdict.OPTIMAL and not any(stage.tolerance for stage in self.stages)
        candidates = within_limits(self.agenda, free.grid, candidates, climb.limits, proven)
        if proven and wishes[0].name == LUNCH and self._as_meetings_alone(climb):
            candidates = _outside_lunch(climb.model, candidates)
        # The bounds of the meetings alone hold as long as every stage before has reached its own.
        floors = climb.floors if all(v == climb.floors.get(name) for name, v in climb.limits.items()) else {}
        last = self._new_climb(build(self.agenda, free, candidates), floors, linearization=2)
        last.hold(climb.limits)
        hand_over(climb, last)
        last.climb([stage for stage in wishes if stage.name not in PANEL_WISHES])
        if last.incumbent is not None:
            alone = Climb(build_leads_alone(self.agenda, free, candidates), self.runner, SILENT, linearization=2)
            alone.hold({**climb.limits, **last.limits})
            _climb_beside(last, alone, [stage for stage in wishes if stage.name in PANEL_WISHES])
        if last.incumbent is None:
            return climb
        last.bounds = {**climb.bounds, **last.bounds}
        return last

    def _as_meetings_alone(self, climb: Climb) -> bool:
        """Return whether every stage up to lunch is at what the meetings alone reach: else these might take less."""
        names = [stage.name for stage in self.stages]
        return all(climb.values[name] == climb.floors.get(name) for name in names[: names.index(LUNCH) + 1])

    def _doubted(self, climb: Climb) -> Climb:
        """Have another configuration confirm that nothing fits, before anybody is told (DESIGN §6, "Trust")."""
        if climb.verdict is Verdict.INFEASIBLE and climb.incumbent is None:
            answer = self.runner.solve(climb.model.cp, second_opinion=True)
            if answer.verdict is not Verdict.INFEASIBLE:
                log.warning("one configuration says infeasible, another %s", answer.verdict.value)
            climb.verdict = answer.verdict
            if answer.solution is not None:
                climb.accept(answer.solution)
        return climb

    def _bookings(self, model: Model, solution: Sequence[int]) -> tuple[Booking, ...]:
        return bookings(self.agenda, model.context.grid, decode(model, solution))

    def _found(self, climb: Climb, incumbent: Sequence[int]) -> Result:
        self.listener.phase("checking the timetable independently")
        warnings = []
        if self.runner.out_of_time:
            warnings.append("the time limit ended the search: another run, or another machine, may end elsewhere")
        if self.runner.interrupted:
            warnings.append("the search was interrupted: this is the best timetable that it had found")
        found = self._bookings(climb.model, incumbent)
        timetable = make_timetable(self.agenda, found, self.stages, climb.bounds, warnings)
        return Result(timetable.status, self.agenda, timetable)


def _climb_beside(climb: Climb, alone: Climb, stages: Sequence[Stage]) -> None:
    """Improve `stages`, each after what the lead reviewers `alone` can reach in it: a bound, and soon proven.

    It holds as long as they are held to no less in the stages before.
    """
    for stage in stages:
        if climb.values[stage.name] and all(climb.limits[name] <= limit for name, limit in alone.limits.items()):
            alone.climb([stage])
            climb.floors = alone.bounds
        climb.climb([stage])


def _outside_lunch(model: Model, candidates: Mapping[str, Candidates]) -> dict[str, Candidates]:
    """Return the candidates without lunch for all that has a panel: the meetings alone take all the lunches there are.

    That follows from the stage of lunch, which reached what the meetings alone take at least.
    """
    left = dict(candidates)
    for id, own in candidates.items():
        if own.activity.panel is not None and id not in model.context.agenda.over:
            left[id] = own.only(bit_set([s for s in own.starts if not model.context.takes_lunch(own.length, s)]))
    return left
