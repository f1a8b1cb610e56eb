"""As early as possible."""

from __future__ import annotations

import pytest

from ltsched.domain.rules import Early
from tests.support.agendas import MONDAY, activity, agenda, at, booking
from tests.support.rule_cases import L1, PLAIN, Case, named, on

FEASIBLE_PLAN = agenda([L1], [activity("a", must=("l1",))], shape=Early(("a",), MONDAY), days=1)
FEASIBLE = Case(FEASIBLE_PLAN, tuple(booking(FEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0),)))


@pytest.mark.parametrize(("last", "value"), [(0, 0), (1, 1), (7, 5), (11, 9)])
def test_early_is_a_wish_about_the_last(last: int, value: int) -> None:
    """It forbids nothing, and counts the working days before the last meeting."""
    rule = Early(("a", "b"), MONDAY)
    assert named(rule, on(a=0, b=last)) == []
    assert rule.measures(on(a=0, b=last), PLAIN) == (value,)
    assert rule.measures({}, PLAIN) == (0,)
