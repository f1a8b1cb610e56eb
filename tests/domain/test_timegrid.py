"""Slots stand for local times: against brute force, and on days on which the clocks change."""

from __future__ import annotations

import itertools
from datetime import UTC, timedelta

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ltsched.domain.spans import NEVER, Spans, minute_before
from ltsched.domain.timegrid import TimeGrid
from tests.support.agendas import LONDON, at, day, span

FORWARD, BACK = 27, 244  # Sundays: 28 March and 31 October 2027

offices = TimeGrid((day(0), day(1), day(4)), LONDON, 9 * 60, 32, 15)
nights = st.builds(
    lambda number, opens, slots, slot_minutes: TimeGrid(
        (day(number - 1), day(number), day(number + 1)), LONDON, opens, slots, slot_minutes
    ),
    number=st.sampled_from([FORWARD, BACK, 100]),
    opens=st.sampled_from([0, 30, 60, 90, 120, 540]),
    slots=st.integers(1, 12),
    slot_minutes=st.sampled_from([15, 20, 30, 60]),
)


def is_real(grid: TimeGrid, slot: int) -> bool:
    """Return whether the clocks ever show the start of `slot`."""
    start = grid.start(slot)
    return str(start.astimezone(UTC).astimezone(LONDON)) == str(start)


def test_slots_are_counted_by_days_of_the_grid() -> None:
    """Days that nobody works have no slots; the first slot of each day is at opening time."""
    assert offices.slots == 96
    assert [str(offices.start(slot)) for slot in (0, 31, 32, 64)] == [
        str(at(*moment)) for moment in ((0, "09:00"), (0, "16:45"), (1, "09:00"), (4, "09:00"))
    ]
    assert offices.minute(33) == minute_before(at(1, "09:15"))
    assert offices.day_index == {day(0): 0, day(1): 1, day(4): 2}
    assert offices.day_mask(day(1)) == ((1 << 32) - 1) << 32
    assert offices.day_mask(day(2)) == 0


@pytest.mark.parametrize(("minutes", "slots"), [(15, 1), (16, 2), (30, 2), (100, 7), (120, 8)])
def test_a_length_is_rounded_up(minutes: int, slots: int) -> None:
    """What takes a part of a slot takes it whole."""
    assert offices.length(minutes) == slots


@pytest.mark.parametrize(
    ("start", "end", "free", "touched"),
    [
        ("10:00", "10:30", [4, 5], [4, 5]),
        ("10:01", "10:30", [5], [4, 5]),
        ("10:00", "10:29", [4], [4, 5]),
        ("10:05", "10:10", [], [4]),
        ("08:00", "09:15", [0], [0]),
        ("16:45", "20:00", [31], [31]),
        ("17:00", "20:00", [], []),
        ("08:00", "09:00", [], []),
    ],
)
def test_a_slot_is_free_if_all_of_it_is(start: str, end: str, free: list[int], touched: list[int]) -> None:
    """Half a slot is not free, and is touched; what lies outside the hours is nothing."""
    time = span(0, start, end)
    assert list(TimeGrid.members(offices.free_slots(time))) == free
    assert list(TimeGrid.members(offices.touched_slots(time))) == touched


def test_a_span_over_many_days_fills_them() -> None:
    """Spans longer than a day, and several on one day, are all seen."""
    whole = Spans.between(at(0, "00:00"), at(5, "00:00"))
    assert offices.free_slots(whole) == offices.touched_slots(whole) == (1 << 96) - 1
    assert offices.free_slots(NEVER) == 0
    holes = whole - span(0, "10:00", "10:15") - span(4, "09:00", "12:00")
    assert offices.free_slots(holes) == (1 << 96) - 1 - (1 << 4) - (((1 << 12) - 1) << 64)


@given(nights, st.lists(st.tuples(st.integers(-1500, 3000), st.integers(0, 500)), max_size=5))
@example(TimeGrid((day(FORWARD),), LONDON, 30, 3, 15), [(-1410, 75)])  # the day ends in the hour that is skipped
def test_slots_agree_with_the_minutes_they_stand_for(grid: TimeGrid, pairs: list[tuple[int, int]]) -> None:
    """On every day, one with a change of the clocks too, a slot is free if its true minutes are."""
    midnight = minute_before(grid.start(0).replace(hour=0, minute=0) + timedelta(days=1))
    time = Spans.of((midnight + start, midnight + start + length) for start, length in pairs)
    free, touched = set(grid.members(grid.free_slots(time))), set(grid.members(grid.touched_slots(time)))
    for slot in range(grid.slots):
        low = grid.minute(slot)
        true = minute_before(grid.start(slot) + timedelta(minutes=grid.slot_minutes)) - low
        real = is_real(grid, slot)
        assert (slot in free) == (real and true == grid.slot_minutes and time.covers(low, low + true))
        assert (slot in touched) == (real and time.touches(low, low + true))


def test_the_hour_that_is_skipped_has_no_slots() -> None:
    """On 28 March the clocks go from 01:00 to 02:00."""
    grid = TimeGrid((day(FORWARD),), LONDON, 0, 8, 30)
    worked = Spans.between(at(FORWARD, "00:00"), at(FORWARD, "04:00"))
    assert list(grid.members(grid.free_slots(worked))) == [0, 1, 4, 5, 6, 7]


def test_office_hours_stay_where_they_are_on_the_wall() -> None:
    """Nine o'clock is slot 0 before and after the clocks change."""
    grid = TimeGrid((day(26), day(FORWARD), day(28)), LONDON, 9 * 60, 4, 15)
    for number in (26, FORWARD, 28):
        first = grid.day_index[day(number)] * 4
        assert list(grid.members(grid.free_slots(span(number, "09:00", "09:30")))) == [first, first + 1]


@given(st.integers(0, 2**24 - 1), st.integers(1, 14), st.sampled_from([5, 15, 30, 45, 60, 120]), st.integers(0, 8))
def test_starts_have_room_and_stand_at_a_step(free: int, length: int, step: int, quarter: int) -> None:
    """A booking starts where all its slots are free, on one day, at a multiple of the step after midnight."""
    grid = TimeGrid((day(0), day(1)), LONDON, 8 * 60 + 15 * quarter, 12, 15)
    found = set(grid.members(grid.starts(free, length, step)))
    for slot in range(grid.slots):
        start = grid.start(slot)
        room = all(free >> each & 1 for each in range(slot, slot + length))
        one_day = slot % 12 + length <= 12
        assert (slot in found) == (room and one_day and (start.hour * 60 + start.minute) % step == 0)


@given(st.sets(st.integers(0, 300)))
def test_members_are_the_bits_in_order(slots: set[int]) -> None:
    """A set of slots comes back as it was put in."""
    assert list(TimeGrid.members(sum(1 << slot for slot in slots))) == sorted(slots)


@given(st.sets(st.integers(0, 60)))
def test_runs_are_the_members_in_stretches(slots: set[int]) -> None:
    """Taken apart again they give every member once; no two runs touch."""
    runs = list(TimeGrid.runs(sum(1 << slot for slot in slots)))
    assert [slot for first, end in runs for slot in range(first, end)] == sorted(slots)
    assert all(end < first for (_, end), (first, _) in itertools.pairwise(runs))
