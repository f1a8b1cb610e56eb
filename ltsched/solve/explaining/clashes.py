"""Clashes: smallest sets of facts that cannot hold together.

What is impossible with some activities alone, or with some facts alone, is impossible as a whole. So the smallest part
of an agenda that is impossible is looked for first: one activity, then what the order leaves no time, what counting
shows, the meetings, the lead reviewers, all. Activities are left out of it until it is smallest, then facts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Shortage
from ltsched.domain.explaining.explanation import Clash
from ltsched.domain.explaining.grounds import grounds_of
from ltsched.domain.explaining.open_time import HOURS
from ltsched.domain.rules import Fact
from ltsched.model.candidates import Candidates
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.explaining.dated import with_dates
from ltsched.solve.explaining.fitting.packed import lies_together
from ltsched.solve.explaining.holidays import opened
from ltsched.solve.explaining.look import Look, Means, named_in
from ltsched.solve.explaining.possible import Trial, only
from ltsched.solve.explaining.smallest import smallest
from ltsched.solve.run import Runner

__all__ = ["find_clash", "find_clashes", "held_to", "without"]

MOST = 6
"""So many clashes are told, at most."""

EFFORT = 0.8
"""For the looks of the solver at one clash, in deterministic time; what is not looked at by then is kept."""

MOST_WORK = 8000
"""So much is looked at for one clash, at most: each look counts the square of the number of its activities, or their
number where they lie in one week or block, and four times that if the solver is asked."""

MOST_MISSED = 2
"""So many looks of the solver at one clash may end without an answer; then it is too hard for it."""

MOST_OF_ONE = 3
"""So many clashes of one activity are told, at most."""

OWN = ("must attend", "diary", "room", "seats", "quorum", "panel", "independence")
"""The rules whose facts are about people or rooms: what is in the way of one activity besides is another clash."""

ALONE = ("diary", "double booking")
"""The rules whose facts are about one person each."""

FIRM = ("leave", "sick", "court", "hold-of-person", "declined", "window")
"""What keeps people away whatever is asked of them, and what they will hardly give up."""


def find_clash(agenda: Agenda, runner: Runner) -> Clash | None:
    """Return the first clash of `agenda`; None where none is found: whether it is possible is not said by that."""
    return next(_clashes(agenda, runner, 1), None)


def find_clashes(agenda: Agenda, runner: Runner, *, most: int = MOST) -> tuple[Clash, ...]:
    """Return clashes of `agenda` that are independent of one another; empty where none is found.

    Those of several activities, of which there are `most` at most, have no activity in common; those of one activity
    have no person and no room in common.
    """
    return tuple(_clashes(agenda, runner, most))


def held_to(agenda: Agenda, clash: Clash) -> Agenda:
    """Return the activities of `clash` alone, held to nothing but its facts: they do not fit."""
    return Look(only(agenda, clash.activities), Runner(0), holidays_too=True).held.to(clash.facts)


def without(agenda: Agenda, clash: Clash, fact: Fact) -> Agenda:
    """Return the activities of `clash` alone, held to its facts but for one: they fit, where it is smallest."""
    return held_to(agenda, replace(clash, facts=tuple(other for other in clash.facts if other != fact)))


def _clashes(agenda: Agenda, runner: Runner, most: int) -> Iterator[Clash]:
    trial = Trial.of(agenda)
    empty = [id for id, own in trial.alone.items() if not own.starts]
    for id in empty if most > 1 else empty[:1]:
        yield from _Search.of(agenda, (id,), runner).of_one(MOST_OF_ONE if most > 1 else 1)
    if empty:
        return
    whole = Look(agenda, runner)
    facts = grounds_of(agenda, whole.held.open)
    ids = tuple(activity.id for activity in agenda.activities)
    for told in range(most):
        by = Means.COUNTING if told else Means.SOLVER  # what else there is that is hard to see is seen after a cure
        core = _core(trial, whole, facts, ids, runner, by) if ids and not runner.stopped else None
        if core is None:
            return
        yield _Search.of(agenda, core.ids, runner).clash(core)
        ids = tuple(id for id in ids if id not in core.ids)


@dataclass(frozen=True, slots=True)
class _Core:
    """Activities that do not fit, by what that is seen, and what may keep people away in it."""

    ids: tuple[str, ...]
    means: Means
    kinds: tuple[str, ...] | None = None

    def has(self, fact: Fact) -> bool:
        """Return whether a fact may be a part of it."""
        return self.kinds is None or fact.rule != "diary" or fact.kind in self.kinds


def _core(
    trial: Trial, whole: Look, facts: Sequence[Fact], ids: Sequence[str], runner: Runner, most: Means
) -> _Core | None:
    """Return a smallest part of the activities `ids` that are seen not to fit by `most` means; None if there is none.

    Many activities and few reasons explain more than few activities with everybody's diaries, so that it is tried with
    the hours alone that people work, then with what cannot be moved, before all is looked at.
    """
    means = next((means for means in Means if means <= most and _cannot(trial, ids, runner, means)), None)
    if means is None:
        return None
    loose, kinds = trial, None
    for fewer in () if means is Means.ORDER else (HOURS, HOURS + FIRM):
        agenda = whole.held.to(fact for fact in facts if _Core((), means, fewer).has(fact))
        looser = Trial(agenda, whole.free(agenda))
        if _cannot(looser, ids, runner, means):
            loose, kinds = looser, fewer
            break
    begun = runner.effort
    order = sorted(ids, key=lambda id: trial.alone[id].activity.panel is None)
    refused = set()

    def enough(part: Sequence[str]) -> bool:
        # Of those that are held it matters how many they are, and not which.
        activities = [trial.alone[id].activity for id in part]
        like = frozenset(Counter(one.template if one.panel else one.id for one in activities).items())
        spent = runner.stopped or runner.effort > begun + EFFORT or like in refused or not part
        if spent or not _cannot(loose, part, runner, means):
            refused.add(like)
            return False
        return True

    if means is Means.COUNTING:
        counted = named_in(_shortage(loose, ids))
        named = [id for id in order if id in counted]
        order = named if enough(named) else order
    core = set(smallest(order, enough))
    if means is Means.COUNTING and lies_together(trial.agenda, core):
        # What counting needs is more than what is needed.
        rest = [id for id in order if id in core]
        core = set(smallest(rest, lambda part: bool(part) and _cannot(loose, part, runner, Means.SOLVER)))
    return _Core(tuple(id for id in ids if id in core), means, kinds)


def _cannot(trial: Trial, ids: Sequence[str], runner: Runner, means: Means) -> bool:
    """Return whether it is seen by `means` that the activities `ids` do not fit."""
    if means is Means.SOLVER:
        return trial.possible(runner, ids) is False
    if not all(own.starts for own in _narrowed(trial, ids).values()):
        return True
    return means is Means.COUNTING and len(ids) > 1 and _shortage(trial, ids) is not None


def _narrowed(trial: Trial, ids: Sequence[str]) -> Mapping[str, Candidates]:
    return narrow(only(trial.agenda, ids), trial.free.grid, {id: trial.alone[id] for id in ids})


def _shortage(trial: Trial, ids: Sequence[str]) -> Shortage | None:
    return find_shortage(only(trial.agenda, ids), trial.free, _narrowed(trial, ids))


@dataclass(slots=True)
class _Search:
    """The search for the facts of one clash."""

    agenda: Agenda
    look: Look
    runner: Runner
    begun: float
    unsure: bool = field(default=False, init=False)
    work: int = field(default=0, init=False)
    missed: int = field(default=0, init=False)

    @classmethod
    def of(cls, agenda: Agenda, ids: Sequence[str], runner: Runner) -> _Search:
        part = only(agenda, ids)
        return cls(part, Look(part, runner), runner, runner.effort)

    def of_one(self, most: int) -> Iterator[Clash]:
        """Yield clashes of the one activity that have no person and no room in common."""
        core = _Core((self.agenda.activities[0].id,), Means.ORDER)
        facts: Sequence[Fact] = grounds_of(self.agenda, self.look.held.open)
        for told in range(most):
            if told and self.look.possible(facts, Means.ORDER) is not False:
                return
            clash = self.clash(core, facts)
            yield clash
            known = {fact.whenever for fact in clash.facts if fact.rule in OWN}
            if not known:
                return
            facts = [fact for fact in facts if fact.whenever not in known]

    def clash(self, core: _Core, facts: Sequence[Fact] | None = None) -> Clash:
        """Return the clash of `core`, of all its facts if none are given."""
        ids = core.ids
        if facts is None:
            facts = [fact for fact in grounds_of(self.agenda, self.look.held.open) if core.has(fact)]
        by = next((by for by in Means if by >= core.means and self.look.possible(facts, by) is False), None)
        if by is None:
            return Clash(ids, tuple(with_dates(opened(self.look, facts), self.agenda)), smallest=False)
        seen_by = by
        packed = lies_together(self.agenda, ids)
        if by is Means.COUNTING or packed:
            facts = self._counted(facts)
        if packed:
            by = seen_by = Means.SOLVER
        facts = smallest(facts, lambda part: self._impossible(part, seen_by))
        if by is not Means.SOLVER and len(ids) > 1:
            self.work = 0
            again = by is not Means.COUNTING
            facts = smallest(facts, lambda part: self._impossible(part, Means.SOLVER, counting=again))
        found = opened(self.look, facts)
        return Clash(ids, tuple(reversed(with_dates(found, self.agenda))), smallest=found.sure and not self.unsure)

    def _counted(self, facts: Sequence[Fact]) -> Sequence[Fact]:
        """Return those of `facts` that are about nobody but whom counting names, where these do."""
        named = self.look.counted(facts)
        others = {person.id for person in self.agenda.review.people} - named
        fewer = [fact for fact in facts if fact.rule not in ALONE or not others.issuperset(fact.ids[-1:])]
        fewer = [fact for fact in fewer if fact.rule != "quorum"]
        return fewer if named and self._impossible(fewer, Means.COUNTING) else facts

    def _impossible(self, facts: Sequence[Fact], means: Means, *, counting: bool = True) -> bool:
        self.work += self._weight
        spent = self.work > MOST_WORK or self.missed >= MOST_MISSED or self.runner.effort > self.begun + EFFORT
        if self.runner.stopped or spent:
            self.unsure = True
            return False
        looks = self.look.looks
        possible = self.look.possible(facts, means, counting=counting)
        self.work += 3 * (self.look.looks - looks) * self._weight
        if possible is None and means is Means.SOLVER:
            self.missed += 1
            self.unsure = True
        return possible is False

    @property
    def _weight(self) -> int:
        ids = [activity.id for activity in self.agenda.activities]
        return len(ids) if lies_together(self.agenda, ids) else len(ids) ** 2
