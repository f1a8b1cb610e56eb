"""Facts with the days on which they matter."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.open_time import by_day
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.solve.explaining.holidays import Opened
from ltsched.solve.explaining.look import Look

__all__ = ["with_dates"]


def with_dates(found: Opened, agenda: Agenda) -> list[Fact]:
    """Return the facts, each of a diary with its dates: where there is one activity, with those that matter."""
    facts = list(found.facts)
    for index, fact in enumerate(facts):
        if fact.rule == "diary":
            others = facts[:index] + facts[index + 1 :]
            facts[index] = _single(found.look, fact, others) if len(agenda.activities) == 1 else _on_days(fact, agenda)
        elif fact.rule == "quorum" and len(agenda.activities) == 1:
            facts[index] = _best(fact, agenda, found.look.grid)
    return facts


def _best(fact: Fact, agenda: Agenda, grid: TimeGrid) -> Fact:
    """Return a fact about a quorum with the day and the time at which most can come, if any are possible."""
    one = agenda.activities[0]
    agenda = agenda.changed(activities=(replace(one, quorum=len(one.must)),))
    free = FreeTime.of(agenda, grid)
    own = find_candidates(agenda, free)[one.id]
    can = [free.starts(id, own.length) for id in one.invited]
    come = {slot: sum(bits >> slot & 1 for bits in can) for slot in own.starts}
    if not come or max(come.values()) >= one.quorum:
        return fact
    slot = max(come, key=lambda slot: come[slot])
    start = grid.minute(slot)
    return replace(fact, dates=(grid.days[slot // grid.slots_a_day],), spans=((start, start + one.minutes),))


def _single(look: Look, fact: Fact, others: Sequence[Fact]) -> Fact:
    """Return `fact` on those days alone on which one activity could be without it."""
    agenda = look.held.to(others)
    own = find_candidates(agenda, look.free(agenda))[agenda.activities[0].id]
    days = {look.grid.days[slot // look.grid.slots_a_day] for slot in own.starts}
    return _on_days(fact, look.agenda, days)


def _on_days(fact: Fact, agenda: Agenda, days: Collection[date] | None = None) -> Fact:
    """Return a fact about a diary with its dates, on some days alone if they are given."""
    found = by_day(Spans(fact.spans), agenda)
    parts = {day: pairs for day, pairs in found.items() if days is None or day in days}
    return replace(fact, dates=tuple(parts), spans=Spans.of(p for pairs in parts.values() for p in pairs).pairs)
