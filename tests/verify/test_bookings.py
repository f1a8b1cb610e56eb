"""Everything is booked once, as what it is, when it may be: each thing that is not is named, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date

import pytest

from ltsched.domain.option import Kind
from tests.support.agendas import (
    activity,
    agenda,
    at,
    booking,
    changed,
    day,
    moved,
    option,
    person,
    retold,
    timetable,
)
from tests.support.sample import (
    FAMILY,
    FIRST,
    JOINT,
    SET_UP,
    Break,
    Named,
    all_come,
    good,
    named,
    plan_with,
    with_bookings,
)

BROKEN: dict[str, tuple[Break, Named]] = {
    "one is left out": (
        lambda plan, found: with_bookings(found, *found.bookings[1:]),
        [("not booked", (SET_UP,))],
    ),
    "one comes twice": (
        lambda plan, found: with_bookings(found, *found.bookings, found.bookings[0]),
        [("booked twice", (SET_UP,))],
    ),
    "one is not on the agenda": (
        lambda plan, found: with_bookings(found, *found.bookings, replace(found.bookings[0], activity="lunch")),
        [("not on the agenda", ("lunch",))],
    ),
    "a start without a zone": (
        lambda plan, found: changed(found, SET_UP, start=found.booking(SET_UP).start.replace(tzinfo=None)),
        [("zone", (SET_UP,))],
    ),
    "an end in another zone": (
        # In March, London shows the time of UTC; from day 27 on it does not.
        lambda plan, found: changed(found, FAMILY, end=(at(28, "12:00")).astimezone(UTC)),
        [("zone", (FAMILY,))],
    ),
    "another kind": (
        lambda plan, found: retold(plan, changed(found, JOINT, kind=Kind.EVENT)),
        [("kind", (JOINT,))],
    ),
    "another title": (
        lambda plan, found: changed(found, JOINT, title="Meeting"),
        [("title", (JOINT,))],
    ),
    "too short": (
        lambda plan, found: retold(plan, changed(found, SET_UP, end=at(0, "11:45"))),
        [("length", (SET_UP,))],
    ),
    "too long": (
        lambda plan, found: retold(plan, changed(found, SET_UP, end=at(0, "12:15"))),
        [("length", (SET_UP,))],
    ),
    "a second too long": (
        lambda plan, found: retold(plan, changed(found, SET_UP, end=at(0, "12:00:01"))),
        [("length", (SET_UP,))],
    ),
    "between two steps": (
        lambda plan, found: moved(found, SET_UP, at(0, "10:15")),
        [("start step", (SET_UP,))],
    ),
    "on a held day": (
        lambda plan, found: retold(plan, changed(moved(found, JOINT, at(17, "10:00")), JOINT, **all_come(plan))),
        [("hold", (JOINT,))],
    ),
    "not in the order of time": (
        lambda plan, found: with_bookings(found, *reversed(found.bookings[:2]), *found.bookings[2:]),
        [("order", (FIRST, SET_UP))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named(mutate: Break, expected: Named) -> None:
    """One thing that is wrong with a booking by itself is named with its ids."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


def test_a_bank_holiday_is_named() -> None:
    """Even somebody who works then may not be booked on a bank holiday."""
    plan = plan_with()
    plan = replace(plan, availability=plan_with(holidays=[]).availability)
    found = retold(plan, moved(good(plan), FAMILY, at(18, "10:00")))
    assert named(plan, found) == [("bank holiday", (FAMILY,))]


@pytest.mark.parametrize(("first", "end"), [(day(1), day(60)), (day(-9), day(0))])
def test_a_booking_outside_its_window_is_named(first: date, end: date) -> None:
    """The day of a booking is not before `first`, and before `end`."""
    plan = plan_with()
    activities = tuple(replace(a, first=first, end=end) if a.id == SET_UP else a for a in plan.activities)
    plan = replace(plan, activities=activities)
    assert named(plan, good(plan)) == [("window", (SET_UP,))]


@pytest.mark.parametrize(("first", "end"), [(day(0), day(1)), (day(-9), day(1))])
def test_a_booking_at_the_edge_of_its_window_passes(first: date, end: date) -> None:
    """`first` may be the day of a booking, and so may the day before `end`."""
    plan = plan_with()
    activities = tuple(replace(a, first=first, end=end) if a.id == SET_UP else a for a in plan.activities)
    plan = replace(plan, activities=activities)
    assert named(plan, good(plan)) == []


def test_bookings_at_the_same_time_may_stand_in_either_order() -> None:
    """The order of time says nothing about them."""
    plan = agenda([person("t1"), person("t2")], [activity("a", must=("t1",)), activity("b", must=("t2",))])
    found = timetable(plan, [booking(plan, id, at(0, "10:00")) for id in ("a", "b")])
    assert named(plan, found) == []
    assert named(plan, with_bookings(found, *reversed(found.bookings))) == []


@pytest.mark.parametrize(("clock", "rules"), [("10:30", []), ("12:00", []), ("11:30", ["start step"])])
def test_steps_count_from_midnight(clock: str, rules: list[str]) -> None:
    """With steps of 90 minutes, bookings may start at 9:00, 10:30 and 12:00."""
    plan = agenda([person("t1")], [activity("a", must=("t1",))], option=option(start_step_minutes=90))
    found = timetable(plan, [booking(plan, "a", at(0, clock))])
    assert [rule for rule, _ in named(plan, found)] == rules


def test_a_length_is_true_across_a_change_of_the_clocks() -> None:
    """Two hours on the wall are one hour of time when the clocks go forward between them."""
    plan = agenda([person("t1")], [activity("night", minutes=120)])
    start = at(27, "00:30")
    true = booking(plan, "night", start)
    assert true.end == at(27, "03:30")
    assert named(plan, timetable(plan, [true])) == []
    assert named(plan, timetable(plan, [replace(true, end=at(27, "02:30"))])) == [("length", ("night",))]


def test_a_fixed_offset_is_the_zone_if_it_shows_the_local_time() -> None:
    """A timetable that was read from a file, with offsets in place of the zone, passes as well."""
    plan = plan_with()
    found = good(plan)
    bookings = [replace(b, start=b.start.astimezone(UTC), end=b.end.astimezone(UTC)) for b in found.bookings]
    assert named(plan, with_bookings(found, *bookings)) == []
