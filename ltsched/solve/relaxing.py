"""Why nothing fits, when each activity alone would: leave out one kind of rule after the other, and see what helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Spread
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_bound
from ltsched.model.candidates import FreeTime, find_candidates
from ltsched.model.narrow import narrow
from ltsched.solve.run import Runner
from ltsched.solve.search import Search
from ltsched.solve.steps.extend import near_meetings
from ltsched.solve.steps.leads_alone import leads_cannot

__all__ = ["reasons_by_relaxing"]

MOST_EFFORT = 5.0
"""For one attempt, in deterministic time: whether something helps is worth that much, and no more."""

SHAPES: Mapping[type, str] = {
    Spread: "if the meetings need not be spread evenly",
    OneWeek: "if it need not lie in one week",
    Blocks: "if it need not lie in two blocks",
    OneDay: "if it need not lie on one day",
}

Change = Callable[[Agenda], Agenda]


def reasons_by_relaxing(agenda: Agenda, free: FreeTime, runner: Runner, *, first_only: bool = False) -> tuple[str, ...]:
    """Return which single kind of rule, if it were left out, would make the agenda possible.

    Each answer has been solved: what is named did help. If none does alone, that is said. With `first_only` nothing is
    tried after the first that helps.
    """
    tried: list[tuple[str, bool | None]] = []
    for words, change in _changes(agenda):
        tried.append((words, _fits(change(agenda), free, runner)))
        if first_only and tried[-1][1]:
            break
    helping = [words for words, fits in tried if fits]
    unknown = [words for words, fits in tried if fits is None]
    found = ["no timetable keeps every rule at once", *(f"it would fit {words}" for words in helping)]
    if unknown and not helping and first_only:
        found.append("there was no time to find out what would help")
    elif unknown and not helping:
        found.append(f"there was no time to find out whether it would fit {', or '.join(unknown)}")
    elif not helping:
        found.append("leaving out one kind of rule alone does not help")
    return tuple(found)


def _fits(agenda: Agenda, free: FreeTime, runner: Runner) -> bool | None:
    """Return whether a timetable exists; None if that was not found out in time."""
    candidates = narrow(agenda, free.grid, find_candidates(agenda, free))
    if not all(own.starts for own in candidates.values()):
        return False
    meetings = Search(build_bound(agenda, free, candidates), runner, most_effort=MOST_EFFORT)
    meetings.improve(())
    if (
        meetings.status is Status.INFEASIBLE
        and runner.solve(meetings.model.cp, second_opinion=True, most_effort=MOST_EFFORT).status is Status.INFEASIBLE
    ):
        return False
    whole = Search(build(agenda, free, candidates, panels_too=False), runner)
    near = near_meetings(whole, meetings, candidates)
    if near is not None and runner.solve(near.cp, most_effort=MOST_EFFORT).solution is not None:
        return True
    if leads_cannot(agenda, free, candidates, runner):
        return False
    attempt = runner.solve(whole.model.cp, most_effort=MOST_EFFORT)
    return None if attempt.status is Status.UNKNOWN else attempt.status is not Status.INFEASIBLE


def _changes(agenda: Agenda) -> Iterator[tuple[str, Change]]:
    """Yield what could be left out, in words, with the agenda that is left."""
    words = SHAPES.get(type(agenda.shape))
    if words is not None:
        everything = tuple(activity.id for activity in agenda.activities)
        yield words, lambda a: replace(a, shape=Early(everything, a.span_start))
    if any(rule.least > 0 or rule.most is not None for rule in agenda.precedences):
        yield "without least and greatest gaps between meetings", _without_lags
    if agenda.daily_loads:
        yield "without a limit on conversations a day", lambda a: replace(a, daily_loads=())
    if any(activity.gap_minutes for activity in agenda.activities):
        yield "without gaps after conversations", lambda a: _each(a, lambda one: replace(one, gap_minutes=0))
    if any(activity.quorum > len(activity.must) for activity in agenda.activities):
        yield "without a quorum", lambda a: _each(a, lambda one: replace(one, quorum=len(one.must)))
    if any(activity.held for activity in agenda.activities):
        yield "without the holds", lambda a: _each(a, lambda one: replace(one, held=frozenset()))
    if any(activity.room is RoomNeed.NEEDED for activity in agenda.activities):
        yield "if no meeting needed a room", lambda a: _each(a, lambda one: replace(one, room=RoomNeed.NONE))
    if agenda.review.earliest > agenda.review.commissioned:
        soonest = max(agenda.review.earliest, agenda.span_start)
        if any(activity.first > soonest for activity in agenda.activities):
            yield "if notice did not count from today", lambda a: _each(a, partial(_from, first=soonest))
    for kind in dict.fromkeys(activity.kind for activity in agenda.activities):
        if any(activity.kind is not kind for activity in agenda.activities):
            yield f"without any {kind.replace('-', ' ')}", partial(_without, kind=kind)


def _without_lags(agenda: Agenda) -> Agenda:
    return replace(agenda, precedences=tuple(replace(rule, least=0, most=None) for rule in agenda.precedences))


def _each(agenda: Agenda, change: Callable[[Activity], Activity]) -> Agenda:
    return replace(agenda, activities=tuple(change(activity) for activity in agenda.activities))


def _from(activity: Activity, first: date) -> Activity:
    return replace(activity, first=min(activity.first, first))


def _without(agenda: Agenda, kind: Kind) -> Agenda:
    """Return the agenda without the activities of a kind; rules and shapes pass over what is not there."""
    return replace(agenda, activities=tuple(activity for activity in agenda.activities if activity.kind is not kind))
