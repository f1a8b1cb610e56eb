"""The windows that people wish for."""

from __future__ import annotations

from datetime import time

import pytest

from ltsched.domain.rules import WithinWishes
from ltsched.domain.settled import WishedWindow
from tests.support.agendas import activity, agenda, at, booking, day
from tests.support.rule_cases import L1, Case

TUESDAYS = WishedWindow(activity="a", weekdays=frozenset({1}))
WISHED = activity("a", must=("l1",), windows=((TUESDAYS,),))
FEASIBLE_PLAN = agenda([L1], [WISHED], days=2)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(1, "10:00")),))
INFEASIBLE_PLAN = agenda([L1], [WISHED], days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "10:00")),), cut=True)


def broken(*groups: tuple[WishedWindow, ...], number: int = 0, clock: str = "10:00") -> int:
    """Return how many groups of windows two hours from a time on are outside of."""
    plan = agenda([L1], [activity("a", must=("l1",), windows=groups)])
    return len(Case(plan, (booking(plan, "a", at(number, clock)),)).broken(WithinWishes))


@pytest.mark.parametrize(
    ("clock", "kept"), [("09:30", False), ("10:00", True), ("14:00", True), ("14:30", False)], ids=str
)
def test_all_of_it_lies_within_the_hours(clock: str, kept: bool) -> None:
    """The hours are half-open: a booking may end when they do."""
    hours = WishedWindow(activity="a", opens=time(10), closes=time(16))
    assert broken((hours,), clock=clock) == (not kept)


def test_the_first_and_the_last_day_belong_to_it() -> None:
    """From and until are both days on which it may lie."""
    window = WishedWindow(activity="a", first=day(1), last=day(2))
    assert [broken((window,), number=number) for number in range(4)] == [1, 0, 0, 1]


def test_windows_of_one_name_are_alternatives_and_each_name_counts() -> None:
    """Mondays or Tuesdays will do for its kind; but its own window is on Tuesdays."""
    mondays = WishedWindow(activity="a", weekdays=frozenset({0}))
    assert broken((mondays, TUESDAYS)) == 0
    assert broken((mondays, TUESDAYS), (TUESDAYS,)) == 1


def test_it_says_itself() -> None:
    """Weekdays, hours and days, as a sentence."""
    window = WishedWindow("a", "", frozenset({0, 2}), time(10), None, day(0), day(9))
    rule = WithinWishes("a", ((window,),))
    assert rule.words() == ("a lies on Mon or Wed, 10:00–24:00, from Mon 1 Mar 2027 until Wed 10 Mar 2027.")
    assert rule.facts()[0].dates == (day(0), day(9))
