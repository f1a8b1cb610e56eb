"""The working hours and diaries of people."""

from __future__ import annotations

from ltsched.domain.rules import WithinDiary
from tests.support.agendas import activity, agenda, at, booking, span
from tests.support.rule_cases import L1, Case

MORNING = [activity("a", must=("l1",))]
FEASIBLE_PLAN = agenda([L1], MORNING, busy={"l1": span(0, "11:00", "17:00")}, days=1)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(0, "09:00")),))
INFEASIBLE_PLAN = agenda([L1], MORNING, busy={"l1": span(0, "10:59", "17:00")}, days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "09:00")),))


def test_whoever_stays_away_needs_no_time() -> None:
    """A diary is asked about what its owner attends."""
    away = booking(INFEASIBLE_PLAN, "a", at(0, "09:00"), missing=["l1"])
    assert Case(INFEASIBLE_PLAN, (away,)).broken(WithinDiary) == []
