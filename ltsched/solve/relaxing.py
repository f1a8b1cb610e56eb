"""Why nothing fits, when each activity alone would: leave out one kind of rule after the other, and see what helps."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Early, OneWeek, Spread
from ltsched.model.build import build
from ltsched.model.candidates import FreeTime, find_candidates
from ltsched.model.tighten import tighten
from ltsched.solve.run import Runner, Verdict

__all__ = ["reasons_by_relaxing"]

MOST_SECONDS = 5.0
"""For one attempt: whether something helps is worth that long, and no longer."""

Change = Callable[[Agenda], Agenda]


def reasons_by_relaxing(agenda: Agenda, free: FreeTime, runner: Runner) -> tuple[str, ...]:
    """Return which single kind of rule, if it were left out, would make the agenda possible.

    Each answer has been solved: what is named did help. If none does alone, that is said.
    """
    helping = [name for name, change in _changes(agenda) if _fits(change(agenda), free, runner)]
    found = [f"without the rule about {name} a timetable exists" for name in helping]
    if found:
        return ("no timetable keeps every rule at once", *found)
    kinds = ", ".join(name for name, _ in _changes(agenda))
    return (f"no timetable keeps every rule at once, and leaving out one kind alone does not help ({kinds})",)


def _fits(agenda: Agenda, free: FreeTime, runner: Runner) -> bool:
    candidates = tighten(agenda, free.grid, find_candidates(agenda, free))
    if not all(own.starts for own in candidates.values()):
        return False
    answer = runner.solve(build(agenda, free, candidates, wishes=False).cp, most_seconds=MOST_SECONDS)
    return answer.verdict in (Verdict.OPTIMAL, Verdict.FEASIBLE)


def _changes(agenda: Agenda) -> Iterator[tuple[str, Change]]:
    """Yield what could be left out, in words, with the agenda that is left."""
    shape = agenda.shape
    if not isinstance(shape, Early):
        name = {Spread: "even spread", OneWeek: "single week"}.get(type(shape), "blocks or single day")
        everything = tuple(activity.id for activity in agenda.activities)
        yield name, lambda a: replace(a, shape=Early(everything, a.span_start))
    if any(rule.least > 0 or rule.most is not None for rule in agenda.precedences):
        yield (
            "gaps between meetings",
            lambda a: replace(a, precedences=tuple(replace(rule, least=0, most=None) for rule in a.precedences)),
        )
    if agenda.daily_loads:
        yield "limit on conversations a day", lambda a: replace(a, daily_loads=())
    if any(activity.gap_minutes for activity in agenda.activities):
        yield "gaps after conversations", lambda a: _each(a, gap_minutes=0)
    if any(activity.quorum > len(activity.must) for activity in agenda.activities):
        yield (
            "quorum",
            lambda a: replace(a, activities=tuple(replace(one, quorum=len(one.must)) for one in a.activities)),
        )
    if any(activity.held for activity in agenda.activities):
        yield "holds", lambda a: _each(a, held=frozenset())
    for kind in dict.fromkeys(activity.kind for activity in agenda.activities):
        ids = {activity.id for activity in agenda.activities if activity.kind is kind}
        if len(ids) < len(agenda.activities):
            yield f"{kind}", partial(_without, ids=ids)


def _each(agenda: Agenda, **fields: Any) -> Agenda:
    return replace(agenda, activities=tuple(replace(one, **fields) for one in agenda.activities))


def _without(agenda: Agenda, ids: set[str]) -> Agenda:
    """Return the agenda without some of its activities; rules and shapes pass over what is not there."""
    left = tuple(activity for activity in agenda.activities if activity.id not in ids)
    return replace(agenda, activities=left)
