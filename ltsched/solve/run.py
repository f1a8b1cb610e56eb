"""Run CP-SAT once, so that it can be stopped, listened to and trusted."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, field

from ortools.sat.python import cp_model

from ltsched.domain.timetable import Status

__all__ = ["Attempt", "Runner"]

log = logging.getLogger(__name__)

POLL_SECONDS = 0.2
DOUBT_SEED = 1_000_003
"""Added to the seed of a second opinion."""

LEAST_SECONDS = 0.05

SECONDS_OF_EFFORT = 2.5
"""So many seconds of a processor the deterministic time of 1 takes, more or less."""

STATUSES = {
    int(cp_model.OPTIMAL): Status.OPTIMAL,
    int(cp_model.FEASIBLE): Status.FEASIBLE,
    int(cp_model.INFEASIBLE): Status.INFEASIBLE,
    int(cp_model.UNKNOWN): Status.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """What one run found.

    `solution` has the value of every variable, None without one; `bound` is the least that the objective can be (0
    where nothing better is known: every objective is ≥ 0). `core` are the indices of literals among those assumed that
    cannot all be true, if the run says INFEASIBLE: a hint at what to give up, and no proof.
    """

    status: Status
    solution: tuple[int, ...] | None
    bound: int
    core: frozenset[int] = frozenset()


class _Heard(cp_model.CpSolverSolutionCallback):
    def __init__(self, tell: Callable[[int | None, int | None], None]) -> None:
        super().__init__()
        self.tell = tell

    def on_solution_callback(self) -> None:
        self.tell(round(self.objective_value), round(self.best_objective_bound))


@dataclass(slots=True)
class Runner:
    """Run models within one time limit; once the user has interrupted, no further run starts.

    Parameters
    ----------
    deadline
        On the clock of `time.monotonic`.
    seed, workers
        One worker is deterministic; so are more, because they take turns.
    prove
        Whether what is nice to have is to be proven as well, whatever that takes.
    most_effort
        Once all runs have cost so much, no further one starts: as if the time were over, but at the same point on every
        machine.
    effort
        What all runs so far have cost, in CP-SAT's deterministic time.
    work
        What was done between the runs and was counted, by `count`, in something like seconds of a processor.
    """

    deadline: float
    seed: int = 0
    workers: int = 1
    prove: bool = False
    most_effort: float = math.inf
    effort: float = field(default=0.0, init=False)
    work: float = field(default=0.0, init=False)
    interrupted: bool = field(default=False, init=False)
    out_of_time: bool = field(default=False, init=False)

    def begin_again(self, seconds: float) -> None:
        """Give what is run from now on a limit of `seconds` of its own; who has interrupted it has done so for good."""
        self.deadline = time.monotonic() + seconds
        self.out_of_time = False

    def seconds_left(self) -> float:
        """Return the seconds until the deadline, never less than 0."""
        return max(0.0, self.deadline - time.monotonic())

    @property
    def stopped(self) -> bool:
        """Whether no further run should start."""
        return self.interrupted or self.seconds_left() <= 0 or self.effort >= self.most_effort

    @property
    def spent(self) -> float:
        """What all has cost so far, in something like seconds of a processor, the same on every machine."""
        return SECONDS_OF_EFFORT * self.effort + self.work

    def count(self, work: float) -> None:
        """Count what is done between the runs, which no clock measures: a clock would end it elsewhere each time."""
        self.work += work

    def for_one_thing(self, most_effort: float) -> Runner:
        """Return a runner of what is a part of this, and costs so much at most; `add` it afterwards."""
        return Runner(self.deadline, self.seed, self.workers, most_effort=most_effort)

    def add(self, part: Runner) -> None:
        """Count what a part has cost; who has interrupted it has interrupted this."""
        self.effort += part.effort
        self.work += part.work
        self.interrupted = self.interrupted or part.interrupted

    def solve(
        self,
        model: cp_model.CpModel,
        *,
        tell: Callable[[int | None, int | None], None] | None = None,
        linearization: int = 1,
        second_opinion: bool = False,
        presolved: bool = False,
        most_effort: float | None = None,
        assumed: Collection[cp_model.BoolVarT] = (),
        in_order: bool = False,
    ) -> Attempt:
        """Solve `model` and return what was found.

        `tell` hears each better value with the bound at that time. A `linearization` of 2 costs more for each step and
        proves more where the linear relaxation is strong: for trips and lunches, not for times. A `second_opinion`
        searches in another way, without presolve: for whoever would tell a user that something is impossible. Where
        that does not come to an end, a `presolved` one may, with one round of it that substitutes nothing.
        `most_effort` ends a run early, at the same point on every machine (in CP-SAT's deterministic time, of the order
        of seconds). Literals that are `assumed` are true in this run. `in_order` decides as the model says, on one
        worker.
        """
        if self.stopped:
            self.out_of_time = self.out_of_time or not self.interrupted
            return Attempt(Status.UNKNOWN, None, 0)
        solver = self._solver(linearization, second_opinion, presolved)
        solver.parameters.max_time_in_seconds = max(LEAST_SECONDS, self.seconds_left())
        if assumed:
            model.clear_assumptions()
            model.add_assumptions(list(assumed))
            solver.parameters.num_workers = 1
        if in_order:
            solver.parameters.num_workers, solver.parameters.interleave_search = 1, False
            solver.parameters.search_branching = cp_model.FIXED_SEARCH
            solver.parameters.keep_all_feasible_solutions_in_presolve = True
        most = min(self.most_effort - self.effort, math.inf if most_effort is None else most_effort)
        if most < math.inf:
            solver.parameters.max_deterministic_time = most
        code = self._in_thread(solver, model, _Heard(tell) if tell else None)
        self.effort += solver.response_proto.deterministic_time
        status = STATUSES.get(code)
        if status is None:
            raise RuntimeError(f"CP-SAT refuses the model: {model.validate()}")
        log.debug("%s in %.2f s", status, solver.wall_time)
        if status in (Status.FEASIBLE, Status.UNKNOWN) and self.stopped and not self.interrupted:
            self.out_of_time = True
        if status in (Status.INFEASIBLE, Status.UNKNOWN):
            # Values and bounds of such a run mean nothing, though CP-SAT returns numbers.
            core = solver.sufficient_assumptions_for_infeasibility() if status is Status.INFEASIBLE else ()
            return Attempt(status, None, 0, frozenset(core))
        bound = max(0, round(solver.best_objective_bound)) if model.has_objective() else 0
        return Attempt(status, tuple(solver.response_proto.solution), bound)

    def _solver(self, linearization: int, second_opinion: bool, presolved: bool) -> cp_model.CpSolver:
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.num_workers = self.workers
        parameters.interleave_search = self.workers > 1
        parameters.random_seed = self.seed + (DOUBT_SEED if second_opinion else 0)
        # CP-SAT's own handler leaves the process killable without a trace at the next Ctrl-C.
        parameters.catch_sigint_signal = False
        parameters.cp_model_probing_level = 0
        parameters.linearization_level = 2 if second_opinion else linearization
        parameters.symmetry_level = 2 if second_opinion else 0
        if second_opinion:
            parameters.cp_model_presolve = presolved
            parameters.max_presolve_iterations = 1
            parameters.presolve_substitution_level = 0
            parameters.cp_model_use_sat_presolve = False
        return solver

    def _in_thread(self, solver: cp_model.CpSolver, model: cp_model.CpModel, heard: _Heard | None) -> int:
        """Solve in a daemon thread and wait for it, so that Ctrl-C reaches the main thread at once."""
        done = threading.Event()
        found: list[int] = []
        failed: list[BaseException] = []

        def work() -> None:
            try:
                found.append(int(solver.solve(model, heard)))
            except BaseException as error:
                failed.append(error)
            finally:
                done.set()

        threading.Thread(target=work, daemon=True, name="cp-sat").start()
        while not done.is_set():
            try:
                done.wait(POLL_SECONDS)
            except KeyboardInterrupt:
                self.interrupted = True
            if self.interrupted:
                solver.stop_search()
        if failed:
            raise failed[0]
        return found[0]
