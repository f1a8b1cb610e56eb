"""Rooms are known, free and large enough: each that is not is named, and nothing else."""

from __future__ import annotations

import pytest

from ltsched.domain.option import RoomNeed
from tests.support.agendas import (
    agenda,
    at,
    booking,
    changed,
    conversation,
    moved,
    person,
    retold,
    room,
    span,
    timetable,
)
from tests.support.sample import (
    FAMILY,
    FIRST,
    JOINT,
    SECOND,
    Break,
    Named,
    good,
    named,
    plan_with,
)

BROKEN: dict[str, tuple[Break, Named]] = {
    "no room": (
        lambda plan, found: changed(found, JOINT, room=None),
        [("room missing", (JOINT,))],
    ),
    "a room that is free is not taken": (
        lambda plan, found: changed(found, FIRST, room=None),
        [("room left free", (FIRST, "small"))],
    ),
    "a room that nobody knows": (
        lambda plan, found: changed(found, JOINT, room="cellar"),
        [("room unknown", (JOINT, "cellar"))],
    ),
    "a room too small": (
        lambda plan, found: changed(found, JOINT, room="small"),
        [("room too small", (JOINT, "small"))],
    ),
    "a room for what takes none": (
        lambda plan, found: changed(found, FAMILY, room="large"),
        [("room not needed", (FAMILY, "large"))],
    ),
    "a room that others have": (
        lambda plan, found: retold(plan, changed(moved(found, SECOND, at(4, "11:30")), SECOND, room="large")),
        [("room busy", (SECOND, "large"))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named(mutate: Break, expected: Named) -> None:
    """One thing that is wrong with a room is named with the booking and the room."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


def test_a_room_that_another_booking_has_is_not_free() -> None:
    """A conversation may be without a room if the others have them all, and not if one is left."""
    talks = [conversation(id, ("l1", "l2", "t1", "t2"), room=RoomNeed.IF_FREE) for id in ("c1", "c2")]
    people = [person(id) for id in ("l1", "l2", "t1", "t2", "c1", "c2")]
    for rooms, expected in (
        ([room("r1")], []),
        ([room("r1"), room("r2")], [("room left free", (FIRST, "r2"))]),
    ):
        plan = agenda(people, talks, rooms=rooms)
        found = [
            booking(plan, FIRST, at(0, "10:00"), panel=("l1", "t1")),
            booking(plan, SECOND, at(0, "11:00"), panel=("l2", "t2"), room="r1"),
        ]
        assert named(plan, timetable(plan, found)) == expected


def test_a_conversation_without_a_room_passes_where_none_is_free() -> None:
    """A conversation takes a room where one is free, and none where all are taken."""
    plan = plan_with(
        busy={"t4": span(14, "00:00", "23:00"), "small": span(1, "11:00", "12:00"), "large": span(1, "09:00", "10:30")}
    )
    assert named(plan, changed(good(plan), FIRST, room=None)) == []
