"""Rooms given out once the times are settled: to those that need one, then to as many others as there are rooms for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role, Room
from ltsched.solve.rooms import assign_rooms
from tests.support.agendas import activity, agenda, at, booking, person, room, span

L1, L2, T1 = person("l1", Role.LEAD_REVIEWER), person("l2", Role.LEAD_REVIEWER), person("t1")


def given(rooms: Sequence[Room], *needs: RoomNeed, starts: Sequence[str], **more: Any) -> list[str | None]:
    """Return the rooms of meetings that need a room so, at these times, each of three people."""
    ones = [activity(id, must=("l1", "l2", "t1"), room=need) for id, need in zip("abc", needs, strict=False)]
    plan = agenda([L1, L2, T1], ones, rooms=rooms, days=1, **more)
    booked = [booking(plan, one.id, at(0, clock)) for one, clock in zip(ones, starts, strict=True)]
    return [each.room for each in assign_rooms(plan, booked)]


NEEDED, IF_FREE, NONE = RoomNeed.NEEDED, RoomNeed.IF_FREE, RoomNeed.NONE


def test_what_needs_a_room_comes_first() -> None:
    """Two at one time and one room."""
    assert given([room("r1")], IF_FREE, NEEDED, starts=["09:00", "10:00"]) == [None, "r1"]


def test_as_many_as_possible_have_one() -> None:
    """The long view: a small room is kept for nobody, and no room is booked twice."""
    rooms = [room("r1", 3), room("r2", 3)]
    assert sorted(map(str, given(rooms, IF_FREE, IF_FREE, IF_FREE, starts=["09:00"] * 3))) == ["None", "r1", "r2"]
    assert given(rooms[:1], IF_FREE, IF_FREE, starts=["09:00", "11:00"]) == ["r1", "r1"]


def test_the_smallest_that_seats_all() -> None:
    """Two seats are too few for three; of the others the smaller."""
    assert given([room("hall", 99), room("nook", 2), room("r1", 4)], NEEDED, starts=["09:00"]) == ["r1"]


def test_the_diary_of_a_room() -> None:
    """A minute of it in use is enough to look elsewhere."""
    busy = {"r1": span(0, "10:59", "12:00")}
    assert given([room("r1", 3), room("hall", 99)], NEEDED, starts=["09:00"], busy=busy) == ["hall"]


def test_the_large_room_goes_to_those_without_a_seat() -> None:
    """Whoever could come and has no seat counts before a room for a conversation, and before small rooms."""
    team = [person(id) for id in ("t2", "t3", "t4")]
    ids = ("t1", "t2", "t3", "t4")
    ones = [
        activity("a", expected=ids, room=NEEDED),
        activity("b", must=("l1",), room=NEEDED),
        activity("c", must=("l2",), room=IF_FREE),
    ]
    plan = agenda([L1, L2, T1, *team], ones, rooms=[room("r1", 2), room("hall", 4)], days=1)
    full = replace(booking(plan, "a", at(0, "09:00"), missing=ids[2:]), unseated=ids[2:])
    others = [booking(plan, id, at(0, "09:00")) for id in "bc"]
    assert [each.room for each in assign_rooms(plan, [full, *others])] == ["hall", "r1", None]
    seated = replace(full, unseated=())
    assert [each.room for each in assign_rooms(plan, [seated, *others])] == ["r1", "hall", None]


def test_what_takes_no_room_gets_none() -> None:
    """However many are free."""
    assert given([room("r1")], NONE, starts=["09:00"]) == [None]
    assert given([], IF_FREE, starts=["09:00"]) == [None]


def test_of_what_is_as_good_the_first_has_the_room_in_front() -> None:
    """Two meetings, two rooms that would do for either: the order of the bookings and of the list decides."""
    rooms = [room("r2", 4), room("r1", 4), room("r3", 4)]
    assert given(rooms, NEEDED, NEEDED, starts=["09:00", "09:00"]) == ["r2", "r1"]
    assert given(rooms, NEEDED, NEEDED, starts=["09:00", "11:00"]) == ["r2", "r2"]
    assert given(rooms[::-1], NEEDED, IF_FREE, NEEDED, starts=["09:00"] * 3) == ["r3", "r1", "r2"]
    busy = {"r2": span(0, "09:00", "10:00")}
    assert given(rooms, NEEDED, NEEDED, starts=["09:00", "11:00"], busy=busy) == ["r1", "r2"]
