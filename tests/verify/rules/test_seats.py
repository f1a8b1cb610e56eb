"""Few seats: each thing that is wrong with who has one is named, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.timetable import Timetable
from tests.support.agendas import activity, agenda, at, booking, changed, person, retold, room, span, timetable
from tests.support.sample import Named, named

MEETING = "meeting"
PEOPLE = [
    person("c2", Role.CASE_GROUP, conversation_rank=2),
    person("c1", Role.CASE_GROUP, conversation_rank=1),
    person("c0", Role.CASE_GROUP),
    person("t1"),
    person("l1", Role.LEAD_REVIEWER),
    person("e1", Role.CASE_GROUP, essential=True),
    person("m1", Role.CASE_GROUP),
]
TURNS = ("e1", "l1", "t1", "c1", "c2", "c0")


def plan_with(seats: int, **more: object) -> Agenda:
    """Return an agenda of one meeting, to which m1 must come, with a room of so many seats."""
    expected = ("c0", "c1", "c2", "e1", "l1", "t1")
    meeting = activity(MEETING, must=("m1",), expected=expected, quorum=2, room=RoomNeed.NEEDED)
    defaults: dict[str, object] = {"rooms": [room("r1", seats)]}
    return agenda(PEOPLE, [meeting], **{**defaults, **more})  # type: ignore[arg-type]  # passed through


def without(plan: Agenda, missing: Sequence[str], unseated: Sequence[str]) -> Timetable:
    """Return a timetable without those who are `missing`."""
    order = plan.activity(MEETING).expected
    left_out = tuple(id for id in order if id in missing)
    found = timetable(plan, [booking(plan, MEETING, at(0, "10:00"), missing=left_out, room="r1")])
    return retold(plan, changed(found, MEETING, unseated=tuple(id for id in order if id in unseated)))


@pytest.mark.parametrize("seats", range(2, 8))
def test_seats_go_by_turn(seats: int) -> None:
    """Essential people, lead reviewers, the review team, then by rank, then by people.csv: that is right."""
    gone = TURNS[seats - 1 :]
    plan = plan_with(seats)
    assert named(plan, without(plan, gone, gone)) == []


@pytest.mark.parametrize("place", range(5))
def test_who_sits_before_their_turn_is_named(place: int) -> None:
    """One has the seat of the one before: these two are named."""
    plan = plan_with(place + 2)
    gone = [id for id in TURNS[place:] if id != TURNS[place + 1]]
    found = named(plan, without(plan, gone, gone))
    assert found == [("seating order", (MEETING, TURNS[place], TURNS[place + 1]))]


BUSY = {"c0": span(0, "11:00", "12:00")}


@pytest.mark.parametrize(
    ("plan", "missing", "unseated", "expected"),
    [
        (plan_with(6, busy=BUSY), ["c0"], [], []),
        (plan_with(6), ["c0"], ["c0"], []),
        (plan_with(7), ["c0"], ["c0"], [("left out", (MEETING, "c0"))]),
        (plan_with(7, busy=BUSY), ["c0"], ["c0"], [("unseated", (MEETING, "c0"))]),
        (plan_with(7), [], ["c0"], [("unseated", (MEETING, "c0"))]),
        (plan_with(5), ["c0"], [], [("room too small", (MEETING, "r1"))]),
        (plan_with(6, rooms=[room("r1", 6), room("r2", 7)]), ["c0"], ["c0"], [("left out", (MEETING, "c0"))]),
        (
            plan_with(6, rooms=[room("r1", 6), room("r2", 7)], busy={"r2": span(0, "10:00", "10:15")}),
            ["c0"],
            ["c0"],
            [],
        ),
    ],
    ids=[
        "away",
        "no seat",
        "a seat is left",
        "a seat is left, and away",
        "there all the same",
        "more than seats",
        "a larger room is free",
        "a larger room is taken",
    ],
)
def test_whether_there_is_a_seat(plan: Agenda, missing: list[str], unseated: list[str], expected: Named) -> None:
    """Somebody is missing because of the diary or for want of a seat; the one is not the other."""
    assert named(plan, without(plan, missing, unseated)) == expected


def test_whoever_is_elsewhere_needs_no_seat() -> None:
    """The next in turn has it, and to say that they had none would be wrong."""
    must: dict[str, Any] = {"must": ("t1",), "quorum": 1}
    meeting = activity(MEETING, expected=("t1", "c1"), quorum=1, room=RoomNeed.NEEDED)
    plan = agenda(PEOPLE, [meeting, activity("other", **must)], rooms=[room("r1", 1)])
    other = booking(plan, "other", at(0, "11:00"))
    found = timetable(plan, [booking(plan, MEETING, at(0, "10:00"), missing=("t1",), room="r1"), other])
    assert named(plan, found) == []
    assert named(plan, changed(found, MEETING, unseated=("t1",))) == [("unseated", (MEETING, "t1"))]


def test_the_missing_are_counted_by_who_does_not_come() -> None:
    """A list that leaves somebody out cannot make a timetable look better."""
    plan = plan_with(6)
    found = changed(without(plan, ["c0"], ["c0"]), MEETING, missing=(), unseated=())
    told = retold(plan, found)
    assert ("stage value", ("missed attendance",)) in named(plan, told)
    assert ("unaccounted", (MEETING, "c0")) in named(plan, told)
