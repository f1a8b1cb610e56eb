"""The bank holidays of the region."""

from __future__ import annotations

from ltsched.domain.rules import NoBankHoliday
from tests.support.agendas import activity, agenda, at, booking, day
from tests.support.rule_cases import L1, Case

FEASIBLE_PLAN = agenda([L1], [activity("a", must=("l1",))], holidays=[day(0)], days=2)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(1, "10:00")),))
INFEASIBLE_PLAN = agenda([L1], [activity("a", must=("l1",))], holidays=[day(0)], days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "10:00")),), cut=True)


def test_a_region_without_bank_holidays_has_no_such_rule() -> None:
    """Nothing to keep, and nothing to say."""
    assert list(NoBankHoliday.of(agenda([L1], []))) == []
