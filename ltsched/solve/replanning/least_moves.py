"""Plan again, as steps: what can stay stays, what must move moves least, each stage proven."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ltsched.domain.stages.replanning import DISTANCE, MOVED, MOVED_UNANNOUNCED, TOLD
from ltsched.domain.stages.table import LATE_DAYS, MOVES_LEAST
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound
from ltsched.model.candidates import Candidates
from ltsched.model.stay import cannot_stay, propose_staying, stay
from ltsched.model.tighten import tighten
from ltsched.solve.course import Course
from ltsched.solve.known_bounds import KnownBounds
from ltsched.solve.replanning.best_of_these import best_of_these
from ltsched.solve.search import Search, hand_over

__all__ = ["HowMuchMoves", "LeastMoves"]

WHAT_IT_COSTS = tuple(stage for stage in MOVES_LEAST if stage != DISTANCE)
"""The stages of `HowMuchMoves`: how far something moves nobody asks who compares deputies."""

MOST_EFFORT = 3.0
"""For each stage of `HowMuchMoves`, in deterministic time."""


class LeastMoves:
    """Plan an agenda that has something before it, so that it is as it was as far as it can be.

    First whatever can stay where it was is held there, and only the rest is planned. As many bookings move then as have
    no start where they were: none fewer can. Where that cannot be, or is not proven to be the least in every stage, the
    whole is searched.

    The bounds: that of the meetings alone for the late days; what has no candidate where it was, and one more if the
    rest cannot stay together, for what moves; for all others the solver's own, in a model that leaves out only what
    these rule out.
    """

    def take(self, course: Course) -> None:
        """Go all the way."""
        search, candidates = _settled(course, MOVES_LEAST)
        if search.incumbent is None or course.runner.stopped:
            search.confirm_infeasible()
        else:
            search = best_of_these(course, search, candidates)
        course.whole, course.ended = search, True


class HowMuchMoves:
    """Find out how much has to move, who is told of it, and nothing else; with an end to the effort.

    The bounds: those of `LeastMoves`, for its first stages; of the stages of the option nothing is known.
    """

    def take(self, course: Course) -> None:
        """Settle it; where no plan was found nobody looks for the reason, and it counts as not known."""
        search, _ = _settled(course, WHAT_IT_COSTS, MOST_EFFORT)
        if search.incumbent is None:
            search.status = Status.UNKNOWN
        course.whole, course.ended = search, True


def _settled(
    course: Course, stages: Collection[str], most_effort: float | None = None
) -> tuple[Search, Mapping[str, Candidates]]:
    """Return a search that has settled how much moves, in these stages, and the candidates that its model has."""
    goals = [goal for goal in course.goals if goal.name in stages]
    late = _late_bound(course)
    before = course.agenda.before
    assert before is not None
    forced = cannot_stay(course.agenda, course.free.grid, course.candidates)
    course.listener.phase("keeping what can stay")
    held = _held(course, frozenset())
    known = KnownBounds({LATE_DAYS: late, MOVED: _least_moved(course, forced, all_can_stay=held is not None)})
    first: Search | None = None
    if held is not None:
        first = _search(course, held, known, most_effort)
        first.improve(goals)
        if first.incumbent is not None and _is_whole(course, first, forced, late):
            return first, held
    course.listener.phase("moving as little as possible")
    settled = first is not None and first.incumbent is not None and _moves_least(course, first, forced, late)
    wider = _held(course, frozenset(course.candidates) - before.announced) if settled else None
    candidates = wider or course.candidates
    search = _search(course, candidates, known, most_effort)
    if first is None or first.incumbent is None:
        propose_staying(search.model.context)
    else:
        hand_over(first, search)
    search.improve(goals)
    return search, candidates


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


def _least_moved(course: Course, forced: frozenset[str], *, all_can_stay: bool) -> int:
    """Return a bound of what moves of the bookings that people are invited to.

    What cannot stay moves; and one more does where the others cannot stay together, if people are invited to all.
    """
    before = course.agenda.before
    assert before is not None
    one_more = not all_can_stay and not _unannounced(course, forced)
    return len(forced & before.announced) + one_more


def _unannounced(course: Course, forced: frozenset[str]) -> frozenset[str]:
    """Return what could stay, and that nobody is invited to."""
    before = course.agenda.before
    assert before is not None
    could_stay = before.counted(course.agenda.over) - before.announced - forced
    return could_stay.intersection(course.candidates)


def _search(
    course: Course, candidates: Mapping[str, Candidates], known: KnownBounds, most_effort: float | None
) -> Search:
    model = build(course.agenda, course.free, candidates)
    search = course.search(model, known, linearization=0)
    search.most_effort = most_effort
    return search


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
    if not _unannounced(course, forced):
        return True
    return search.values[TOLD] == 0 and search.values[MOVED_UNANNOUNCED] == len(forced - before.announced)
