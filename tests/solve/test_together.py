"""Several stages in one run come to what they come to one after the other."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.stages.table import FINISH, MISSED_ATTENDANCE, SHAPE, WAITING, stages_of
from ltsched.domain.timetable import Status
from ltsched.model.build import build_bound
from ltsched.solve import together
from ltsched.solve.run import Runner
from ltsched.solve.search import Goal, Search, goals_of
from ltsched.solve.together import improve_together
from tests.solve.test_small_agendas import FEW
from tests.support.agendas import activity, agenda, day, person, span
from tests.support.small_agendas import small_agendas
from tests.support.solving import candidates_of

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("t2")]
AWAY = agenda(
    PEOPLE,
    [activity("a", must=("l1",), expected=("t1", "t2"))],
    busy={"t1": span(0, "09:00", "17:00"), "t2": span(0, "09:00", "17:00") | span(1, "09:00", "17:00")},
    days=5,
)
"""A meeting that one misses on the second day, two on the first, and nobody on the third."""


def searched(plan: Agenda, goals: Sequence[Goal], *, at_once: bool = True) -> Search:
    """Return the search of the meetings alone after `goals`."""
    search = Search(build_bound(plan, *candidates_of(plan)), Runner(float("inf")))
    if at_once:
        improve_together(search, goals)
    else:
        search.improve(goals)
    return search


def told(search: Search) -> tuple[object, ...]:
    """Return what a search has come to."""
    return search.status, search.values, search.bounds, search.limits


@pytest.mark.parametrize("order", [(MISSED_ATTENDANCE, FINISH), (FINISH, MISSED_ATTENDANCE)])
def test_the_order_of_the_stages_counts(order: tuple[str, ...]) -> None:
    """Nobody missing before an early end, or the other way round."""
    search = searched(AWAY, [Goal(name) for name in order])
    assert search.status is Status.OPTIMAL
    assert search.values[MISSED_ATTENDANCE] == (0 if order[0] == MISSED_ATTENDANCE else 2)
    assert search.bounds == {name: search.values[name] for name in order} == search.limits


@pytest.mark.parametrize(("tolerance", "missed"), [(0, 0), (1, 1), (2, 2)])
def test_a_tolerance_is_used_up_for_the_next_stage(tolerance: int, missed: int) -> None:
    """As where each has a run of its own."""
    goals = [Goal(SHAPE, 9), Goal(MISSED_ATTENDANCE, tolerance), Goal(FINISH), Goal(WAITING)]
    search = searched(AWAY, goals)
    assert search.values[MISSED_ATTENDANCE] == missed
    assert told(search) == told(searched(AWAY, goals, at_once=False))


def test_weights_that_grow_too_large_make_a_run_of_their_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """It comes to the same."""
    goals = [Goal(MISSED_ATTENDANCE), Goal(FINISH), Goal(SHAPE)]
    whole = told(searched(AWAY, goals))
    monkeypatch.setattr(together, "MOST_RANGE", 1)
    assert told(searched(AWAY, goals)) == whole


def test_without_stages_any_plan_will_do() -> None:
    """And an impossible one is said to be so."""
    assert searched(AWAY, []).status is Status.OPTIMAL
    made = [activity(id, must=("l1",), minutes=300, first=day(0), end=day(1)) for id in ("a", "b")]
    impossible = agenda(PEOPLE, made, days=5)
    assert searched(impossible, [Goal(FINISH), Goal(SHAPE)]).status is Status.INFEASIBLE


@settings(FEW, max_examples=20)
@given(plan=small_agendas())
def test_it_comes_to_the_same_as_one_after_the_other(plan: Agenda) -> None:
    """Status, values and bounds, of all stages that the meetings alone know."""
    _, candidates = candidates_of(plan)
    assume(all(own.starts for own in candidates.values()))
    goals = [goal for goal in goals_of(stages_of(plan)) if goal.name in build_bound(plan, *candidates_of(plan)).terms]
    one, other = searched(plan, goals), searched(plan, goals, at_once=False)
    assert one.status is other.status
    if one.status is Status.OPTIMAL:
        assert told(one) == told(other)
