"""Choose what is kept of a review of which not all fits: as much weight as possible, and proven to be.

What may be kept is chosen in a relaxation (`ltsched.model.partial`), and planned for real. Where that cannot be, some
of it that does not fit together is found, and not chosen together again. So the first choice that can be planned is the
best there is: the relaxation has none that is worth more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.partial.kept import kept_of
from ltsched.domain.timetable import Status
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.model.partial.build import Choice, build_choice
from ltsched.model.partial.packed import build_packed_choice
from ltsched.model.patterns.build import PACKED
from ltsched.model.settled.agreed import is_fixed
from ltsched.solve.explaining.possible import Trial
from ltsched.solve.partial.smallest import smallest
from ltsched.solve.result import Result
from ltsched.solve.run import Attempt, Runner

__all__ = ["Chosen", "Planner", "choose"]

log = logging.getLogger(__name__)

EFFORT = 10.0
"""For one choice, and for the second opinion about it, in deterministic time."""

Planner = Callable[[Agenda], Result]
"""Plans an agenda."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is kept, and how it was planned.

    Parameters
    ----------
    kept
        The ids of what is kept.
    result
        The plan of it; it has a timetable.
    weight
        What all of it counts, of what could be left out.
    proven
        Whether it is proven that nothing that could be kept counts more.
    """

    kept: frozenset[str]
    result: Result
    weight: int
    proven: bool = False


def choose(
    agenda: Agenda,
    free: FreeTime,
    alone: Mapping[str, Candidates],
    weights: Mapping[str, int],
    plan: Planner,
    runner: Runner,
) -> Chosen | None:
    """Return what is kept of `agenda`; None if nothing was found that can be planned.

    Parameters
    ----------
    alone
        The starts that each activity would have if it were alone.
    weights
        What each activity counts. What is over or agreed on is kept, whatever it counts.
    plan
        How a choice is planned.
    """
    choosing = _Choosing(agenda, free, alone, weights, plan, runner)
    proven = choosing.run() and not choosing.doubted
    return None if choosing.best is None else replace(choosing.best, proven=proven)


@dataclass(slots=True)
class _Choosing:
    """A search for the best choice.

    `together` are activities that do not fit together; `exactly` are choices that cannot be planned, while others that
    keep more of the same may; `doubted` tells that something was passed over of which nothing is proven.
    """

    agenda: Agenda
    free: FreeTime
    alone: Mapping[str, Candidates]
    weights: Mapping[str, int]
    plan: Planner
    runner: Runner
    together: list[frozenset[str]] = field(default_factory=list)
    exactly: list[frozenset[str]] = field(default_factory=list)
    doubted: bool = False
    best: Chosen | None = None

    def run(self) -> bool:
        """Search; return whether nothing is left that might be better, but for what is doubted."""
        fixed = {one.id for one in self.agenda.activities if is_fixed(self.agenda, one)}
        ids = [one.id for one in self.agenda.activities if one.id in fixed or self.alone[one.id].starts]
        open = {id: self.weights[id] for id in ids if id not in fixed}
        if isinstance(self.agenda.shape, PACKED):
            return self._packed(ids, open)
        most = self._best_of(self._whole(ids, open), ids, open)
        return self.best is not None and self.best.weight >= most

    def _packed(self, ids: Sequence[str], open: Mapping[str, int]) -> bool:
        """Choose the meetings first, and then what is held beside them; as `run`.

        Of a choice M it is found what can be held beside it, at most: ``U(M)``; beside more meetings it is no more. So
        with ``V ≤ U(M) + (all − U(M)) · (how many of M are left out)`` for each M that is known, that choice is next
        which may be worth the most, until none may be worth more than what was planned.
        """
        beside = {id: weight for id, weight in open.items() if self.agenda.activity(id).panel is not None}
        meetings = [id for id in ids if id not in beside]
        own = {id: open[id] for id in meetings if id in open}
        every = sum(beside.values())
        choice = self._whole(meetings, own)
        value = choice.cp.new_int_var(0, every, "what counts beside them")
        total = choice.weight + value
        while True:
            trial = choice.cp.clone()
            if self.best is not None:
                trial.add(total >= self.best.weight + 1)
            self._forbid(trial, choice, meetings, self.exactly if not beside else [])
            attempt, _ = self._solve(trial, total)
            if attempt.solution is None:
                return attempt.status is Status.INFEASIBLE
            there = [id for id in meetings if id not in own or attempt.solution[choice.kept[id].index]]
            most = self._beside(there, sum(own.get(id, 0) for id in there), beside)
            gone = [1 - choice.kept[id] for id in there if id in choice.kept]
            if most is None:
                choice.cp.add(cp_model.LinearExpr.sum(gone) >= 1)
            else:
                choice.cp.add(value <= most + (every - most) * cp_model.LinearExpr.sum(gone))

    def _beside(self, meetings: Sequence[str], weight: int, beside: Mapping[str, int]) -> int | None:
        """Look for the best choice with these `meetings`, which count `weight`.

        Return what is held beside them counts, at most; None where they cannot all take place.
        """
        alone = {id: self.alone[id] for id in meetings}
        found = narrow(kept_of(self.agenda, meetings), self.free.grid, alone)
        if not all(own.starts for own in found.values()):
            return None
        for id in beside:
            both = narrow(kept_of(self.agenda, [*meetings, id]), self.free.grid, {**alone, id: self.alone[id]})
            if all(own.starts for own in both.values()):
                found[id] = both[id]
        ids = [one.id for one in self.agenda.activities if one.id in found]
        open = {id: count for id, count in beside.items() if id in found}
        candidates = {id: found[id] for id in ids}
        choice = build_packed_choice(kept_of(self.agenda, ids), self.free, candidates, open) or self._whole(ids, open)
        most = self._best_of(choice, ids, open, weight)
        return None if most < 0 else most

    def _whole(self, ids: Sequence[str], open: Mapping[str, int]) -> Choice:
        return build_choice(kept_of(self.agenda, ids), self.free, {id: self.alone[id] for id in ids}, open)

    def _best_of(self, choice: Choice, ids: Sequence[str], open: Mapping[str, int], besides: int = 0) -> int:
        """Look for the best choice of `ids`, of which only what is `open` may be left out; all else counts `besides`.

        Return what is kept of it counts, at most; -1 if no choice is left.
        """
        while True:
            trial = choice.cp.clone()
            self._forbid(trial, choice, ids, self.exactly)
            attempt, most = self._solve(trial, choice.weight)
            if attempt.solution is None:
                return -1 if attempt.status is Status.INFEASIBLE else sum(open.values())
            kept = [id for id in ids if id not in open or attempt.solution[choice.kept[id].index]]
            weight = besides + sum(open.get(id, 0) for id in kept)
            if not kept:
                return most
            if self.best is not None and weight <= self.best.weight:
                return most
            result = self.plan(kept_of(self.agenda, kept))
            if result.timetable is not None:
                self.best = Chosen(frozenset(kept), result, weight)
                return most
            if result.status is Status.INFEASIBLE:
                self._learn(kept)
            else:
                self.doubted = True
                self.exactly.append(frozenset(kept))

    def _solve(self, model: cp_model.CpModel, weight: cp_model.LinearExpr) -> tuple[Attempt, int]:
        """Return the best choice of `model`, and what the best of all counts, at most: two configurations say so."""
        trial = model.clone()
        trial.maximize(weight)
        attempt = self.runner.solve(trial, linearization=2, most_effort=EFFORT)
        if attempt.solution is None:
            if attempt.status is Status.INFEASIBLE:
                attempt = self.runner.solve(model, second_opinion=True, most_effort=EFFORT)
            self.doubted = self.doubted or attempt.status is not Status.INFEASIBLE
            return attempt, 0
        flat = cp_model.FlatIntExpr(weight)
        most = flat.offset + sum(
            max(0, coefficient) * _highest(variable)
            for variable, coefficient in zip(flat.vars, flat.coeffs, strict=True)
        )
        if attempt.bound < most:
            model.add(weight >= attempt.bound + 1)
            second = self.runner.solve(model, second_opinion=True, most_effort=EFFORT)
            self.doubted = self.doubted or second.status is not Status.INFEASIBLE
        return attempt, attempt.bound

    def _forbid(
        self, model: cp_model.CpModel, choice: Choice, ids: Sequence[str], exactly: Sequence[frozenset[str]]
    ) -> None:
        """Forbid what is known not to fit."""
        there = set(ids)
        for group in self.together:
            if group <= there:
                model.add_bool_or(~choice.kept[id] for id in sorted(group) if id in choice.kept)
        for kept in exactly:
            if kept <= there and all(id in choice.kept for id in there - kept):
                out = [~choice.kept[id] for id in sorted(kept) if id in choice.kept]
                model.add_bool_or(out + [choice.kept[id] for id in ids if id not in kept])

    def _learn(self, kept: Sequence[str]) -> None:
        """Remember what of a choice that cannot be planned does not fit together, as little as possible.

        A booking that only has to come before the report may not fit because the report is early: with more kept, it
        may be later. So that rule is left out here; if it is what stands in the way, only this very choice is not made
        again.
        """

        trial = Trial(_whenever_reported(self.agenda), self.free)

        def fit(ids: Sequence[str]) -> bool:
            return trial.possible(self.runner, ids) is not False

        group = tuple(kept)
        if not fit(group):
            by_weight = sorted(group, key=lambda id: self.weights[id])
            group = smallest(by_weight, fit)
            log.debug("do not fit together: %s", ", ".join(group))
            self.together.append(frozenset(group))
        else:
            self.exactly.append(frozenset(kept))


def _whenever_reported(agenda: Agenda) -> Agenda:
    """Return `agenda` with everything counted for the report, so that nothing has to come before it."""
    return agenda.changed(activities=tuple(replace(one, off_critical_path=False) for one in agenda.activities))


def _highest(variable: cp_model.IntVar) -> int:
    return int(variable.proto.domain[-1])
