"""Two short blocks."""

from __future__ import annotations

import pytest

from ltsched.domain.rules import Blocks
from ltsched.domain.working_days import WorkingDays
from tests.support.agendas import activity, agenda, at, booking, day
from tests.support.rule_cases import L1, PLAIN, Case, named, on

FEASIBLE_PLAN = agenda(
    [L1],
    [activity("a", must=("l1",), end=day(1)), activity("b", must=("l1",), first=day(4), end=day(5))],
    shape=Blocks(("a", "b"), (), 5, 0, 0),
    days=14,
)
FEASIBLE = Case(
    FEASIBLE_PLAN, tuple(booking(FEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 4)))
)
INFEASIBLE_PLAN = agenda(
    [L1],
    [activity("a", must=("l1",), end=day(1)), activity("b", must=("l1",), first=day(7), end=day(8))],
    shape=Blocks(("a", "b"), (), 5, 0, 0),
    days=14,
)
INFEASIBLE = Case(
    INFEASIBLE_PLAN, tuple(booking(INFEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 7)))
)

BLOCKS = Blocks(("a", "b"), ("c", "d"), 5, 21, 42)


@pytest.mark.parametrize(
    ("b", "c", "d", "rules"),
    [
        (4, 28, 32, []),  # Monday to Friday, twice
        (7, 28, 32, ["block"]),  # Monday to Monday: six working days
        (4, 28, 35, ["block"]),
        (4, 25, 30, []),  # 21 days after the first block, from Friday to Wednesday: four working days
        (4, 24, 30, ["blocks apart"]),
        (4, 46, 46, []),  # 42 days
        (4, 47, 47, ["blocks apart"]),
    ],
)
def test_blocks_are_short_and_apart(b: int, c: int, d: int, rules: list[str]) -> None:
    """A block takes at most its working days, first and last counted; the pause is counted in calendar days."""
    assert named(BLOCKS, on(a=0, b=b, c=c, d=d)) == rules


def test_a_bank_holiday_in_a_block_does_not_count() -> None:
    """Monday to Monday are five working days if one of them is a bank holiday."""
    bookings = on(a=0, b=7, c=35, d=35)
    assert named(BLOCKS, bookings, WorkingDays(frozenset({day(2)}))) == []
    assert BLOCKS.measures(bookings, WorkingDays(frozenset({day(2)}))) == (6,)
    assert BLOCKS.measures(bookings, PLAIN) == (7,)
