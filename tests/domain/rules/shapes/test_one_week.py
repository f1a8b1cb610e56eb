"""Monday to Friday."""

from __future__ import annotations

import pytest

from ltsched.domain.rules import OneWeek
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day
from tests.support.rule_cases import L1, PLAIN, Case, broken, on

FEASIBLE_PLAN = agenda(
    [L1],
    [activity("a", must=("l1",), end=day(1)), activity("b", must=("l1",), first=day(4), end=day(5))],
    shape=OneWeek(("a", "b"), MONDAY),
    days=14,
)
FEASIBLE = Case(
    FEASIBLE_PLAN, tuple(booking(FEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 4)))
)
INFEASIBLE_PLAN = agenda(
    [L1],
    [activity("a", must=("l1",), end=day(1)), activity("b", must=("l1",), first=day(7), end=day(8))],
    shape=OneWeek(("a", "b"), MONDAY),
    days=14,
)
INFEASIBLE = Case(
    INFEASIBLE_PLAN, tuple(booking(INFEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 7)))
)


@pytest.mark.parametrize(
    ("days", "ids"),
    [
        ({"a": 0, "b": 4, "c": 2}, []),
        ({"a": 0, "b": 4, "c": 7}, ["c"]),
        ({"a": 7, "b": 4, "c": 7}, ["b"]),
        ({"a": 0, "b": 5, "c": 2}, ["b"]),  # a Saturday
    ],
)
def test_one_week_is_monday_to_friday(days: dict[str, int], ids: list[str]) -> None:
    """What lies outside the week of the others, or at its weekend, is named."""
    rule = OneWeek(("a", "b", "c"), MONDAY)
    assert [violation.ids for violation in broken(rule, on(**days))] == [(id,) for id in ids]


@pytest.mark.parametrize(("number", "weeks"), [(0, 0), (4, 0), (7, 1), (18, 2)])
def test_one_week_is_measured_by_the_weeks_before_it(number: int, weeks: int) -> None:
    """The earliest week is best."""
    assert OneWeek(("a",), MONDAY).measures(on(a=number), PLAIN) == (weeks,)
    assert OneWeek(("a",), MONDAY).measures({}, PLAIN) == (0,)
