"""Plan a review again: what can stay stays, what must move moves least, each stage proven."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.replanning import DISTANCE, MESSAGES, MOVED, MOVED_UNANNOUNCED, TOLD
from ltsched.domain.stages.table import LATE_DAYS
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.decode import decode
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.model.stay import cannot_stay, stay
from ltsched.model.tighten import tighten
from ltsched.solve.bookings import bookings
from ltsched.solve.course import Course
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.reasons.why import arithmetic, reasons_after_solving, reasons_before_solving
from ltsched.solve.replanning.best_of_these import best_of_these
from ltsched.solve.result import Result
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search, hand_over
from ltsched.solve.timetable import make_timetable

__all__ = ["replan_agenda"]

REPLANNING = (LATE_DAYS, MOVED, TOLD, MESSAGES, MOVED_UNANNOUNCED, DISTANCE)
"""What is settled first: whatever else could be gained waits for that."""


GLANCE_EFFORT = 0.3
"""For each stage of a quick look, in deterministic time."""


def replan_agenda(
    agenda: Agenda,
    runner: Runner,
    listener: Listener = SILENT,
    *,
    told: bool = True,
    at: Mapping[str, datetime] | None = None,
    quick: bool = False,
) -> Result:
    """Plan `agenda`, which has something before it, so that it is as it was as far as it can be.

    First whatever can stay where it was is held there, and only the rest is planned. As many bookings move then as have
    no start where they were: none fewer can. Where that cannot be, or is not proven to be the least in every stage, the
    whole is searched.

    Parameters
    ----------
    runner, listener, told
        As in `ltsched.solve.plan.plan_agenda`.
    at
        Activities that are to start at a time, if they can; None for none.
    quick
        Look with little effort: what is found is a plan, and need not be the best.

    Raises
    ------
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    listener.phase("finding out who is free when")
    free = FreeTime.of(agenda, lay_grid(agenda))
    alone = find_candidates(agenda, free)
    for id, start in (at or {}).items():
        slot = free.grid.slot_of(start)
        alone[id] = alone[id].only(0 if slot is None else 1 << slot)
    reasons = reasons_before_solving(agenda, free, alone) if not at else ()
    if reasons:
        return Result(Status.INFEASIBLE, agenda, None, reasons)
    candidates = narrow(agenda, free.grid, alone)
    course = Course(agenda, free, candidates, runner, listener, told)
    without_start = tuple(id for id, own in candidates.items() if not own.starts)
    if not without_start:
        search = _glance(course) if quick else _follow(course)
        if search.incumbent is not None:
            return _found(course, search)
        if search.status is not Status.INFEASIBLE:
            return Result(Status.UNKNOWN, agenda, None, arithmetic(agenda, free))
    if not told:
        return Result(Status.INFEASIBLE, agenda, None)
    listener.phase("finding out why nothing fits")
    reasons = reasons_after_solving(agenda, free, runner, without_start, leads_short=False, first_only=True)
    return Result(Status.INFEASIBLE, agenda, None, reasons)


def _follow(course: Course) -> Search:
    """Return the search that has gone farthest."""
    late = _late_bound(course)
    before = course.agenda.before
    assert before is not None
    forced = cannot_stay(course.agenda, course.free.grid, course.candidates)
    course.listener.phase("keeping what can stay")
    held = _held(course, frozenset())
    first: Search | None = None
    if held is not None:
        first = _search(course, held, late)
        first.improve(_goals(course, again=True))
        if first.incumbent is not None and _is_whole(course, first, forced, late):
            return best_of_these(course, first, held)
    course.listener.phase("moving as little as possible")
    settled = first is not None and first.incumbent is not None and _moves_least(course, first, forced, late)
    wider = _held(course, frozenset(course.candidates) - before.announced) if settled else None
    candidates = wider or dict(course.candidates)
    search = _search(course, candidates, late)
    if first is not None:
        hand_over(first, search)
    search.improve(_goals(course, again=True))
    if search.incumbent is None or course.runner.stopped:
        search.confirm_infeasible()
        return search
    return best_of_these(course, search, candidates)


def _goals(course: Course, *, again: bool) -> list[Goal]:
    """Return the goals of replanning, in their order; or else those of the option."""
    return [goal for goal in course.goals if (goal.name in REPLANNING) is again]


def _glance(course: Course) -> Search:
    """Return a search for a plan in which all stays that can, or most of it; one without a plan says nothing."""
    wanted = [goal for goal in course.goals if goal.name in (LATE_DAYS, MOVED, TOLD)]
    for candidates in (_held(course, frozenset()), dict(course.candidates)):
        if candidates is not None:
            search = _search(course, candidates, 0)
            search.most_effort = GLANCE_EFFORT
            search.improve(wanted)
            if search.incumbent is not None:
                return search
    search.status = Status.UNKNOWN
    return search


def _late_bound(course: Course) -> int:
    """Return a bound of the late days: that of the meetings alone, where there is a deadline to miss."""
    if course.agenda.review.deadline is None:
        return 0
    meetings = Search(build_bound(course.agenda, course.free, course.candidates), course.runner)
    meetings.improve([goal for goal in course.goals if goal.name == LATE_DAYS])
    return meetings.bounds.get(LATE_DAYS, 0)


def _held(course: Course, but: frozenset[str]) -> dict[str, Candidates] | None:
    """Return the candidates with all but some held where it was; None if the order leaves something no start then."""
    grid = course.free.grid
    left = tighten(course.agenda, grid, stay(course.agenda, grid, course.candidates, but))
    return left if all(own.starts for own in left.values()) else None


def _search(course: Course, candidates: dict[str, Candidates], late: int) -> Search:
    model = build(course.agenda, course.free, candidates)
    return course.search(model, KnownBounds({LATE_DAYS: late}), linearization=1)


def _moves_least(course: Course, search: Search, forced: frozenset[str], late: int) -> bool:
    """Return whether no plan is less late, and none moves fewer of the bookings that people are invited to."""
    before = course.agenda.before
    assert before is not None
    tolerance = course.goals[0].tolerance
    least = len(forced & before.announced)
    return search.values[LATE_DAYS] <= late + tolerance and search.values[MOVED] == least and tolerance == 0


def _is_whole(course: Course, search: Search, forced: frozenset[str], late: int) -> bool:
    """Return whether what was held where it was is held there by the stages, so that nothing else could be better.

    What people are invited to and can stay stays in every plan that moves no more than has to. So does what nobody has
    been told of, if nobody is told anything or there is nothing of the kind.
    """
    before = course.agenda.before
    assert before is not None
    if not _moves_least(course, search, forced, late):
        return False
    open_ones = set(before.bookings).difference(before.announced, forced, before.free, course.agenda.over)
    if not open_ones.intersection(course.candidates):
        return True
    return search.values[TOLD] == 0 and search.values[MOVED_UNANNOUNCED] == len(forced - before.announced)


def _found(course: Course, search: Search) -> Result:
    """Return the timetable of the incumbent, once it has passed the independent check."""
    assert search.incumbent is not None
    course.listener.phase("checking the timetable independently")
    warnings = []
    if course.runner.out_of_time:
        warnings.append("the time limit ended the search: another run, or another machine, may end elsewhere")
    if course.runner.interrupted:
        warnings.append("the search was interrupted: this is the best timetable that it had found")
    found = bookings(course.agenda, search.model.context.grid, decode(search.model, search.incumbent))
    timetable = make_timetable(course.agenda, found, course.goals, search.bounds, warnings)
    return Result(timetable.status, course.agenda, timetable)
