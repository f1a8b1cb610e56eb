"""Who comes, who is missing and who holds a booking: each thing that is wrong is named, and nothing else."""

from __future__ import annotations

import pytest

from ltsched.domain.option import RoomNeed
from ltsched.domain.people import WorkingHours
from ltsched.verify import verify
from tests.support.agendas import (
    activity,
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
    FIRST,
    JOINT,
    SET_UP,
    TEAM,
    Break,
    Named,
    all_come,
    drop,
    good,
    named,
    plan_with,
    set_panel,
)

COUNTED = ("stage value", ("missed attendance",))
"""Who is missing is counted by who does not come, not by what is said of it."""

BROKEN: dict[str, tuple[Break, Named]] = {
    "during the leave of one who comes": (
        lambda plan, found: retold(plan, changed(found, JOINT, **all_come(plan))),
        [("diary", (JOINT, "t4"))],
    ),
    "after working hours": (
        lambda plan, found: retold(plan, moved(found, SET_UP, at(0, "15:30"))),
        [("diary", (SET_UP, id)) for id in ("l1", "l2", *TEAM)],
    ),
    "without one who must come": (
        lambda plan, found: retold(plan, drop(found, SET_UP, "l2")),
        [("must attend", (SET_UP, "l2"))],
    ),
    "without one who could come": (
        lambda plan, found: retold(plan, drop(found, SET_UP, "t2")),
        [("left out", (SET_UP, "t2"))],
    ),
    "below the quorum": (
        lambda plan, found: retold(plan, drop(found, JOINT, "c1", "t1")),
        [("quorum", (JOINT,)), ("left out", (JOINT, "c1")), ("left out", (JOINT, "t1"))],
    ),
    "with one who is not invited": (
        lambda plan, found: retold(plan, changed(found, SET_UP, attendees=("l1", "l2", *TEAM, "c1"))),
        [("uninvited", (SET_UP, "c1"))],
    ),
    "with one whom nobody knows": (
        lambda plan, found: changed(found, SET_UP, attendees=("l1", "l2", *TEAM, "x")),
        [("uninvited", (SET_UP, "x"))],
    ),
    "missing one who is not invited": (
        lambda plan, found: retold(plan, changed(found, SET_UP, missing=("c1",))),
        [("uninvited", (SET_UP, "c1")), COUNTED],
    ),
    "with one named twice": (
        lambda plan, found: retold(plan, changed(found, SET_UP, attendees=("l1", "l2", *TEAM, "t1"))),
        [("named twice", (SET_UP, "t1"))],
    ),
    "with one both there and missing": (
        lambda plan, found: retold(plan, changed(found, SET_UP, missing=("t1",))),
        [("named twice", (SET_UP, "t1")), COUNTED],
    ),
    "with one dropped silently": (
        lambda plan, found: retold(plan, changed(found, JOINT, missing=())),
        [("unaccounted", (JOINT, "t4")), COUNTED],
    ),
    "a panel of one": (
        lambda plan, found: set_panel(plan, found, FIRST, "l1"),
        [("panel", (FIRST, "l1"))],
    ),
    "a panel of nobody": (
        lambda plan, found: set_panel(plan, found, FIRST),
        [("panel", (FIRST,))],
    ),
    "a panel of three": (
        lambda plan, found: changed(set_panel(plan, found, FIRST, "l1", "l2", "t1"), FIRST, room="large"),
        [("panel", (FIRST, "l1", "l2", "t1"))],
    ),
    "a panel without a lead reviewer": (
        lambda plan, found: set_panel(plan, found, FIRST, "t1", "t2"),
        [("panel", (FIRST, "t1", "t2"))],
    ),
    "a panel from outside the pool": (
        lambda plan, found: set_panel(plan, found, FIRST, "l1", "t3"),
        [("panel", (FIRST, "l1", "t3"))],
    ),
    "one who holds it and stays away": (
        lambda plan, found: retold(plan, changed(found, FIRST, attendees=("c1", "l1"))),
        [("panel absent", (FIRST, "t1"))],
    ),
    "a panel where none is chosen": (
        lambda plan, found: changed(found, SET_UP, panel=("t1",)),
        [("panel", (SET_UP, "t1"))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named(mutate: Break, expected: Named) -> None:
    """One thing that is wrong with the people of a booking is named with their ids."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


def test_a_wrong_panel_is_told_by_its_people() -> None:
    """The sentence has their ids, or says that there is nobody."""
    plan = plan_with()
    for panel, people in ((("l1",), "l1"), ((), "nobody")):
        (violation,) = verify(plan, set_panel(plan, good(plan), FIRST, *panel))
        assert violation.text == f"conversation:c1 cannot be held by {people}"


def test_whoever_holds_a_conversation_must_be_free() -> None:
    """The diaries of those who were chosen count as those of the invited do."""
    plan = plan_with(busy={"t4": span(14, "00:00", "23:00"), "t1": span(1, "11:45", "12:00")})
    assert named(plan, good(plan)) == [("diary", (FIRST, "t1"))]


def test_who_is_engaged_elsewhere_may_be_missing() -> None:
    """Somebody in another booking of the review at that time, or in the gap after it, could not have come."""
    activities = [
        activity("meeting", expected=("l1", "t1", "t2")),
        conversation("c1", ("l1", "t1")),
    ]
    early = WorkingHours(((0, 8 * 60, 17 * 60),))
    plan = agenda([person(id, works=early) for id in ("l1", "t1", "t2", "c1")], activities)
    talk = booking(plan, "conversation:c1", at(0, "10:00"), panel=("l1", "t1"))
    for start in ("11:30", "12:00"):
        found = timetable(plan, [talk, booking(plan, "meeting", at(0, start), missing=("l1", "t1"))])
        assert named(plan, found) == []
    for start in ("08:00", "12:30"):  # just before the conversation, and just after its gap
        found = timetable(plan, [talk, booking(plan, "meeting", at(0, start), missing=("t1",))])
        assert named(plan, found) == [("left out", ("meeting", "t1"))]
    found = timetable(plan, [talk, booking(plan, "meeting", at(0, "10:00"), missing=("l1", "t1", "t2"))])
    assert named(plan, found) == [("left out", ("meeting", "t2"))]


def test_who_has_no_seat_may_be_missing() -> None:
    """Where even the largest free room is full, somebody who is free may be missing; else not."""
    activities = [activity("meeting", expected=("t1", "t2", "t3"), room=RoomNeed.NEEDED)]
    attending = [person(id) for id in ("t1", "t2", "t3")]
    plan = agenda(attending, activities, rooms=[room("r2", 2), room("r1", 1)])
    found = timetable(plan, [booking(plan, "meeting", at(0, "10:00"), missing=("t3",), room="r2")])
    assert named(plan, found) == []
    rooms = [room("r2", 2), room("r3", 3)]
    assert named(agenda(attending, activities, rooms=rooms), found) == [("left out", ("meeting", "t3"))]
    taken = agenda(attending, activities, rooms=rooms, busy={"r3": span(0, "11:00", "11:15")})
    assert named(taken, found) == []
    roomy = agenda(attending, activities, rooms=[room("r2", 3)])
    assert named(roomy, found) == [("left out", ("meeting", "t3"))]


def test_a_room_that_is_not_needed_keeps_nobody_away() -> None:
    """What takes a room only where one is free is held without it rather than without somebody."""
    activities = [activity("meeting", expected=("t1", "t2"), room=RoomNeed.IF_FREE)]
    plan = agenda([person("t1"), person("t2")], activities, rooms=[room("r1", 1)])
    found = timetable(plan, [booking(plan, "meeting", at(0, "10:00"), missing=("t2",), room="r1")])
    assert named(plan, found) == [("left out", ("meeting", "t2"))]
