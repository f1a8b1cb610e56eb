"""Improve one stage after another, each kept at its best while the next is improved."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from ltsched.domain.review import StageSettings
from ltsched.domain.rules import Shape
from ltsched.domain.stage_values import ordered_stages, stage_unit
from ltsched.domain.timetable import StageResult
from ltsched.model.build import Model
from ltsched.solve.progress import Listener
from ltsched.solve.run import Runner, Verdict

__all__ = ["Climb", "Stage", "hand_over", "stages_of"]


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage: its name, and by how much it may exceed its best."""

    name: str
    tolerance: int = 0


def stages_of(shape: Shape, settings: StageSettings) -> tuple[Stage, ...]:
    """Return the stages in the order that the review asks for."""
    return tuple(Stage(name, tolerance) for name, tolerance in ordered_stages(shape, settings).items())


@dataclass(slots=True)
class Climb:
    """Solve a model stage by stage.

    Parameters
    ----------
    model
        Constraints that hold a stage at its best are added to it.
    runner, listener
        How to solve, and whom to tell.
    measure
        What a solution is really worth in each stage, recomputed from what it says; None: what the terms say.
    floors
        Bounds that are known already, of stages in their order: each holds as long as all stages before it have
        reached theirs.
    linearization
        How much the solver makes of the linear relaxation (see `Runner.solve`).
    most_effort
        What one stage may cost at most, in deterministic time; None: whatever it takes.
    incumbent
        The best solution so far.
    bounds
        What is proven of each stage so far, given the values of the stages before.
    limits
        What each stage is held to while the next ones are improved.
    verdict
        INFEASIBLE if there is no solution; UNKNOWN if none was found in time; else the best that can be said.
    """

    model: Model
    runner: Runner
    listener: Listener
    measure: Callable[[Sequence[int]], Mapping[str, int]] | None = None
    floors: Mapping[str, int] = field(default_factory=dict)
    linearization: int = 1
    most_effort: float | None = None
    incumbent: tuple[int, ...] | None = None
    values: dict[str, int] = field(default_factory=dict)
    bounds: dict[str, int] = field(default_factory=dict)
    limits: dict[str, int] = field(default_factory=dict)
    verdict: Verdict = Verdict.UNKNOWN

    def accept(self, solution: tuple[int, ...]) -> None:
        """Make `solution` the incumbent."""
        self.incumbent = solution
        self.values = dict(self.measure(solution)) if self.measure else self._terms(solution)
        # Much faster than add_hint for each variable (DESIGN §6).
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
            term = self.model.terms[name]
            if not isinstance(term, int):
                self.model.cp.add(term <= limit)

    def climb(self, stages: Sequence[Stage]) -> None:
        """Improve all of `stages` in order; stop early if there is no solution, or none in time."""
        started = time.monotonic()
        tight = True
        agenda = self.model.context.agenda
        order = list(ordered_stages(agenda.shape, agenda.review.stages))
        for stage in stages:
            self.listener.stage_started(stage.name, order.index(stage.name) + 1, len(order))
            floor = self.floors.get(stage.name, 0) if tight else 0
            term = self.model.terms[stage.name]
            if isinstance(term, int):
                self.bounds[stage.name] = self.limits[stage.name] = term
                tight = tight and term == self.floors.get(stage.name, term)
                continue

            def tell(value: int | None, bound: int | None, name: str = stage.name) -> None:
                self.listener.improved(name, value, bound, time.monotonic() - started)

            self.bounds[stage.name] = self._improve(stage, term, floor, tell)
            if self.incumbent is None:
                return
            tight = tight and self.values[stage.name] == self.floors.get(stage.name, -1)
            limit = max(self.values[stage.name], self.bounds[stage.name] + stage.tolerance)
            self.limits[stage.name] = limit
            self.model.cp.add(term <= limit)
            self.model.cp.add(term >= self.bounds[stage.name])
            self._tell_end(stage)
        if self.incumbent is None:
            self._find_any()
        if self.incumbent is not None and self.verdict is not Verdict.INFEASIBLE:
            proven = all(
                self.values[stage.name] <= self.bounds[stage.name] + stage.tolerance
                for stage in stages
                if stage.name in self.bounds
            )
            self.verdict = Verdict.OPTIMAL if proven else Verdict.FEASIBLE

    def _find_any(self) -> None:
        """Find any solution: none of the stages had anything to choose, and so none has looked for one."""
        answer = self.runner.solve(self.model.cp, most_effort=self.most_effort)
        if answer.solution is not None:
            self.accept(answer.solution)
        else:
            self.verdict = answer.verdict

    def _tell_end(self, stage: Stage) -> None:
        name, unit = stage.name, stage_unit(stage.name, self.model.context.agenda.shape)
        value, bound = self.values[name], min(self.bounds[name], self.values[name])
        self.listener.stage_ended(StageResult(name, unit, value, bound, stage.tolerance))

    def _improve(
        self, stage: Stage, term: cp_model.LinearExpr, floor: int, tell: Callable[[int | None, int | None], None]
    ) -> int:
        """Make the incumbent as good as possible in one stage; return the bound."""
        if self.incumbent is not None and self.values[stage.name] <= floor:
            return floor
        if floor > 0:
            self.model.cp.add(term >= floor)
        self.model.cp.minimize(term)
        answer = self.runner.solve(
            self.model.cp, tell=tell, linearization=self.linearization, most_effort=self.most_effort
        )
        self.model.cp.proto.clear_objective()
        if answer.verdict is Verdict.INFEASIBLE:
            self.verdict = Verdict.INFEASIBLE
            return floor
        if answer.solution is not None:
            self.accept(answer.solution)
        if answer.verdict is Verdict.OPTIMAL:
            return max(floor, min(answer.bound, self.values[stage.name]))
        return max(floor, answer.bound)


def hand_over(one: Climb, other: Climb) -> None:
    """Give the incumbent of `one` to the model of `other` as a hint, by the names of the variables."""
    if one.incumbent is None:
        return
    values = {variable.name: value for variable, value in zip(one.model.cp.proto.variables, one.incumbent, strict=True)}
    hint = other.model.cp.proto.solution_hint
    for index, variable in enumerate(other.model.cp.proto.variables):
        if variable.name in values:
            hint.vars.append(index)
            hint.values.append(values[variable.name])
