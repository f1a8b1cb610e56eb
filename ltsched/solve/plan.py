"""Plan a review: bound, extend, improve, check."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Review
from ltsched.domain.stages.table import LATE_DAYS
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import plural
from ltsched.errors import Notice
from ltsched.model.candidates import find_candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.options.expand import expand
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.bookings import bookings
from ltsched.solve.course import Course, Step
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.reasons.before import reasons_before_solving
from ltsched.solve.reasons.counted import arithmetic
from ltsched.solve.reasons.why import reasons_after_solving, reasons_of_shortage
from ltsched.solve.result import Result
from ltsched.solve.run import Runner
from ltsched.solve.steps.canonical import Canonical
from ltsched.solve.steps.leads_alone import leads_short
from ltsched.solve.strategy import STEPS, follow
from ltsched.solve.timetable import make_timetable

__all__ = ["plan", "plan_agenda", "plan_review"]

MOST_TOLD = 3
"""So much of the arithmetic is told where nothing was found in the time given."""

NOT_CANONICAL = (
    "not canonical: not everything was proven, or there are too many choices, and another seed, number of workers or "
    "machine may give other bookings"
)


def plan(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    listener: Listener = SILENT,
    every_reason: bool = True,
    steps: Sequence[Step] = STEPS,
    canonical: bool = False,
) -> Result:
    """Plan `review` and return the best timetable that was found, with what is proven about it.

    Parameters
    ----------
    time_limit_seconds
        After this the best so far is returned; that can only make the status worse.
    seed, workers
        The same input, seed, workers and version give the same answer, unless the time limit strikes.
    prove
        Go on with the preferences until they are proven; else they are improved within an effort that is a multiple of
        what came before.
    listener
        Hears what happens. Ctrl-C ends the run with the best so far.
    every_reason
        Where the review is impossible: find out everything that would help, not only the first thing.
    steps
        The steps that are taken; what is not improved for want of its step is not proven.
    canonical
        Leave no free choice among timetables that are as good: the same bookings with any seed and number of workers.
        `Timetable.canonical` says whether that was reached.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    started = time.monotonic()
    steps = (*steps, Canonical()) if canonical else steps
    runner = Runner(started + time_limit_seconds, seed, workers, prove or canonical)
    with ctrl_c_ends(runner):
        result = plan_review(review, runner, listener, every_reason=every_reason, steps=steps)
    return replace(result, interrupted=runner.interrupted, seconds=time.monotonic() - started)


def plan_review(
    review: Review,
    runner: Runner,
    listener: Listener = SILENT,
    *,
    every_reason: bool = True,
    told: bool = True,
    steps: Sequence[Step] = STEPS,
) -> Result:
    """Plan `review` with what is optional, or without it where that cannot be held or makes the report late.

    Parameters and errors as in `plan` and `plan_agenda`.
    """
    agenda = expand(review)
    # Where something is optional, the reasons that count are those without it.
    first = told and not agenda.optional
    result = plan_agenda(agenda, runner, listener, every_reason=every_reason, told=first, steps=steps)
    if result.agenda.optional:
        return _with_or_without(review, result, runner, listener, every_reason, told, steps)
    return result


def _with_or_without(
    review: Review,
    held: Result,
    runner: Runner,
    listener: Listener,
    every_reason: bool,
    told: bool,
    steps: Sequence[Step],
) -> Result:
    """Return the plan without what is optional, if that cannot be held or makes the report late."""
    late = _late_days(held)
    if late == 0 or held.status is Status.UNKNOWN:
        return held
    names = ", ".join(held.agenda.optional)
    days = "" if late is None else plural(late, "working day")
    why = f"with it the report would be {days} late" if days else "there is no time for it"
    agenda = expand(review, hold_optional=False)
    agenda = replace(agenda, notices=(*agenda.notices, Notice(f"{names} is left out: {why}")))
    result = plan_agenda(agenda, runner, listener, every_reason=every_reason, told=told, steps=steps)
    without = _late_days(result)
    if late is None or (without is not None and without < late):
        # Impossible with it proves nothing about the review without it, whatever became of that.
        return result
    return held


def _late_days(result: Result) -> int | None:
    if result.timetable is None:
        return None
    return result.timetable.stage_value(LATE_DAYS)


def plan_agenda(
    agenda: Agenda,
    runner: Runner,
    listener: Listener = SILENT,
    *,
    every_reason: bool = True,
    told: bool = True,
    steps: Sequence[Step] = STEPS,
) -> Result:
    """Plan `agenda` and return the best timetable that was found, with what is proven about it.

    Parameters
    ----------
    runner
        How long, with which seed and how many workers; Ctrl-C is for whoever calls this.
    listener, every_reason, steps
        As in `plan`.
    told
        Whether anybody will read why nothing fits; without a reader, no time is spent on that.

    Raises
    ------
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    listener.phase("finding out who is free when")
    free = FreeTime.of(agenda, lay_grid(agenda))
    alone = find_candidates(agenda, free)
    reasons = reasons_before_solving(agenda, free, alone)
    if reasons:
        return Result(Status.INFEASIBLE, agenda, None, reasons)
    candidates = narrow(agenda, free.grid, alone)
    course = Course(agenda, free, candidates, runner, listener, told)
    without_start = tuple(id for id, own in candidates.items() if not own.starts)
    if not without_start:
        shortage = find_shortage(agenda, free, candidates)
        if shortage is not None:
            reasons = reasons_of_shortage(shortage, agenda, free, runner, first_only=not every_reason) if told else ()
            return Result(Status.INFEASIBLE, agenda, None, reasons)
        search = follow(course, steps)
        if search.incumbent is not None:
            return _found(course)
        if search.status is not Status.INFEASIBLE:
            return Result(Status.UNKNOWN, agenda, None, arithmetic(agenda, free, alone, most=MOST_TOLD))
    if not told:
        return Result(Status.INFEASIBLE, agenda, None)
    listener.phase("finding out why nothing fits")
    short = course.leads_cannot and leads_short(agenda, free, candidates, runner)
    reasons = reasons_after_solving(
        agenda, free, runner, alone, without_start, leads_short=short, first_only=not every_reason
    )
    return Result(Status.INFEASIBLE, agenda, None, reasons)


def _found(course: Course) -> Result:
    """Return the timetable of the incumbent, once it has passed the independent check."""
    search, runner = course.whole, course.runner
    assert search is not None
    assert search.incumbent is not None
    course.listener.phase("checking the timetable independently")
    warnings = []
    if runner.out_of_time:
        warnings.append("the time limit ended the search: another run, or another machine, may end elsewhere")
    if runner.interrupted:
        warnings.append("the search was interrupted: this is the best timetable that it had found")
    if course.asked_canonical and not course.canonical:
        warnings.append(NOT_CANONICAL)
    found = bookings(course.agenda, search.model.context.grid, decode(search.model, search.incumbent))
    timetable = make_timetable(course.agenda, found, course.goals, search.bounds, warnings)
    return Result(timetable.status, course.agenda, replace(timetable, canonical=course.canonical))
