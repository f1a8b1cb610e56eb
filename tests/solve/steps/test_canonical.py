"""The choice among timetables that are as good: the first of them, whatever the way on which they were found."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import StageSettings
from ltsched.domain.timetable import Booking, Status, Timetable
from tests.solve.test_small_agendas import FEW, MOST_COMBINATIONS, ORDERS, TOLERANCES
from tests.support.brute_force import combinations, first_of_the_best
from tests.support.small_agendas import small_agendas
from tests.support.solving import plan_agenda


def canonical(plan: Agenda, *, seed: int = 0, workers: int = 1) -> Timetable | None:
    """Return the timetable that leaves no choice; None if the agenda is impossible."""
    result = plan_agenda(plan, seed=seed, workers=workers, canonical=True)
    if result.timetable is None:
        assert result.status is Status.INFEASIBLE
        return None
    assert result.timetable.canonical
    assert not [text for text in result.timetable.warnings if "canonical" in text]
    return result.timetable


def in_order(plan: Agenda, timetable: Timetable) -> list[Booking]:
    """Return the bookings in the order of the activities."""
    return [timetable.booking(one.id) for one in plan.activities]


@settings(FEW, max_examples=30)
@given(plan=small_agendas())
def test_it_is_the_first_of_all_that_trying_everything_finds(plan: Agenda) -> None:
    """Every booking, with who holds it and who comes."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    right, found = first_of_the_best(plan), canonical(plan)
    assert (right is None) is (found is None)
    if right is not None and found is not None:
        for one, booking in zip(right, in_order(plan, found), strict=True):
            assert (booking.activity, booking.start, booking.panel) == (one.activity, one.start, one.panel)
            assert booking.attendees == one.attendees


@settings(FEW, max_examples=20)
@given(plan=small_agendas(roomed=True), order=ORDERS, tolerances=TOLERANCES)
def test_with_few_seats_in_any_order_of_the_stages_and_with_a_tolerance(
    plan: Agenda, order: list[str], tolerances: dict[str, int]
) -> None:
    """Days, starts and panels; and what a tolerance is not needed for is given back."""
    plan = replace(plan, review=replace(plan.review, stages=StageSettings(tuple(order), tolerances)))
    assume(combinations(plan) <= MOST_COMBINATIONS)
    right, found = first_of_the_best(plan), canonical(plan)
    assert (right is None) is (found is None)
    if right is not None and found is not None:
        for one, booking in zip(right, in_order(plan, found), strict=True):
            assert (booking.activity, booking.start, booking.panel) == (one.activity, one.start, one.panel)


@settings(FEW, max_examples=8)
@given(plan=small_agendas(roomed=True), seed=st.integers(1, 3), workers=st.sampled_from([2, 8]))
def test_other_seeds_and_workers_give_the_same_bookings(plan: Agenda, seed: int, workers: int) -> None:
    """Not only values as good, but the very same timetable."""
    one = canonical(plan)
    assert one == canonical(plan, seed=seed) == canonical(plan, seed=seed, workers=workers)


@pytest.mark.parametrize("asked", [False, True])
def test_it_is_said_only_where_it_was_asked_for(asked: bool) -> None:
    """A timetable that was not compared with others is not called the first of them."""
    from tests.support.agendas import activity, agenda, person

    plan = agenda([person("t1")], [activity("a", must=("t1",))], days=1)
    found = plan_agenda(plan, canonical=asked).timetable
    assert found is not None
    assert found.canonical is asked
