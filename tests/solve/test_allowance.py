"""What is nice to have may cost a multiple of what the rest has cost, shared out among the stages."""

from __future__ import annotations

import pytest

from ltsched.solve.allowance import LEAST_EFFORT, MOST_EFFORT, TIMES_BEFORE, Allowance
from ltsched.solve.run import Runner


def runner(effort: float) -> Runner:
    made = Runner(float("inf"))
    made.effort = effort
    return made


@pytest.mark.parametrize(("before", "whole"), [(0.0, LEAST_EFFORT), (2.0, TIMES_BEFORE * 2.0), (1000.0, MOST_EFFORT)])
def test_it_follows_from_what_came_before(before: float, whole: float) -> None:
    """But there is always some, and never more than anybody would wait for."""
    assert Allowance(runner(before), 1).next_stage() == pytest.approx(whole)


def test_what_one_stage_leaves_over_is_there_for_those_after_it() -> None:
    """And what it has taken is gone."""
    spent = runner(0.0)
    allowance = Allowance(spent, 2)
    assert allowance.next_stage() == pytest.approx(LEAST_EFFORT / 2)
    spent.effort += 0.1
    assert allowance.next_stage() == pytest.approx(LEAST_EFFORT - 0.1)
    spent.effort += 100.0
    assert allowance.next_stage() == 0.0


def test_who_wants_proofs_gets_them() -> None:
    """Whatever they cost."""
    assert Allowance(runner(0.0), 1, unlimited=True).next_stage() is None
