"""The choice among timetables that are as good: the first of them, whatever the way on which they were found."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import StageSettings
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.solve.plan import NOT_CANONICAL
from ltsched.solve.plan import plan_agenda as plan_within
from ltsched.solve.run import Runner
from ltsched.solve.steps.canonical import Canonical
from ltsched.solve.steps.preferences import Preferences
from ltsched.solve.strategy import STEPS
from tests.solve.test_small_agendas import FEW, MOST_COMBINATIONS, ORDERS, TOLERANCES
from tests.support.agendas import activity, agenda, at, day, person, span
from tests.support.brute_force import combinations, first_of_the_best
from tests.support.small_agendas import small_agendas
from tests.support.solving import SECONDS, plan_agenda

ONE_MEETING = agenda([person("t1")], [activity("a", must=("t1",))], days=3)


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
    found = plan_agenda(ONE_MEETING, canonical=asked).timetable
    assert found is not None
    assert found.canonical is asked


def test_what_is_not_proven_is_not_called_the_first() -> None:
    """Without the step of the preferences nothing is proven about these: the warning says what that means."""
    runner = Runner(time.monotonic() + SECONDS)
    steps = [step for step in STEPS if not isinstance(step, Preferences)]
    found = plan_within(ONE_MEETING, runner, steps=(*steps, Canonical())).timetable
    assert found is not None
    assert not found.canonical
    assert NOT_CANONICAL in found.warnings


def test_the_earliest_of_what_is_as_good() -> None:
    """One meeting that could be at any time: it is the first morning, for any seed."""
    for seed in range(4):
        found = canonical(ONE_MEETING, seed=seed)
        assert found is not None
        assert found.booking("a").start == at(0, "09:00")


def test_a_tolerance_that_gains_nothing_is_given_back() -> None:
    """A day earlier somebody would miss it, which the tolerance allows, and no later stage asks for it."""
    people = [person("t1"), person("t2")]
    plan = agenda(
        people,
        [
            activity("a", must=("t1",), expected=("t2",), quorum=1, off_critical_path=True),
            activity("b", must=("t1",), first=day(2)),
        ],
        busy={"t2": span(0, "09:00", "17:00")},
        days=4,
    )
    plan = replace(plan, review=replace(plan.review, stages=StageSettings((), {"missed-attendance": 1})))
    found = canonical(plan)
    assert found is not None
    assert found.booking("a").missing == ()
    assert found.booking("a").day == day(1)
