"""The time grid of an agenda: the days and hours in which anybody can be booked, and room for the gaps."""

from __future__ import annotations

from ltsched.domain.people import Role, WorkingHours
from ltsched.domain.spans import Spans
from ltsched.model.grid import lay_grid
from tests.support.agendas import activity, agenda, at, conversation, day, option, person, span

L1, T1 = person("l1", Role.LEAD_REVIEWER, agency=""), person("t1")
EARLY = WorkingHours(((0, 7 * 60 + 10, 12 * 60),))


def test_the_days_are_those_that_anybody_works() -> None:
    """No weekend, and no day on which everybody is away."""
    away = {"l1": span(1, "00:00", "23:59")}
    grid = lay_grid(agenda([L1], [activity("a", must=("l1",))], busy=away, days=8))
    assert grid.days == (day(0), day(2), day(3), day(4), day(7))


def test_the_hours_are_those_of_the_earliest_and_the_latest() -> None:
    """From the slot in which the first begins, ten past seven here, to the end of the last."""
    grid = lay_grid(agenda([person("l1", works=EARLY), T1], [activity("a", must=("t1",))], days=1))
    assert grid.start(0) == at(0, "07:00")
    assert grid.start(grid.slots_a_day - 1) == at(0, "16:45")


def test_a_day_has_room_for_the_longest_gap() -> None:
    """So that a gap in the evening never runs into the next morning."""
    plan = agenda([L1, T1, person("c1")], [conversation("c1", ["l1", "t1"], gap_minutes=90)], days=1)
    assert lay_grid(plan).slots_a_day == (8 * 60 + 90) // 15


def test_the_grain_is_that_of_the_option() -> None:
    """Slots of half an hour."""
    coarse = option(slot_minutes=30)
    assert lay_grid(agenda([L1], [activity("a", must=("l1",))], days=1, option=coarse)).slots_a_day == 16


def test_nobody_ever_free_is_a_grid_of_no_days() -> None:
    """And no crash."""
    never = {"l1": Spans.of([(0, 10**9)])}
    grid = lay_grid(agenda([L1], [activity("a", must=("l1",))], busy=never, days=3))
    assert (grid.days, grid.slots) == ((), 0)
