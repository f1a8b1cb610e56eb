"""Walk along the frontier of report date against what it costs: point by point, each planned for real and proven."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.living.tradeoffs import TRADED, Frontier, FrontierPoint, Tradeoffs
from ltsched.domain.review import Review
from ltsched.domain.stages.table import MISSED_ATTENDANCE
from ltsched.domain.stages.values import asked_if_needed
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import plural
from ltsched.errors import WrongUse
from ltsched.options.expand import expand
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.many.choosing import Chooser
from ltsched.solve.many.compare import Limits
from ltsched.solve.plan import plan_agenda
from ltsched.solve.progress import SILENT, Listener, PartOf
from ltsched.solve.run import Runner

__all__ = ["choose", "tradeoffs", "walk_along"]


def tradeoffs(
    review: Review,
    *,
    limits: Limits | None = None,
    listener: Listener = SILENT,
    on_point: Callable[[FrontierPoint], None] = lambda point: None,
) -> Tradeoffs:
    """Return what an earlier report of `review` would cost: in missed attendance, and in time that is if-needed.

    The first point gives up as little as there can be, with the earliest report for that. Each next one has the least
    that a report takes which is earlier than the last, and again the earliest report for that; the frontier ends where
    no report is earlier. So each point is on the frontier, and there is none between two of them.

    Parameters
    ----------
    limits
        For each point: the search for what it costs, and its timetable.
    listener
        Hears what happens. Ctrl-C ends the work with the points so far.
    on_point
        Hears of each point as soon as it is there.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    UnsoundTimetable
        A timetable fails the independent check, which is a bug.
    """
    limits = limits or Limits()
    runner = _runner(limits)
    with ctrl_c_ends(runner):
        parts = PartOf(listener)
        chooser = Chooser.of(review, runner, parts)
        if not chooser.usual.values:
            return _nothing(review, chooser, limits)
        frontiers = walk_along(chooser, limits, on_point, parts)
    proven = len(frontiers) == len(TRADED) and all(frontier.proven for frontier in frontiers)
    found = any(frontier.points for frontier in frontiers)
    status = Status.OPTIMAL if proven else Status.FEASIBLE if found else Status.UNKNOWN
    return replace(_frame(review, chooser.agenda), status=status, frontiers=frontiers, interrupted=runner.interrupted)


def walk_along(
    chooser: Chooser,
    limits: Limits,
    on_point: Callable[[FrontierPoint], None] = lambda point: None,
    parts: PartOf | None = None,
) -> tuple[Frontier, ...]:
    """Return the frontier of each of `TRADED`, as far as there is time; there is a timetable at all."""
    walk = _Walk(chooser, limits, on_point, parts or PartOf(SILENT))
    frontiers: list[Frontier] = []
    for traded in TRADED:
        if not chooser.runner.interrupted:
            frontiers.append(walk.nothing_to_choose(traded, frontiers) or walk.along(traded))
    return tuple(frontiers)


def choose(
    review: Review, traded: str, most: int, *, limits: Limits | None = None, listener: Listener = SILENT
) -> Review:
    """Return `review` with the stages whose plan has the earliest report with at most `most` of the stage `traded`.

    They are those that `tradeoffs` shows of the point. Where nothing fits at all, or nothing was found in time, the
    review is returned as it is: to plan it tells why.

    Raises
    ------
    WrongUse
        There is no timetable with so little of it.
    """
    runner = _runner(limits or Limits())
    with ctrl_c_ends(runner):
        chooser = Chooser.of(review, runner, listener)
    if not chooser.usual.values:
        return review
    least, bound = chooser.least(traded)
    if most < least:
        raise WrongUse(_too_few(traded, most, least, proven=bound >= least))
    return replace(review, stages=chooser.stages(traded, most))


def _too_few(traded: str, most: int, least: int, *, proven: bool) -> str:
    """Return that there is no timetable with so little of `traded`, as far as that is proven."""
    if traded == MISSED_ATTENDANCE:
        what, held = plural(least, "person missing", "people missing"), "whatever else is given up"
    else:
        what, held = plural(least, "booking"), "with late days and missed attendance at their least"
    said = f"{what} is the least there can be, {held}" if proven else f"nothing with less than {what} was found"
    return f"{traded} cannot be {most}: {said}"


def _runner(limits: Limits) -> Runner:
    return Runner(time.monotonic() + limits.time_limit_seconds, limits.seed, limits.workers)


def _frame(review: Review, agenda: Agenda) -> Tradeoffs:
    there = {activity.id for activity in agenda.activities}
    return Tradeoffs(
        reference=review.reference,
        option=review.option.name,
        title=review.option.title,
        commissioned=review.commissioned,
        deadline=review.deadline,
        status=Status.UNKNOWN,
        frontiers=(),
        left_out=tuple(id for id in expand(review).optional if id not in there),
        today=review.today,
        rehearsal=review.rehearsal,
        inputs=review.inputs,
    )


def _nothing(review: Review, chooser: Chooser, limits: Limits) -> Tradeoffs:
    """Return that nothing fits, and why; or that nothing was found in time."""
    frame = replace(_frame(review, chooser.agenda), interrupted=chooser.runner.interrupted)
    if chooser.usual.status is not Status.INFEASIBLE:
        return frame
    chooser.runner.begin_again(limits.time_limit_seconds)
    result = plan_agenda(chooser.agenda, chooser.runner, chooser.listener)
    return replace(frame, status=Status.INFEASIBLE, reasons=result.reasons)


@dataclass(frozen=True, slots=True)
class _Walk:
    chooser: Chooser
    limits: Limits
    on_point: Callable[[FrontierPoint], None]
    parts: PartOf

    def along(self, traded: str) -> Frontier:
        """Return the frontier of the stage `traded`, as far as there is time."""
        chooser, runner = self.chooser, self.chooser.runner
        points: list[FrontierPoint] = []
        complete = False
        value, bound = chooser.least(traded)
        while True:
            self.parts.part = f"{traded}, point {len(points) + 1}"
            point = self._point(traded, value, bound)
            if point is None or (points and point.finish >= points[-1].finish):
                break
            # Only what was not proven can turn out to be no better than a point that was found later.
            points = [*(one for one in points if one.value < point.value), point]
            self.on_point(point)
            if runner.interrupted:
                break
            runner.begin_again(self.limits.time_limit_seconds)
            self.parts.part = f"{traded}, a report earlier than point {len(points)}"
            chooser.listener.phase("looking for it")
            found = chooser.earlier(traded, point.finish)
            complete = found.status is Status.INFEASIBLE
            if not found.values or runner.interrupted:
                break
            value, bound = found.values[traded], found.bounds[traded]
        return Frontier(traded, chooser.held(traded), tuple(points), complete)

    def nothing_to_choose(self, traded: str, before: Sequence[Frontier]) -> Frontier | None:
        """Return the one point of a frontier, if it is one of `before`: all that is held and `traded` at their least.

        A proven point has the earliest report with no more of what it gives up; with `traded` at its least besides, no
        more of that would gain anything. None if there may be more to say.
        """
        held = {**self.chooser.held(traded), traded: self.chooser.least(traded)[0]}
        for frontier in before:
            for point in frontier.points:
                if point.proven and all(point.timetable.stage_value(name) <= value for name, value in held.items()):
                    only = replace(point, traded=traded, bound=self.chooser.least(traded)[1])
                    return Frontier(traded, self.chooser.held(traded), (only,), complete=True)
        return None

    def _point(self, traded: str, value: int, bound: int) -> FrontierPoint | None:
        stages = self.chooser.stages(traded, value)
        self.chooser.runner.begin_again(self.limits.time_limit_seconds)
        agenda = self.chooser.chosen(stages)
        timetable = plan_agenda(agenda, self.chooser.runner, self.chooser.listener, told=False).timetable
        if timetable is None:
            return None
        asked = ((id, one.activity) for one in timetable.bookings for id in asked_if_needed(agenda, one))
        return FrontierPoint(traded, bound, timetable, stages, tuple(asked))
