"""The first solution of a model in the order of some choices: by a look at all at once, and one by one."""

from __future__ import annotations

import itertools
import random

import pytest
from ortools.sat.python import cp_model

import ltsched.solve.first as first
from ltsched.model.in_order import Choice
from ltsched.solve.run import Runner


def some_model(seed: int) -> tuple[cp_model.CpModel, list[Choice], list[tuple[int, ...]]]:
    """Return a model of five variables with random clauses, and all its solutions as what comes first."""
    made = random.Random(seed)
    cp = cp_model.CpModel()
    numbers = [cp.new_int_var(0, 3, f"n{index}") for index in range(3)]
    literals = [cp.new_bool_var(f"b{index}") for index in range(2)]
    choices = [*(Choice(one.index) for one in numbers), *(Choice(one.index, most=True) for one in literals)]
    rules = [([made.randint(-2, 2) for _ in range(5)], made.randint(-1, 5)) for _ in range(3)]
    for weights, least in rules:
        cp.add(cp_model.LinearExpr.weighted_sum([*numbers, *literals], weights) >= least)
    every = itertools.product(*[range(4)] * 3, *[range(2)] * 2)
    keep = [one for one in every if all(sum(w * v for w, v in zip(r, one, strict=True)) >= least for r, least in rules)]
    return cp, choices, keep


@pytest.mark.parametrize("effort", [0.25, 0.0])
def test_it_is_the_first_of_all(effort: float, monkeypatch: pytest.MonkeyPatch) -> None:
    """Random models of which every solution is known; without an effort for the look each choice is asked for alone."""
    monkeypatch.setattr(first, "LOOK_EFFORT", effort)
    tried = 0
    for seed in range(20):
        cp, choices, solutions = some_model(seed)
        if not solutions:
            continue
        tried += 1
        found = first.first_of(cp, choices, solutions[-1], Runner(float("inf")))
        right = min(solutions, key=lambda one: [choice.first(one) for choice in choices])
        assert found == right
    assert tried > 10


def test_without_time_nothing_is_said() -> None:
    """A limit that has struck leaves it open which is the first."""
    cp, choices, solutions = some_model(3)
    assert solutions
    assert first.first_of(cp, choices, solutions[-1], Runner(0.0)) is None
