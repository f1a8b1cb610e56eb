"""Plan again, as steps: what can stay stays, what must move moves least, each stage proven."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.stages.replanning import MOVED, MOVED_UNANNOUNCED, TOLD
from ltsched.domain.stages.table import LATE_DAYS, MOVES_LEAST
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound
from ltsched.model.candidates import Candidates
from ltsched.model.stay import cannot_stay, stay
from ltsched.model.tighten import tighten
from ltsched.solve.course import Course
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.replanning.best_of_these import best_of_these
from ltsched.solve.search import Goal, Search, hand_over

__all__ = ["Glance", "LeastMoves"]

GLANCE_EFFORT = 0.3
"""For each stage of a glance, in deterministic time."""


class LeastMoves:
    """Plan an agenda that has something before it, so that it is as it was as far as it can be.

    First whatever can stay where it was is held there, and only the rest is planned. As many bookings move then as have
    no start where they were: none fewer can. Where that cannot be, or is not proven to be the least in every stage, the
    whole is searched.

    The bounds: that of the meetings alone for the late days; what has no candidate where it was for what moves; for all
    others the solver's own, in a model that leaves out only what these rule out.
    """

    def take(self, course: Course) -> None:
        """Go all the way."""
        course.whole, course.ended = _least_moves(course), True


class Glance:
    """Look with little effort for a plan in which most stays where it was.

    The bound: none. What is found is a plan, and need not be the best; where nothing is found, nothing is known.
    """

    def take(self, course: Course) -> None:
        """Look where all stays that can, and then everywhere."""
        course.whole, course.ended = _glance(course), True


def _least_moves(course: Course) -> Search:
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
        first.improve(_settled_first(course))
        if first.incumbent is not None and _is_whole(course, first, forced, late):
            return best_of_these(course, first, held)
    course.listener.phase("moving as little as possible")
    settled = first is not None and first.incumbent is not None and _moves_least(course, first, forced, late)
    wider = _held(course, frozenset(course.candidates) - before.announced) if settled else None
    candidates = wider or course.candidates
    search = _search(course, candidates, late)
    if first is not None:
        hand_over(first, search)
    search.improve(_settled_first(course))
    if search.incumbent is None or course.runner.stopped:
        search.confirm_infeasible()
        return search
    return best_of_these(course, search, candidates)


def _settled_first(course: Course) -> list[Goal]:
    return [goal for goal in course.goals if goal.name in MOVES_LEAST]


def _glance(course: Course) -> Search:
    """Return a search for a plan in which all stays that can, or most of it; one without a plan says nothing."""
    wanted = [goal for goal in course.goals if goal.name in (LATE_DAYS, MOVED, TOLD)]
    for candidates in (_held(course, frozenset()), course.candidates):
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


def _search(course: Course, candidates: Mapping[str, Candidates], late: int) -> Search:
    model = build(course.agenda, course.free, candidates)
    return course.search(model, KnownBounds({LATE_DAYS: late}), linearization=0)


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
