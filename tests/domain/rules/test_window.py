"""The days within which an activity lies."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.rules import WithinWindow
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day
from tests.support.rule_cases import L1, Case, named, on

LATE = activity("a", must=("l1",), first=day(2), end=day(3))
FEASIBLE_PLAN = agenda([L1], [LATE], days=3)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(2, "10:00")),))
# Today is the first Monday: with notice from today, the window is over before it begins.
INFEASIBLE_PLAN = agenda([L1], [replace(LATE, end=day(2))], today=MONDAY, days=3)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(1, "10:00")),), cut=True)


@pytest.mark.parametrize(("number", "rules"), [(0, ["window"]), (1, []), (2, []), (3, ["window"])])
def test_the_first_day_belongs_to_the_window_and_the_end_does_not(number: int, rules: list[str]) -> None:
    """Half-open, in days."""
    assert named(WithinWindow("a", day(1), day(3)), on(a=number)) == rules
