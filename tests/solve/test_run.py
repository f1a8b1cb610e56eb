"""One run of CP-SAT: stopped by the clock or by Ctrl-C, listened to, asked twice, and never believed blindly."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from types import FrameType

import pytest
from ortools.sat.python import cp_model

from ltsched.domain.timetable import Status
from ltsched.solve.run import Runner

SOON = 600.0
"""For what takes a moment, on any machine."""


def small() -> cp_model.CpModel:
    """Return a model whose least value is 3."""
    model = cp_model.CpModel()
    x = model.new_int_var(0, 9, "x")
    model.add(x >= 3)
    model.minimize(x)
    return model


def impossible() -> cp_model.CpModel:
    model = cp_model.CpModel()
    x = model.new_bool_var("x")
    model.add(x >= 1)
    model.add(x <= 0)
    return model


def endless() -> cp_model.CpModel:
    """Return a model that nobody solves in a minute: to split many rows of numbers into halves that differ least."""
    model = cp_model.CpModel()
    left = [model.new_bool_var(f"x{i}") for i in range(120)]
    differences = []
    for row in range(60):
        weights = [(i * i * 7919 + row * row * 104_729 + i * row * 31) % 97 + 1 for i in range(120)]
        uneven = cp_model.LinearExpr.weighted_sum(left, weights) - sum(weights) // 2
        difference = model.new_int_var(0, 10_000, f"difference {row}")
        model.add_abs_equality(difference, uneven)
        differences.append(difference)
    model.minimize(cp_model.LinearExpr.sum(differences))
    return model


def runner(seconds: float = SOON) -> Runner:
    return Runner(time.monotonic() + seconds)


def test_an_optimum_comes_with_its_bound() -> None:
    """Value and bound meet."""
    answer = runner().solve(small())
    assert (answer.status, answer.solution, answer.bound) == (Status.OPTIMAL, (3,), 3)


@pytest.mark.parametrize(("second_opinion", "presolved"), [(False, False), (True, False), (True, True)])
def test_impossible_is_said_by_every_configuration(second_opinion: bool, presolved: bool) -> None:
    """No solution, and no bound that would mean nothing."""
    answer = runner().solve(impossible(), second_opinion=second_opinion, presolved=presolved)
    assert (answer.status, answer.solution, answer.bound) == (Status.INFEASIBLE, None, 0)


def test_after_the_deadline_nothing_starts() -> None:
    """The answer is that nothing is known, and that time was up."""
    late = runner(0)
    assert late.solve(small()).status is Status.UNKNOWN
    assert late.stopped
    assert late.out_of_time
    assert not late.interrupted
    assert late.seconds_left() == 0


def test_after_an_interruption_nothing_starts() -> None:
    """That is not a lack of time."""
    stopped = runner()
    stopped.interrupted = True
    assert stopped.solve(small()).status is Status.UNKNOWN
    assert not stopped.out_of_time


def test_better_values_are_told() -> None:
    """With the bound at that time."""
    told: list[tuple[int | None, int | None]] = []
    runner().solve(small(), tell=lambda value, bound: told.append((value, bound)))
    assert told[-1][0] == 3
    assert all(bound is None or value is None or bound <= value for value, bound in told)


def test_a_model_that_cannot_be_is_refused_in_words() -> None:
    """An empty domain is a bug of the model, and is told as one."""
    model = cp_model.CpModel()
    model.new_int_var_from_domain(cp_model.Domain.from_values([]), "nothing")
    with pytest.raises(RuntimeError, match="CP-SAT refuses the model"):
        runner().solve(model)


def test_a_part_of_the_time_is_no_end_of_it() -> None:
    """A run that was given little time, and used it up, does not mean that time is up."""
    whole = runner()
    assert whole.solve(endless(), most_effort=0.1).status in (Status.FEASIBLE, Status.UNKNOWN)
    assert not whole.out_of_time


def pressed(number: int, frame: FrameType | None) -> None:
    """Raise as Python does at Ctrl-C, as soon as the main thread waits for the solver."""
    stack = [each.f_code.co_name for each, _ in traceback.walk_stack(frame)]
    if "wait" in stack and "start" not in stack:
        raise KeyboardInterrupt
    signal.setitimer(signal.ITIMER_REAL, 0.01)


@pytest.mark.skipif(sys.platform == "win32", reason="os.kill ends a process there")
def test_ctrl_c_stops_a_run_and_keeps_what_it_has() -> None:
    """The signal ends the search, not the program: the runner knows, and starts nothing more."""
    own = runner()
    told: list[int | None] = []

    def press(value: int | None, bound: int | None) -> None:
        if not told:
            os.kill(os.getpid(), signal.SIGALRM)
        told.append(value)

    handler_before = signal.signal(signal.SIGALRM, pressed)
    try:
        answer = own.solve(endless(), tell=press)
    finally:
        signal.signal(signal.SIGALRM, handler_before)
    assert own.interrupted
    assert not own.out_of_time
    assert told
    assert (answer.status, answer.solution is None) == (Status.FEASIBLE, False)
    assert own.solve(small()).status is Status.UNKNOWN


def test_effort_ends_a_runner_as_the_clock_does_but_at_the_same_point_each_time() -> None:
    """What a run costs is counted on every machine in the same way."""
    found = []
    for _ in range(2):
        limited = Runner(time.monotonic() + SOON, most_effort=0.2)
        answer = limited.solve(endless())
        assert answer.status in (Status.FEASIBLE, Status.UNKNOWN)
        assert limited.stopped
        assert limited.out_of_time
        assert limited.solve(small()).status is Status.UNKNOWN
        found.append((answer, limited.effort))
    assert found[0] == found[1]


def test_a_part_is_counted_to_the_whole() -> None:
    """And what is done between two runs is, as far as it is counted."""
    whole = runner()
    part = whole.for_one_thing(0.2)
    part.solve(endless())
    part.count(1.5)
    assert whole.spent == 0
    whole.add(part)
    assert whole.spent == part.spent > 1.5
    assert not whole.stopped
    part.interrupted = True
    whole.add(part)
    assert whole.stopped
