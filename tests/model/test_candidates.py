"""Where each activity could start if it were alone: bit sets that agree with counting one by one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.activities import Panel
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.rules import Spread
from ltsched.model.bit_sets import at_least, bit_set, counters
from ltsched.model.candidates import find_candidates, panel_bits, window_bits
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from tests.support.agendas import activity, agenda, at, day, person, room, span
from tests.support.solving import fits

L1, T1, T2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("t2")
SETS = st.lists(st.integers(0, 2**12 - 1), max_size=6)


@given(sets=SETS)
def test_counters_count(sets: list[int]) -> None:
    """In how many of the sets each slot is."""
    planes = counters(sets)
    for slot in range(12):
        counted = sum((plane >> slot & 1) << index for index, plane in enumerate(planes))
        assert counted == sum(each >> slot & 1 for each in sets)


@given(sets=SETS, least=st.integers(-1, 8))
def test_at_least_so_many(sets: list[int], least: int) -> None:
    """The slots that are in that many; none or fewer is every slot."""
    found = at_least(sets, least)
    for slot in range(12):
        assert (found >> slot & 1) == (sum(each >> slot & 1 for each in sets) >= least)


@given(slots=st.sets(st.integers(0, 40)))
def test_a_bit_set_has_its_slots(slots: set[int]) -> None:
    assert {slot for slot in range(41) if bit_set(sorted(slots)) >> slot & 1} == slots


def test_starts_reluctance_and_attendance() -> None:
    """At which starts who comes, and who would rather not."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2"), quorum=2)
    busy = {"l1": span(0, "14:00", "17:00"), "t1": span(0, "09:00", "10:00"), "t2": span(0, "11:30", "17:00")}
    plan = agenda([L1, T1, T2], [meeting], busy=busy, if_needed={"t1": span(0, "13:30", "14:00")}, days=1)
    free = FreeTime.of(plan, lay_grid(plan))
    own = find_candidates(plan, free)["a"]
    clock = {free.grid.start(slot): own.come[slot] for slot in own.starts}
    assert clock == {
        at(0, "09:00"): 2,
        at(0, "09:30"): 2,
        at(0, "10:00"): 2,
        at(0, "10:30"): 2,
        at(0, "11:00"): 2,
        at(0, "11:30"): 2,
        at(0, "12:00"): 2,
    }
    reluctant = [free.grid.start(slot) for slot in own.starts if own.reluctant["t1"] >> slot & 1]
    assert reluctant == [at(0, "12:00")]


def test_reluctance_is_to_the_minute() -> None:
    """Of fifty minutes from nine or half past nine, the last slot has ten that are none of the booking's."""
    meeting = activity("a", minutes=50, must=("l1",))
    asked = {"l1": span(0, "09:50", "10:00") | span(0, "11:19", "11:20")}
    plan = agenda([L1], [meeting], if_needed=asked, days=1)
    free = FreeTime.of(plan, lay_grid(plan))
    own = find_candidates(plan, free)["a"]
    reluctant = [free.grid.start(slot) for slot in own.starts if own.reluctant["l1"] >> slot & 1]
    assert reluctant == [at(0, "09:30"), at(0, "10:30"), at(0, "11:00")]


def test_who_is_expected_and_a_room_are_free_to_the_minute() -> None:
    """Fifty minutes from nine o'clock are over when both are taken, in the middle of a slot."""
    meeting = activity("a", minutes=50, must=("l1",), expected=("t1",), room=RoomNeed.NEEDED, end=day(1))
    taken = span(0, "09:50", "16:09")
    plan = agenda([L1, T1], [meeting], busy={"t1": taken, "r1": taken}, rooms=[room("r1")], days=1)
    found = fits(plan).booking("a")
    assert (found.start, found.missing) == (at(0, "09:00"), ())
    free = FreeTime.of(plan, lay_grid(plan))
    assert [free.grid.start(slot) for slot in find_candidates(plan, free)["a"].starts] == [at(0, "09:00")]


def test_only_keeps_a_part() -> None:
    """And leaves the rest as it was."""
    plan = agenda([L1], [activity("a", must=("l1",))], days=2)
    free = FreeTime.of(plan, lay_grid(plan))
    own = find_candidates(plan, free)["a"]
    second = own.only(free.grid.day_mask(day(1)))
    assert {free.grid.start(slot).date() for slot in second.starts} == {day(1)}
    assert second.come == own.come
    assert own.only(0).starts == ()


def test_a_spread_cuts_the_window() -> None:
    """Only days within the tolerance of the even position."""
    days = tuple(day(number) for number in range(5))
    plan = agenda([L1], [activity("a", must=("l1",))], shape=Spread(("a",), (2,), 1, days), days=5)
    free = FreeTime.of(plan, lay_grid(plan))
    found = {free.grid.start(slot).date() for slot in find_candidates(plan, free)["a"].starts}
    assert found == {day(1), day(2), day(3)}


def test_the_days_of_a_window_are_half_open() -> None:
    """The first one is in, the end is not."""
    plan = agenda([L1], [activity("a", must=("l1",))], days=5)
    grid = lay_grid(plan)
    one_day = activity("a", first=day(1), end=day(2))
    assert window_bits(one_day, None, grid) == grid.day_mask(day(1))
    assert window_bits(replace(one_day, end=day(1)), None, grid) == 0


def test_panels_of_two_are_exact_and_larger_ones_are_not_too_strict() -> None:
    """A pair that may not hold it together gives no start; of three, whoever could is counted."""
    busy = {"l1": span(0, "09:00", "13:00")}
    plan = agenda([L1, T1, T2], [activity("a", must=("l1",))], busy=busy, days=1)
    free = FreeTime.of(plan, lay_grid(plan))
    length = free.grid.length(60)
    apart = activity("x", panel=Panel(("t1", "t2"), 2, apart=(frozenset({"t1", "t2"}),)))
    assert panel_bits(apart, free, length) == 0
    lead = activity("x", panel=Panel(("l1", "t1", "t2"), 2, frozenset({"l1"}), 1))
    assert panel_bits(lead, free, length) == free.starts("l1", length)
    three = activity("x", panel=Panel(("l1", "t1", "t2"), 3, frozenset({"l1"}), 1))
    assert panel_bits(three, free, length) == free.starts("l1", length)


def test_rooms_that_could_do() -> None:
    """Those that are free and seat the quorum; who is expected besides comes if there is a seat."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2"), quorum=2, room=RoomNeed.NEEDED)
    rooms = [room("r1", 1), room("r2", 2), room("r3", 3)]
    busy = {"t2": span(0, "09:00", "10:00"), "r2": span(0, "00:00", "13:00"), "r3": span(0, "12:00", "23:00")}
    plan = agenda([L1, T1, T2], [meeting], rooms=rooms, busy=busy, days=1)
    free = FreeTime.of(plan, lay_grid(plan))
    own = find_candidates(plan, free)["a"]
    starts = {id: [free.grid.start(slot) for slot in free.grid.members(bits)] for id, bits in own.rooms.items()}
    assert set(starts) == {"r2", "r3"}
    assert (own.seats["r2"], own.seats["r3"]) == (1, 2)
    assert max(each for each in starts["r3"] if each.date() == day(0)) == at(0, "10:00")
    come = {free.grid.start(slot): own.come[slot] for slot in own.starts}
    assert come[at(0, "09:30")] == 2, "t2 is away"
    assert come[at(0, "10:00")] == 3
    assert at(0, "10:30") not in come, "no room is free"
    assert come[at(0, "13:00")] == 2, "and there is no seat for t2"
