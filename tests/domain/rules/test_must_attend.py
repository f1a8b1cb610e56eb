"""Who must come."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.rules import MustAttend
from tests.support.agendas import activity, agenda, at, booking, span
from tests.support.rule_cases import L1, T1, Case, broken, hour

FEASIBLE_PLAN = agenda([L1, T1], [activity("a", must=("l1", "t1"))], days=1)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(0, "10:00")),))
INFEASIBLE_PLAN = replace(agenda([L1, T1], FEASIBLE_PLAN.activities, busy={"t1": span(0, "09:00", "17:00")}, days=1))
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "10:00"), missing=["t1"]),), cut=True)


def test_each_of_them_is_named() -> None:
    """Two who are missing are two violations."""
    nobody = replace(hour("a", 0), missing=("l1", "t1"))
    assert [one.ids for one in broken(MustAttend("a", ("l1", "t1")), {"a": nobody})] == [("a", "l1"), ("a", "t1")]
