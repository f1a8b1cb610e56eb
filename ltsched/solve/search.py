"""Improve one stage after another, each kept at its best while the next is improved."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from ltsched.domain.stages.table import stage_unit, stages_of
from ltsched.domain.timetable import StageResult, Status
from ltsched.model.build import Model
from ltsched.solve.known_bounds import NOTHING_KNOWN, KnownBounds
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.run import Runner

__all__ = ["Goal", "Search", "goals_of", "hand_over"]

DOUBT_EFFORT = 5.0
"""For a second opinion without presolve, in deterministic time; then one with a little of it is asked."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Goal:
    """A stage to be improved: its name, and by how much it may exceed its best."""

    name: str
    tolerance: int = 0


def goals_of(stages: Mapping[str, int]) -> tuple[Goal, ...]:
    """Return stages, in their order and each with its tolerance, as goals."""
    return tuple(Goal(name, tolerance) for name, tolerance in stages.items())


@dataclass(slots=True)
class Search:
    """Search a model stage by stage.

    Parameters
    ----------
    model
        Constraints that hold a stage at its best are added to it.
    runner, listener
        How to solve, and whom to tell.
    measure
        What a solution is really worth in each stage, recomputed from what it says; None: what the terms say.
    known
        Bounds of a relaxation of the model.
    linearization
        How much the solver makes of the linear relaxation (see `Runner.solve`).
    most_effort
        What one stage may cost at most, in deterministic time; None: whatever it takes.
    incumbent
        The best solution so far.
    values
        What the incumbent is worth in each stage.
    bounds
        What is proven of each stage so far, given the values of the stages before.
    limits
        What each stage is held to while the next ones are improved.
    status
        INFEASIBLE if there is no solution; UNKNOWN if none was found in time; else the best that can be said.
    """

    model: Model
    runner: Runner
    listener: Listener = SILENT
    measure: Callable[[Sequence[int]], Mapping[str, int]] | None = None
    known: KnownBounds = NOTHING_KNOWN
    linearization: int = 1
    most_effort: float | None = None
    incumbent: tuple[int, ...] | None = None
    values: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    status: Status = Status.UNKNOWN

    def accept(self, solution: tuple[int, ...]) -> None:
        """Make `solution` the incumbent."""
        self.incumbent = solution
        self.values = dict(self.measure(solution)) if self.measure else self._terms(solution)
        # Seventy times as fast as add_hint for each variable.
        hint = self.model.cp.proto.solution_hint
        hint.vars.clear()
        hint.values.clear()
        hint.vars.extend(range(len(solution)))
        hint.values.extend(solution)

    def _terms(self, solution: Sequence[int]) -> dict[str, int]:
        found = {}
        for name, term in self.model.terms.items():
            if isinstance(term, int):
                found[name] = term
            else:
                flat = cp_model.FlatIntExpr(term)
                found[name] = flat.offset + sum(
                    c * solution[v.index] for v, c in zip(flat.vars, flat.coeffs, strict=True)
                )
        return found

    def hold(self, limits: Mapping[str, int]) -> None:
        """Hold stages to what they have reached elsewhere."""
        for name, limit in limits.items():
            self.limits[name] = limit
            term = self.model.terms[name]
            if not isinstance(term, int):
                self.model.cp.add(term <= limit)

    @property
    def known_bounds(self) -> KnownBounds:
        """What is proven here, for a model of which this one is a relaxation."""
        return KnownBounds(self.bounds, self.limits)

    @property
    def proven_bounds(self) -> KnownBounds:
        """The known bounds if every stage is at its best, proven; nothing known otherwise."""
        return self.known_bounds if self.status is Status.OPTIMAL else NOTHING_KNOWN

    def improve(self, goals: Sequence[Goal]) -> None:
        """Improve all of `goals` in order; stop early if there is no solution, or none in time."""
        started = time.monotonic()
        agenda = self.model.context.agenda
        order = list(stages_of(agenda))
        for goal in goals:
            self.listener.stage_started(goal.name, order.index(goal.name) + 1, len(order))
            term = self.model.terms[goal.name]
            if isinstance(term, int):
                self.bounds[goal.name] = self.limits[goal.name] = term
                continue

            def tell(value: int | None, bound: int | None, name: str = goal.name) -> None:
                self.listener.improved(name, value, bound, time.monotonic() - started)

            self.bounds[goal.name] = self._improve(goal, term, tell)
            if self.incumbent is None:
                return
            limit = max(self.values[goal.name], self.bounds[goal.name] + goal.tolerance)
            self.limits[goal.name] = limit
            self.model.cp.add(term <= limit)
            self.model.cp.add(term >= self.bounds[goal.name])
            self._tell_end(goal)
        if self.incumbent is None:
            self._find_any()
        if self.incumbent is not None and self.status is not Status.INFEASIBLE:
            proven = all(
                self.values[goal.name] <= self.bounds[goal.name] + goal.tolerance
                for goal in goals
                if goal.name in self.bounds
            )
            self.status = Status.OPTIMAL if proven else Status.FEASIBLE

    def confirm_infeasible(self) -> None:
        """Have another configuration confirm that nothing fits, before anybody is told; else take what it found."""
        if self.status is Status.INFEASIBLE and self.incumbent is None:
            attempt = self.runner.solve(self.model.cp, second_opinion=True, most_effort=DOUBT_EFFORT)
            if attempt.status is Status.UNKNOWN:
                attempt = self.runner.solve(self.model.cp, second_opinion=True, presolved=True)
            if attempt.status is not Status.INFEASIBLE:
                log.warning("one configuration says infeasible, another %s", attempt.status)
            self.status = attempt.status
            if attempt.solution is not None:
                self.accept(attempt.solution)

    def _find_any(self) -> None:
        """Find any solution: none of the stages had anything to choose, and so none has looked for one."""
        attempt = self.runner.solve(self.model.cp, linearization=self.linearization, most_effort=self.most_effort)
        if attempt.solution is not None:
            self.accept(attempt.solution)
        else:
            self.status = attempt.status

    def _tell_end(self, goal: Goal) -> None:
        name, unit = goal.name, stage_unit(goal.name, self.model.context.agenda.shape)
        value, bound = self.values[name], min(self.bounds[name], self.values[name])
        self.listener.stage_ended(StageResult(name, unit, value, bound, goal.tolerance))

    def _improve(self, goal: Goal, term: cp_model.LinearExpr, tell: Callable[[int | None, int | None], None]) -> int:
        """Make the incumbent as good as possible in one stage; return the bound."""
        known = self.known.bound(goal.name, self.limits)
        if self.incumbent is not None and self.values[goal.name] <= known:
            return known
        if known > 0:
            self.model.cp.add(term >= known)
        self.model.cp.minimize(term)
        attempt = self.runner.solve(
            self.model.cp, tell=tell, linearization=self.linearization, most_effort=self.most_effort
        )
        if attempt.status is Status.INFEASIBLE and self.incumbent is not None:
            # There is a solution, and CP-SAT is known for such answers: another configuration is asked.
            attempt = self.runner.solve(self.model.cp, second_opinion=True, most_effort=self.most_effort)
        self.model.cp.proto.clear_objective()
        if attempt.status is Status.INFEASIBLE:
            self.status = Status.INFEASIBLE
            return known
        if attempt.solution is not None:
            self.accept(attempt.solution)
        # A measure may see less than the term, which counts whole slots: what the term cannot reach is no limit.
        return max(known, attempt.bound)


def hand_over(one: Search, other: Search) -> None:
    """Give the incumbent of `one` to the model of `other` as a hint, by the names of the variables."""
    if one.incumbent is None:
        return
    values = {variable.name: value for variable, value in zip(one.model.cp.proto.variables, one.incumbent, strict=True)}
    hint = other.model.cp.proto.solution_hint
    for index, variable in enumerate(other.model.cp.proto.variables):
        if variable.name in values:
            hint.vars.append(index)
            hint.values.append(values[variable.name])
