"""Monday to Friday."""

from __future__ import annotations

import pytest

from ltsched.domain.rules import (
    OneWeek,
)
from tests.support.agendas import MONDAY
from tests.support.rule_cases import PLAIN, broken, on


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
