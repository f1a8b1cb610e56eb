"""Solve the textbook model stage by stage, as CP-SAT comes."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import ordered_stages
from ltsched.model.candidates import Candidates, find_candidates, window_bits
from ltsched.model.decode import Placed
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid

from .runs import Run, Settled
from .textbook import Textbook
from .textbook_stages import Terms

__all__ = ["TextbookResult", "run_textbook"]


@dataclass(frozen=True, slots=True)
class TextbookResult:
    """A run, and where its last solution puts each activity; None if there was none."""

    run: Run
    placed: tuple[Placed, ...] | None


def run_textbook(
    agenda: Agenda,
    *,
    time_limit_seconds: float,
    workers: int = 1,
    cut: bool = False,
    now: Callable[[], float] = time.monotonic,
) -> TextbookResult:
    """Solve the textbook model of `agenda`.

    One stage after the other, each held at what it reached while the next is improved, every solution a hint for the
    next stage; all parameters of CP-SAT but the number of workers are as they come. It ends at the first stage that is
    not proven within the limit, which is for all stages together and by the clock on the wall; `now` is the clock for
    what is measured.

    With `cut`, the model is handed the starts that ltsched has cut beforehand by quorum, panel, room and shape; else
    those that are left by the window and by the diaries of all who must come.
    """
    started, deadline = now(), time.monotonic() + time_limit_seconds
    free = FreeTime.of(agenda, lay_grid(agenda))
    candidates = find_candidates(agenda, free)
    if not cut:
        candidates = {id: _uncut(own, free) for id, own in candidates.items()}
    prepared_seconds = now() - started
    textbook = Textbook.of(agenda, free, candidates)
    terms = Terms(textbook)
    model = textbook.model
    settled: list[Settled] = []
    placed: tuple[Placed, ...] | None = None
    for name, tolerance in ordered_stages(agenda.shape, agenda.review.stages).items():
        term = terms.term(name)
        model.minimize(term)
        solver = cp_model.CpSolver()
        solver.parameters.catch_sigint_signal = False  # its handler would let the next Ctrl-C kill without a trace
        solver.parameters.num_workers = workers
        solver.parameters.max_time_in_seconds = max(0.05, deadline - time.monotonic())
        status = solver.solve(model)
        if status == cp_model.MODEL_INVALID:
            raise RuntimeError(f"CP-SAT refuses the model: {model.validate()}")
        found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
        # Without a solution, values and bounds mean nothing.
        value = round(solver.objective_value) if found else None
        bound = max(0, round(solver.best_objective_bound)) if found else None
        settled.append(Settled(name, value, bound, now() - started, tolerance))
        if found:
            placed = _placed(textbook, solver)
        if status != cp_model.OPTIMAL:
            break
        model.add(term <= round(solver.objective_value) + tolerance)
        _hint(model, solver.response_proto.solution)
    return TextbookResult(Run(tuple(settled), prepared_seconds, now() - started), placed)


def _uncut(own: Candidates, free: FreeTime) -> Candidates:
    """Return `own` with all starts in its window at which everybody who must come is free."""
    bits = free.grid.starts(window_bits(own.activity, None, free.grid), own.length, free.step_minutes)
    for person in own.activity.must:
        bits &= free.starts(person, own.length)
    return replace(own, starts=tuple(free.grid.members(bits)))


def _hint(model: cp_model.CpModel, solution: Sequence[int]) -> None:
    hint = model.proto.solution_hint
    hint.vars.clear()
    hint.values.clear()
    hint.vars.extend(range(len(solution)))
    hint.values.extend(solution)


def _placed(textbook: Textbook, solver: cp_model.CpSolver) -> tuple[Placed, ...]:
    found = []
    for part in textbook.parts.values():
        there = {person for person, literal in part.attends.items() if solver.boolean_value(literal)}
        panel = tuple(member for member in part.pool if member in there)
        away = frozenset(part.activity.expected) - there
        found.append(Placed(part.activity, solver.value(part.start), panel, away))
    return tuple(found)
