"""The smallest amount of a change that helps, and what is taken of one that does not help alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from ltsched.domain.explaining.changes.said import HoldEnds
from ltsched.domain.explaining.step import Change
from ltsched.domain.review import Hold, HoldScope
from ltsched.solve.explaining.steps.ladder import Ladder, least_step

FIRST = date(2027, 3, 1)
HOLD = Hold(HoldScope.REVIEW, "", FIRST, FIRST + timedelta(days=9), "trial")
ENDS = tuple(HoldEnds(HOLD, FIRST + timedelta(days=number)) for number in range(8, -2, -1))
COSTS = {"hold": 12}


def until(last: int) -> Callable[[Change], bool]:
    """Return what the holds satisfy that end by that day."""
    return lambda change: isinstance(change, HoldEnds) and change.last <= FIRST + timedelta(days=last)


@pytest.mark.parametrize("last", [8, 5, -1])
@pytest.mark.parametrize("straight", [True, False])
def test_the_smallest_that_helps_is_found(last: int, straight: bool) -> None:
    ladder = Ladder("hold", ENDS, frozenset({"hold"}), straight=straight, flat=True)
    step, enough = least_step(ladder, until(last), COSTS)
    assert (step.change, step.cost, enough) == (ENDS[8 - last], 12, True)


def test_each_unit_costs_unless_it_is_flat() -> None:
    dear, _ = least_step(Ladder("hold", ENDS, frozenset()), until(6), COSTS)
    assert dear.cost == 36


@pytest.mark.parametrize("straight", [True, False])
def test_where_none_helps_it_is_one_unit_or_all_that_costs_the_same(straight: bool) -> None:
    """Of what costs the same the first may change nothing yet: a hold ended on a day that is closed anyway."""
    for flat, change in ((False, ENDS[0]), (True, ENDS[-1])):
        ladder = Ladder("hold", ENDS, frozenset(), straight=straight, flat=flat)
        step, enough = least_step(ladder, until(-9), COSTS)
        assert (step.change, step.cost, enough) == (change, 12, False)
