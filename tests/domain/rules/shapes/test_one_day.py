"""All on one day."""

from __future__ import annotations

from ltsched.domain.rules import OneDay
from tests.support.agendas import activity, agenda, at, booking, day
from tests.support.rule_cases import L1, PLAIN, Case, hour, named, on

FEASIBLE_PLAN = agenda([L1], [activity("a", must=("l1",))], shape=OneDay(("a",)), days=2)
FEASIBLE = Case(FEASIBLE_PLAN, tuple(booking(FEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0),)))
INFEASIBLE_PLAN = agenda(
    [L1],
    [activity("a", must=("l1",), end=day(1)), activity("b", must=("l1",), first=day(1), end=day(2))],
    shape=OneDay(("a", "b")),
    days=2,
)
INFEASIBLE = Case(
    INFEASIBLE_PLAN, tuple(booking(INFEASIBLE_PLAN, id, at(number, "09:00")) for id, number in (("a", 0), ("b", 1)))
)


def test_one_day_is_one_day() -> None:
    """Two bookings on a day are one day, on two days they break the rule."""
    rule = OneDay(("a", "b"))
    same = {"a": hour("a", 0, 9), "b": hour("b", 0, 14)}
    assert (named(rule, same), rule.measures(same, PLAIN)) == ([], (1,))
    assert (named(rule, on(a=0, b=1)), rule.measures(on(a=0, b=1), PLAIN)) == (["one day"], (2,))
