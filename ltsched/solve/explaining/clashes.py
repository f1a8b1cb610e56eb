"""Clashes: smallest sets of facts that cannot hold together.

What is impossible with some activities alone, or with some facts alone, is impossible as a whole. So the smallest part
of an agenda that is impossible is looked for first: one activity, then what the order leaves no time, what counting shows,
the meetings, the lead reviewers, all. Activities are left out of it until it is smallest, then facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.grounds import grounds_of
from ltsched.domain.explaining.open_time import by_day
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans
from ltsched.model.candidates import find_candidates
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.explaining.look import Look, Means
from ltsched.solve.explaining.possible import Trial, only
from ltsched.solve.explaining.smallest import smallest
from ltsched.solve.run import Runner

__all__ = ["find_clash", "find_clashes", "held_to", "without"]

MOST = 6
"""So many clashes are told, at most."""

EFFORT = 4.0
"""For the looks of the solver at one clash, in deterministic time; what is not looked at by then is kept."""

MOST_LOOKS = 120
"""So many looks of the solver are taken at the dates of one clash, at most."""


def find_clash(agenda: Agenda, runner: Runner) -> Clash | None:
    """Return the first clash of `agenda`; None where none is found: whether it is possible is not said by that."""
    return next(iter(find_clashes(agenda, runner, most=1)), None)


def find_clashes(agenda: Agenda, runner: Runner, *, most: int = MOST) -> tuple[Clash, ...]:
    """Return clashes of `agenda` that have no activity in common, at most `most` of them; empty where none is found."""
    return tuple(_merged(list(_clashes(agenda, runner, most))))


def held_to(agenda: Agenda, clash: Clash) -> Agenda:
    """Return the activities of `clash` alone, held to nothing but its facts: they do not fit."""
    return Look(only(agenda, clash.activities), Runner(0)).held.to(clash.facts)


def without(agenda: Agenda, clash: Clash, fact: Fact) -> Agenda:
    """Return the activities of `clash` alone, held to its facts but for one: they fit, where it is smallest."""
    return held_to(agenda, replace(clash, facts=tuple(other for other in clash.facts if other != fact)))


def _clashes(agenda: Agenda, runner: Runner, most: int) -> Iterator[Clash]:
    trial = Trial.of(agenda)
    empty = [id for id, own in trial.alone.items() if not own.starts]
    for id in empty[:most]:
        yield _Search.of(agenda, (id,), runner).clash(Means.ORDER)
    if empty:
        return
    ids = tuple(activity.id for activity in agenda.activities)
    found = 0
    while ids and found < most and not runner.stopped:
        core = _core(trial, ids, runner)
        if core is None:
            return
        yield _Search.of(agenda, core[0], runner).clash(core[1])
        found += 1
        ids = tuple(id for id in ids if id not in core[0])


def _core(trial: Trial, ids: Sequence[str], runner: Runner) -> tuple[tuple[str, ...], Means] | None:
    """Return a smallest part of the activities `ids` that do not fit, and by what that is seen; None if not found."""
    for means in Means:
        if _cannot(trial, ids, runner, means):
            begun = runner.effort
            order = sorted(ids, key=lambda id: trial.alone[id].activity.panel is None)

            def enough(part: Sequence[str], means: Means = means, begun: float = begun) -> bool:
                return bool(part) and runner.effort < begun + EFFORT and _cannot(trial, part, runner, means)

            core = set(smallest(order, enough))
            return tuple(id for id in ids if id in core), means
    return None


def _cannot(trial: Trial, ids: Sequence[str], runner: Runner, means: Means) -> bool:
    """Return whether it is seen by `means` that the activities `ids` do not fit."""
    if means is Means.SOLVER:
        return trial.possible(runner, ids) is False
    part = only(trial.agenda, ids)
    candidates = narrow(part, trial.free.grid, {id: trial.alone[id] for id in ids})
    if not all(own.starts for own in candidates.values()):
        return True
    return means is Means.COUNTING and len(ids) > 1 and find_shortage(part, trial.free, candidates) is not None


@dataclass(slots=True)
class _Search:
    """The search for the facts of one clash."""

    agenda: Agenda
    look: Look
    runner: Runner
    begun: float
    unsure: bool = field(default=False, init=False)

    @classmethod
    def of(cls, agenda: Agenda, ids: Sequence[str], runner: Runner) -> _Search:
        part = only(agenda, ids)
        return cls(part, Look(part, runner), runner, runner.effort)

    def clash(self, means: Means) -> Clash:
        ids = tuple(activity.id for activity in self.agenda.activities)
        facts: Sequence[Fact] = grounds_of(self.agenda, self.look.held.open)
        by = next((by for by in Means if by >= means and self.look.possible(facts, by) is False), None)
        if by is None:
            return Clash(ids, tuple(facts), smallest=False)
        facts = smallest(facts, lambda part: self._impossible(part, by))
        if by is not Means.SOLVER and len(ids) > 1:
            facts = smallest(facts, lambda part: self._impossible(part, Means.SOLVER))
            by = Means.SOLVER
        facts = self._dates(list(facts), by)
        return Clash(ids, tuple(reversed(facts)), smallest=not self.unsure)

    def _impossible(self, facts: Sequence[Fact], means: Means) -> bool:
        if means is Means.SOLVER and self.runner.effort > self.begun + EFFORT:
            self.unsure = True
            return False
        possible = self.look.possible(facts, means)
        if possible is None and means is Means.SOLVER:
            self.unsure = True
        return possible is False

    def _dates(self, facts: list[Fact], means: Means) -> list[Fact]:
        """Return `facts`, each of a diary with those dates alone that matter."""
        for index, fact in enumerate(facts):
            if fact.rule == "diary":
                others = facts[:index] + facts[index + 1 :]
                facts[index] = self._single(fact, others) if len(self.agenda.activities) == 1 else fact
        return facts

    def _single(self, fact: Fact, others: Sequence[Fact]) -> Fact:
        """Return `fact` on those days alone on which one activity could be without it."""
        agenda = self.look.held.to(others)
        own = find_candidates(agenda, self.look.free(agenda))[agenda.activities[0].id]
        days = {self.look.grid.days[slot // self.look.grid.slots_a_day] for slot in own.starts}
        return on_days(fact, days, self.agenda)


def on_days(fact: Fact, days: set[object], agenda: Agenda) -> Fact:
    """Return a fact about a diary, on some days alone."""
    parts = {day: pairs for day, pairs in by_day(Spans(fact.spans), agenda).items() if day in days}
    return replace(fact, dates=tuple(parts), spans=Spans.of(p for pairs in parts.values() for p in pairs).pairs)


def _merged(clashes: list[Clash]) -> Iterator[Clash]:
    """Yield the clashes, those about the same people's same dates as one about all their activities."""
    groups: dict[object, list[Clash]] = {}
    for clash in clashes:
        key = frozenset(fact for fact in clash.facts if fact.rule == "diary") or clash
        groups.setdefault(key, []).append(clash)
    for group in groups.values():
        yield group[0]
