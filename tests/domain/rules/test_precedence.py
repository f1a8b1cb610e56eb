"""One before another: the order, and its lags to the day."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.domain.rules import LagUnit, Precedence
from ltsched.domain.working_days import WorkingDays
from tests.support.agendas import activity, agenda, at, booking, day
from tests.support.rule_cases import L1, L2, PLAIN, Case, broken, hour, named, on

FEASIBLE_PLAN, INFEASIBLE_PLAN = (
    agenda(
        [L1, L2],
        [activity("a", must=("l1",)), activity("b", must=("l2",))],
        precedences=[Precedence("a", "b", 1)],
        days=days,
    )
    for days in (2, 1)
)
FEASIBLE = Case(
    FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(0, "15:00")), booking(FEASIBLE_PLAN, "b", at(1, "09:00")))
)
INFEASIBLE = Case(
    INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "09:00")), booking(INFEASIBLE_PLAN, "b", at(0, "15:00")))
)


@pytest.mark.parametrize(("clock", "rules"), [(11, []), (10, ["precedence"]), (9, ["precedence"])])
def test_precedence_ends_before_the_next_starts(clock: int, rules: list[str]) -> None:
    """On one day the second may start when the first ends, not earlier."""
    bookings = {"a": hour("a", 0), "b": hour("b", 0, clock)}
    assert named(Precedence("a", "b"), bookings) == rules


def test_precedence_the_other_day_before() -> None:
    """The day before is too early, and is told as one thing with both ids."""
    (violation,) = broken(Precedence("a", "b", 5, 10), on(a=1, b=0))
    assert (violation.rule, violation.ids) == ("precedence", ("a", "b"))


@pytest.mark.parametrize(("number", "rules"), [(7, ["lag"]), (8, []), (11, []), (12, []), (14, []), (15, ["lag"])])
def test_a_lag_in_working_days(number: int, rules: list[str]) -> None:
    """From Tuesday (day 1), 5 to 9 working days: the next Tuesday is the first that fits; a weekend counts nothing."""
    assert named(Precedence("a", "b", 5, 9), on(a=1, b=number)) == rules


def test_a_lag_leaves_out_bank_holidays() -> None:
    """A bank holiday between the two makes a lag shorter."""
    working_days = WorkingDays(frozenset({day(3)}))
    assert named(Precedence("a", "b", 5), on(a=1, b=8), working_days) == ["lag"]
    assert named(Precedence("a", "b", 5), on(a=1, b=9), working_days) == []


@pytest.mark.parametrize(("number", "rules"), [(20, ["lag"]), (21, []), (42, []), (43, ["lag"])])
def test_a_lag_in_calendar_days(number: int, rules: list[str]) -> None:
    """Three to six weeks are 21 to 42 days, weekends and holidays counted."""
    assert named(Precedence("a", "b", 21, 42, LagUnit.DAYS), on(a=0, b=number)) == rules


def test_a_lag_is_told_in_its_unit() -> None:
    """The text says how many, of what, and how many there should be."""
    (violation,) = broken(Precedence("a", "b", 5), on(a=0, b=1))
    assert violation.text == "b is 1 working day after a, least 5"
    assert Precedence("a", "b").lag(date(2027, 3, 1), date(2027, 3, 8), PLAIN) == 5


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (Precedence("a", "b", 1), "a ends before b starts, at least 1 working day before."),
        (Precedence("a", "b", 1, 2), "a ends before b starts, at least 1 and at most 2 working days before."),
        (Precedence("a", "b", 0, 1, LagUnit.DAYS), "a ends before b starts, at most 1 day before."),
    ],
)
def test_one_day_is_not_days(rule: Precedence, words: str) -> None:
    """The number that stands before the unit decides."""
    assert rule.words() == words
