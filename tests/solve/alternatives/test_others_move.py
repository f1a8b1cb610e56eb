"""Other times at which other bookings have to move: as few as can be."""

from __future__ import annotations

from itertools import product

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.replanning.alternatives import Alternative
from ltsched.domain.rules import Precedence
from ltsched.domain.timetable import Booking
from ltsched.verify import verify
from tests.support.agendas import activity, agenda, at, booking, day, person, span, timetable
from tests.support.elsewhere import alternatives

PEOPLE = [person("l1", Role.LEAD_REVIEWER), *(person(id) for id in ("t1", "t2", "t3"))]


def full_days(others: int = 1) -> tuple[Agenda, list[Booking]]:
    """Return a on Monday morning; others that l1 must come to fill Tuesday morning, and are possible on Friday."""
    last = [day(4), day(5)]
    minutes = 240 // others
    ids = [f"b{number}" for number in range(others)]
    made = [activity("a", minutes=240, must=("l1",), end=day(2))]
    made += [activity(id, minutes=minutes, must=("l1", "t1"), end=last[1]) for id in ids]
    afternoons = [span(number, "13:00", "17:00") for number in (0, 1, 4)]
    away = afternoons[0] | afternoons[1] | afternoons[2] | span(2, "09:00", "17:00") | span(3, "09:00", "17:00")
    plan = agenda(PEOPLE, made, days=5, busy={"l1": away})
    hours = [9 + number * minutes // 60 for number in range(others)]
    booked = [booking(plan, "a", at(0, "09:00"))]
    booked += [booking(plan, id, at(1, f"{hour:02}:00")) for id, hour in zip(ids, hours, strict=True)]
    return plan, booked


def moves(each: Alternative) -> list[tuple[str, str]]:
    return [(other.before.activity, f"{other.after.start:%a %H:%M}") for other in each.moves]


@pytest.mark.parametrize("others", [1, 2, 4])
def test_as_few_move_as_have_to(others: int) -> None:
    """All that l1 has on Tuesday morning has to go; that is proven the least."""
    plan, booked = full_days(others)
    found = alternatives(plan, booked, "a")
    (one,) = found.found
    assert one.booking.start == at(1, "09:00")
    assert len(one.moves) == others
    assert one.sure
    assert verify(plan, one.timetable) == ()
    assert found.looked_further
    assert not found.only_start


def test_what_nobody_would_take_is_not_shown() -> None:
    """Where five others would have to move it is no other time, but not impossible."""
    plan, booked = full_days(5)
    found = alternatives(plan, booked, "a")
    assert found.found == ()
    assert not found.only_start


def test_nothing_is_searched_where_there_are_enough() -> None:
    plan = agenda(PEOPLE, [activity("a", must=("l1",), end=day(5))], days=5)
    found = alternatives(plan, [booking(plan, "a", at(0, "10:00"))], "a", count=4)
    assert not found.looked_further
    assert [each.booking.day for each in found.found] == [day(0), day(1), day(2), day(3)]


def test_it_has_no_other_start_at_all() -> None:
    """Nobody else is in its way: only its own people are."""
    plan = agenda(PEOPLE, [activity("a", must=("l1",), minutes=480, end=day(1))], days=5)
    found = alternatives(plan, [booking(plan, "a", at(0, "09:00"))], "a")
    assert (found.found, found.only_start) == ((), True)


def test_the_one_after_it_moves_along() -> None:
    """The order wants the analysis after it: it moves later, as one, and whoever misses it then is told."""
    made = [
        activity("a", must=("l1",), end=day(5)),
        activity("b", must=("t1",), expected=("t2",), quorum=1, end=day(5)),
    ]
    plan = agenda(
        PEOPLE, made, days=5, precedences=[Precedence("a", "b", 1, 1)], busy={"t2": span(4, "09:00", "17:00")}
    )
    booked = [booking(plan, "a", at(0, "10:00")), booking(plan, "b", at(1, "10:00"))]
    found = alternatives(plan, booked, "a")
    by_day = {each.booking.day: each for each in found.found if each.moves}
    assert set(by_day) == {day(1), day(2), day(3)}
    assert {number: [other.after.day for other in each.moves] for number, each in by_day.items()} == {
        day(1): [day(2)],
        day(2): [day(3)],
        day(3): [day(4)],
    }
    (last,) = by_day[day(3)].others
    assert last.newly_missing == ("t2",)
    assert [bool(each.moves) for each in found.found] == sorted(bool(each.moves) for each in found.found)


def test_notice_counts_only_for_what_moves() -> None:
    """Who was booked in good time keeps the booking, though a new one could not be so soon; moved, it is later."""
    made = [activity("a", must=("l1",), end=day(2)), activity("b", must=("l1",), first=day(3), end=day(5))]
    plan = agenda(PEOPLE, made, days=5, busy={"l1": span(0, "13:00", "17:00")})
    booked = [booking(plan, "a", at(0, "10:00")), booking(plan, "b", at(1, "10:00"))]
    found = alternatives(plan, booked, "a")
    assert found.broken == ()
    assert {each.booking.day for each in found.found if not each.others} == {day(0), day(1)}
    full = agenda(
        PEOPLE,
        made,
        days=5,
        busy={"l1": span(0, "12:00", "17:00") | span(1, "12:00", "17:00") | span(1, "09:00", "10:00")},
    )
    (one,) = (each for each in alternatives(full, booked, "a").found if each.moves)
    assert one.booking.start == at(1, "10:00")
    assert one.moves[0].after.day == day(3)


def test_the_least_is_that_of_all_ways() -> None:
    """On each day, against every way to lay three meetings of an hour and a half."""
    ids, clocks = ("a", "b", "c"), ("09:00", "10:30", "12:00", "13:30", "15:00")
    made = [
        activity(id, minutes=90, must=("l1", who), end=day(3)) for id, who in zip(ids, ("t1", "t2", "t3"), strict=True)
    ]
    busy = {
        "l1": span(0, "12:00", "17:00") | span(1, "10:30", "17:00") | span(2, "09:00", "15:30"),
        "t2": span(2, "09:00", "17:00"),
    }
    plan = agenda(PEOPLE, made, days=3, busy=busy, precedences=[Precedence("b", "c")])
    places = [at(number, clock) for number in range(3) for clock in (*clocks, "15:30")]
    now = {"a": at(0, "09:00"), "b": at(0, "10:30"), "c": at(1, "09:00")}
    least: dict[object, int] = {}
    for chosen in product(places, repeat=3):
        there = dict(zip(ids, chosen, strict=True))
        whole = timetable(plan, [booking(plan, id, start) for id, start in there.items()])
        if there["a"] != now["a"] and not verify(plan, whole):
            moved = sum(there[id] != now[id] for id in ("b", "c"))
            key = there["a"].date()
            least[key] = min(least.get(key, moved), moved)
    found = alternatives(plan, [booking(plan, id, start) for id, start in now.items()], "a")
    ours: dict[object, int] = {}
    for each in found.found:
        ours[each.booking.day] = min(ours.get(each.booking.day, 9), len(each.moves))
    assert least
    assert ours == least
