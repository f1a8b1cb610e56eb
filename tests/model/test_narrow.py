"""Cutting the candidates of a review in one week to the weeks that are possible: never one that is."""

from __future__ import annotations

import time

from hypothesis import HealthCheck, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Early, OneWeek, Precedence
from ltsched.domain.stages.table import SHAPE
from ltsched.model.build import build
from ltsched.model.narrow import narrow
from ltsched.solve.run import Runner
from tests.support.agendas import MONDAY, activity, agenda, day, person, span
from tests.support.crowded import crowded
from tests.support.solving import SECONDS, candidates_of

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
A, B = activity("a", must=("l1",)), activity("b", must=("l2",))
AWAY = span(0, "09:00", "17:00") | span(1, "09:00", "17:00") | span(2, "09:00", "17:00")
AWAY |= span(3, "09:00", "17:00") | span(4, "09:00", "17:00")


def weeks(plan: Agenda) -> dict[str, list[int]]:
    """Return the numbers of the weeks from `MONDAY` on in which each activity has a start left."""
    free, whole = candidates_of(plan)
    left = narrow(plan, free.grid, whole)
    return {
        id: sorted({(free.grid.start(slot).date() - MONDAY).days // 7 for slot in own.starts})
        for id, own in left.items()
    }


def test_a_week_in_which_one_of_them_is_away_is_left_out_for_all() -> None:
    """The first of three."""
    plan = agenda([L1, L2], [A, B], busy={"l2": AWAY}, shape=OneWeek(("a", "b"), MONDAY), days=21)
    assert weeks(plan) == {"a": [1, 2], "b": [1, 2]}


def test_a_week_that_the_order_forbids_is_left_out() -> None:
    """In the first one is on Friday only, and the other, which comes after it, never later than Thursday."""
    first = activity("a", must=("l1",))
    held = activity("b", must=("l2",), held=frozenset({day(4)}))
    busy = {"l1": AWAY - span(4, "09:00", "17:00")}
    shape = OneWeek(("a", "b"), MONDAY)
    plan = agenda([L1, L2], [first, held], busy=busy, precedences=[Precedence("a", "b")], shape=shape, days=14)
    assert weeks(plan) == {"a": [1], "b": [1]}


def test_weeks_before_the_first_monday_do_not_count() -> None:
    """The lead-in goes before them."""
    plan = agenda([L1, L2], [A, B], shape=OneWeek(("a", "b"), day(7)), days=14)
    assert weeks(plan) == {"a": [1], "b": [1]}


def test_what_need_not_lie_in_the_week_is_cut_only_by_the_order() -> None:
    """It comes before the week, which cannot be the first."""
    plan = agenda(
        [L1, L2], [A, B], busy={"l2": AWAY}, precedences=[Precedence("a", "b")], shape=OneWeek(("b",), MONDAY), days=14
    )
    assert weeks(plan) == {"a": [0, 1], "b": [1]}


def test_where_no_week_is_left_nothing_is_cut() -> None:
    """That is for the solver to say, and to say why."""
    plan = agenda(
        [L1, L2],
        [activity("a", must=("l1",), end=day(5)), activity("b", must=("l2",), first=day(7))],
        shape=OneWeek(("a", "b"), MONDAY),
        days=14,
    )
    assert weeks(plan) == {"a": [0], "b": [1]}


def test_other_shapes_are_left_alone() -> None:
    """They may lie in several weeks."""
    plan = agenda([L1, L2], [A, B], busy={"l2": AWAY}, shape=Early(("a", "b"), MONDAY), days=14)
    assert weeks(plan) == {"a": [0, 1], "b": [1]}


@settings(deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan=crowded(weeks=2))
def test_no_timetable_is_lost(plan: Agenda) -> None:
    """The earliest week is the same with the cut and without it, and as often there is none."""
    free, whole = candidates_of(plan)
    if not all(own.starts for own in whole.values()):
        return
    found = []
    for candidates in (whole, narrow(plan, free.grid, whole)):
        model = build(plan, free, candidates)
        model.cp.minimize(model.terms[SHAPE])
        attempt = Runner(time.monotonic() + SECONDS).solve(model.cp)
        found.append((attempt.status, attempt.bound))
    assert found[0] == found[1]
