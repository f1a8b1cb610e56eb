"""What review.toml says by hand and could say otherwise: holds, windows, and what was agreed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.changes.said import (
    WINDOW_KEYS,
    HoldEnds,
    NotAgreed,
    WindowsGone,
    WindowWidened,
    condition,
)
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.settled import State, WishedWindow
from ltsched.solve.explaining.steps.ladder import Ladder

__all__ = ["said_ladders"]

ONE_DAY = timedelta(days=1)
HOLDS = frozenset({"hold", "hold-of-person"})
WINDOWS = frozenset({"wished window"})
AGREED = frozenset({"agreed"})


def said_ladders(agenda: Agenda, activities: Sequence[Activity]) -> Iterator[Ladder]:
    """Yield what is said of the `activities`, or of the people that they concern."""
    names = _names(agenda, activities)
    people = {id for one in activities for id in (*one.invited, *(one.panel.pool if one.panel else ()))}
    for hold in agenda.review.holds:
        if _is_about(hold, names, people):
            yield from _hold(hold, agenda)
    yield from _windows(agenda, names, people)
    for said in agenda.review.settled:
        if said.state is State.AGREED and said.activity in names and said.activity not in agenda.over:
            yield Ladder("agreed", (NotAgreed(said),), AGREED)


def _names(agenda: Agenda, activities: Sequence[Activity]) -> set[str]:
    prefixes = {one.id: one.prefix for one in agenda.option.templates}
    names: set[str] = set()
    for one in activities:
        names |= {one.id, one.template, str(one.kind), prefixes.get(one.template, one.template)}
    return names


def _is_about(hold: Hold, names: set[str], people: set[str]) -> bool:
    if hold.scope is HoldScope.ACTIVITY:
        return hold.target in names
    return hold.target in people if hold.scope is HoldScope.PERSON else hold.scope is HoldScope.REVIEW


def _hold(hold: Hold, agenda: Agenda) -> Iterator[Ladder]:
    """Yield the hold ended earlier and earlier: the latest day that will do is asked for, whatever it is, costs one."""
    first, last = hold.first, min(filter(None, (hold.last, agenda.horizon_end)))
    days = [day for day in _days(first, last) if agenda.working_days.is_working(day + ONE_DAY)]
    ends = [day for day in reversed(days) if hold.last is None or day < hold.last]
    changes = (*(HoldEnds(hold, day) for day in ends), HoldEnds(hold, first - ONE_DAY))
    yield Ladder("hold", changes, HOLDS, flat=True)


def _days(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _windows(agenda: Agenda, names: set[str], people: set[str]) -> Iterator[Ladder]:
    groups: dict[tuple[str, str], list[WishedWindow]] = {}
    for window in agenda.review.windows:
        if window.activity in names or window.person in people:
            groups.setdefault((window.activity, window.person), []).append(window)
    for group in groups.values():
        for window in group:
            conditions = [key for key in WINDOW_KEYS if condition(window, key)]
            for key in conditions if len(conditions) > 1 else ():
                yield Ladder("window", (WindowWidened(window, key),), WINDOWS)
        yield Ladder("window", (WindowsGone(tuple(group)),), WINDOWS, units=len(group))
