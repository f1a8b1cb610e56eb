"""Meetings that lie evenly."""

from __future__ import annotations

import pytest

from ltsched.domain.rules import Spread
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day
from tests.support.rule_cases import L1, PLAIN, Case, broken, named, on

FEASIBLE_PLAN = agenda(
    [L1],
    [activity(id, must=("l1",), minutes=300) for id in ("a", "b")],
    shape=Spread(("a", "b"), (0, 1), 0, tuple(day(number) for number in range(5))),
    days=5,
)
FEASIBLE = Case(
    FEASIBLE_PLAN, tuple(booking(FEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 1)))
)
INFEASIBLE_PLAN = agenda(
    [L1],
    [activity(id, must=("l1",), minutes=300) for id in ("a", "b")],
    shape=Spread(("a", "b"), (0, 0), 0, tuple(day(number) for number in range(5))),
    days=5,
)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    tuple(booking(INFEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 1))),
    cut=True,
)

SPREAD = Spread(("a", "b"), (3, 10), 2, tuple(PLAIN.between(MONDAY, day(28))))


@pytest.mark.parametrize(
    ("a", "b", "ids"),
    [
        (1, 10, []),  # index 1 and 8: two before either position
        (7, 16, []),  # index 5 and 12: two after either
        (0, 10, ["a"]),
        (8, 16, ["a"]),
        (1, 9, ["b"]),
        (1, 17, ["b"]),
        (0, 17, ["a", "b"]),
    ],
)
def test_a_spread_keeps_to_its_even_positions(a: int, b: int, ids: list[str]) -> None:
    """A meeting lies at most the tolerance from its position, counted in days that are worked and not held."""
    assert [violation.ids for violation in broken(SPREAD, on(a=a, b=b))] == [(id,) for id in ids]


@pytest.mark.parametrize("position", range(-3, 25))
def test_the_window_of_a_spread_has_the_days_that_it_allows(position: int) -> None:
    """`window` and `broken_by` agree on every day; where no day is near enough, the window is empty."""
    rule = Spread(("a",), (position,), 2, SPREAD.days)
    first, end = rule.window(position)
    allowed = [number for number in range(28) if day(number).weekday() < 5 and not named(rule, on(a=number))]
    assert [number for number in range(28) if day(number).weekday() < 5 and first <= day(number) < end] == allowed


def test_held_days_do_not_count_in_a_spread() -> None:
    """A hold of a week moves what comes after it by a week."""
    days = tuple(each for each in SPREAD.days if not day(7) <= each < day(14))
    rule = Spread(("a", "b"), (3, 10), 2, days)
    assert named(rule, on(a=1, b=17)) == []
    assert named(rule, on(a=1, b=10)) == ["spread"]


@pytest.mark.parametrize(
    ("days", "measures"),
    [
        ({"a": 3, "b": 14}, (0, 0)),
        ({"a": 3, "b": 15}, (0, 1)),
        ({"a": 2, "b": 15}, (0, 2)),
    ],
)
def test_a_spread_of_two_has_one_gap(days: dict[str, int], measures: tuple[int, int]) -> None:
    """With one gap, the greatest is the least; the deviations still add up."""
    assert SPREAD.measures(on(**days), PLAIN) == measures


def test_a_spread_is_measured_by_its_gaps() -> None:
    """Gaps of 2 and 6 working days differ by 4; the positions 0, 4, 8 are missed by 0, 2 and 0."""
    rule = Spread(("a", "b", "c"), (0, 4, 8), 9, SPREAD.days)
    assert rule.measures(on(a=0, b=2, c=10), PLAIN) == (4, 2)
    assert Spread(("a",), (0,), 9, SPREAD.days).measures(on(a=3), PLAIN) == (0, 3)
    assert Spread((), (), 9, SPREAD.days).measures({}, PLAIN) == (0, 0)
