"""The days on which an activity is on hold."""

from __future__ import annotations

from ltsched.domain.rules import NotOnHold
from tests.support.agendas import activity, agenda, at, booking, day
from tests.support.rule_cases import L1, Case

HELD = activity("a", must=("l1",), held=frozenset({day(0)}))
FEASIBLE_PLAN = agenda([L1], [HELD], days=2)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(1, "10:00")),))
INFEASIBLE_PLAN = agenda([L1], [HELD], days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "10:00")),), cut=True)


def test_only_what_is_held_is_on_hold() -> None:
    """Another activity may lie on that day."""
    assert [rule.activity for rule in NotOnHold.of(agenda([L1], [HELD, activity("b", must=("l1",))]))] == ["a"]
