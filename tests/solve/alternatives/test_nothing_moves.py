"""Other times at which nothing else has to move: each kind of obstacle, who holds it, which room, who gains."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.rules import DailyLoad, OneDay, Precedence
from ltsched.domain.timetable import Booking
from tests.support.agendas import activity, agenda, at, booking, conversation, day, person, room, span
from tests.support.elsewhere import starts, trials

PEOPLE = [
    person("l1", Role.LEAD_REVIEWER),
    person("l2", Role.LEAD_REVIEWER),
    *(person(id) for id in ("t1", "t2", "t3", "c1", "c2")),
]
THERE = at(1, "11:00")
"""Where the activity could lie, if there were no obstacle."""


def a_meeting(*, besides: dict[str, Any] | None = None, **more: Any) -> tuple[Agenda, list[Booking]]:
    """Return the meeting a on Monday at 10, and b on Monday at 14; `besides` is about a."""
    a = activity("a", **{"must": ("l1",), "expected": ("t1", "t2"), "quorum": 1, "end": day(5), **(besides or {})})
    b = activity("b", must=("l2",), end=day(5))
    plan = agenda(PEOPLE, [a, b], days=5, **more)
    rooms = {"room": "r1"} if a.room is RoomNeed.NEEDED else {}
    return plan, [booking(plan, "a", at(0, "10:00"), **rooms), booking(plan, "b", at(0, "14:00"))]


@pytest.mark.parametrize(
    "obstacle",
    [
        {"busy": {"l1": span(1, "12:00", "12:30")}},
        {"busy": {"t1": span(1, "12:00", "12:30")}, "besides": {"quorum": 3}},
        {"besides": {"end": day(1)}},
        {"besides": {"held": frozenset({day(1)})}},
        {"holidays": [day(1)]},
        {"precedences": [Precedence("a", "b")]},
        {"precedences": [Precedence("b", "a", 2)]},
        {"precedences": [Precedence("b", "a", 0, 0)]},
        {"shape": OneDay(("a", "b"))},
        {"rooms": [room("r1")], "besides": {"room": RoomNeed.NEEDED}, "busy": {"r1": span(1, "12:00", "12:30")}},
        {"rooms": [room("r1", 3), room("r2", 1)], "besides": {"room": RoomNeed.NEEDED, "quorum": 2},
         "busy": {"r1": span(1, "12:00", "12:30")}},
    ],
    ids=["diary", "quorum", "window", "hold", "holiday", "order", "lag", "most", "shape", "room", "seats"],
)  # fmt: skip
def test_what_is_in_the_way(obstacle: dict[str, Any]) -> None:
    """Without it the start is among them, with it not."""
    besides = {name: value for name, value in obstacle.get("besides", {}).items() if name == "room"}
    rooms = {"rooms": obstacle["rooms"]} if "rooms" in obstacle else {}
    assert THERE in starts(*a_meeting(besides=besides, **rooms), "a")
    assert THERE not in starts(*a_meeting(**obstacle), "a")


@pytest.mark.parametrize(
    ("other", "start", "allowed"),
    [
        (activity("other", must=("l1",)), "12:00", False),
        (activity("other", must=("l1",)), "13:00", True),
        (activity("other", must=("l1",)), "09:00", True),
        (conversation("c1", ["l1", "t3"]), "09:00", False),
        (conversation("c1", ["l2", "t3"]), "09:00", True),
        (conversation("c1", ["l1", "t3"], minutes=90), "09:00", True),
    ],
    ids=["at once", "after it", "before it", "in the gap", "in the gap of others", "after the gap"],
)
def test_other_bookings_stay_where_they_are(other: Any, start: str, allowed: bool) -> None:
    """Whoever must come may not be at another booking, nor in the gap after what they hold."""
    plan = agenda(PEOPLE, [activity("a", must=("l1",)), other], days=5)
    panel = other.panel.pool if other.panel else ()
    made = [booking(plan, "a", at(0, "10:00")), booking(plan, other.id, at(1, start), panel=panel)]
    assert (THERE in starts(plan, made, "a")) is allowed


def talks(**more: Any) -> Agenda:
    """Return an agenda of two conversations, held by a lead reviewer and one more."""
    pool = ["l1", "l2", "t1", "t2"]
    made = [conversation(id, pool, leads=["l1", "l2"], end=day(5)) for id in ("c1", "c2")]
    return agenda(PEOPLE, made, days=5, **more)


def talk(plan: Agenda, id: str, number: int, clock: str, *panel: str) -> Booking:
    return booking(plan, f"conversation:{id}", at(number, clock), panel=panel)


def test_its_own_gap_is_kept_free() -> None:
    """Who would hold it has half an hour before the next one; another can."""
    plan = talks()
    made = [talk(plan, "c1", 0, "10:00", "l1", "t1"), talk(plan, "c2", 1, "13:00", "l1", "t2")]
    found = trials(plan, made, "conversation:c1")
    assert found[at(1, "10:30")].change.after.panel == ("l1", "t1")
    assert found[THERE].change.after.panel == ("l2", "t1")


def test_the_load_of_a_day() -> None:
    """Who holds as many as one may on a day holds no other."""
    plan = talks(daily_loads=[DailyLoad(("conversation:c1", "conversation:c2"), 1)])
    made = [talk(plan, "c1", 0, "10:00", "l1", "t1"), talk(plan, "c2", 1, "15:00", "l1", "t1")]
    assert trials(plan, made, "conversation:c1")[at(1, "10:00")].change.after.panel == ("l2", "t2")


@pytest.mark.parametrize(
    ("busy", "panel"),
    [((), ("l1", "t1")), (("t1",), ("l1", "t2")), (("t1", "t2"), ("l1", "l2")), (("l1", "t1"), ("l2", "t2"))],
)
def test_as_few_others_hold_it_as_can_be(busy: tuple[str, ...], panel: tuple[str, ...]) -> None:
    """The same two, if they can; else one of them with another."""
    plan = talks(busy={id: span(1, "11:00", "13:00") for id in busy})
    made = [talk(plan, "c1", 0, "10:00", "l1", "t1"), talk(plan, "c2", 4, "10:00", "l2", "t2")]
    assert trials(plan, made, "conversation:c1")[THERE].change.after.panel == panel


def test_nobody_holds_it_who_would_rather_not() -> None:
    """Of those who change equally much, the one whose time is not if-needed."""
    plan = talks(busy={"t1": span(1, "11:00", "13:00")}, if_needed={"l2": span(1, "11:00", "13:00")})
    made = [talk(plan, "c1", 0, "10:00", "l1", "t1"), talk(plan, "c2", 4, "10:00", "l2", "t2")]
    assert trials(plan, made, "conversation:c1")[THERE].change.after.panel == ("l1", "t2")


@pytest.mark.parametrize(
    ("busy", "room_then"), [((), "r2"), (("r2",), "r1"), (("r1", "r2"), "r3")], ids=["its own", "smallest", "largest"]
)
def test_the_room(busy: tuple[str, ...], room_then: str) -> None:
    """Its own, if that is free; else the smallest that seats all."""
    needs = activity("a", must=("l1",), expected=("t1",), quorum=1, room=RoomNeed.NEEDED)
    rooms = [room("r3", 9), room("r1", 2), room("r2", 4)]
    plan = agenda(PEOPLE, [needs], rooms=rooms, days=5, busy={id: span(1, "11:00", "13:00") for id in busy})
    found = trials(plan, [booking(plan, "a", at(0, "10:00"), room="r2")], "a")
    assert found[THERE].change.after.room == room_then


def test_where_a_room_is_too_small_somebody_has_no_seat() -> None:
    """The largest that is free, and the order of the seats."""
    needs = activity("a", must=("l1",), expected=("t1", "t2"), quorum=1, room=RoomNeed.NEEDED)
    plan = agenda(
        PEOPLE, [needs], rooms=[room("r1", 1), room("r2", 2), room("r3", 3)], days=5,
        busy={"r3": span(1, "11:00", "13:00")},
    )  # fmt: skip
    after = trials(plan, [booking(plan, "a", at(0, "10:00"), room="r3")], "a")[THERE].change.after
    assert (after.room, after.missing, after.unseated) == ("r2", ("t2",), ("t2",))


def test_who_is_free_then_comes_to_what_they_missed() -> None:
    """Moving one booking away gives another its people; that is told of, and is no reason against it."""
    one = activity("a", must=("l1",), expected=("t1",), quorum=1)
    other = activity("b", must=("l2",), expected=("t1",), quorum=1)
    plan = agenda(PEOPLE, [one, other], days=5)
    made = [booking(plan, "a", at(0, "10:00")), booking(plan, "b", at(0, "10:00"), missing=["t1"])]
    trial = trials(plan, made, "a")[THERE]
    (gain,) = trial.others
    assert (gain.after.activity, gain.no_longer_missing, gain.moves) == ("b", ("t1",), False)
    assert trial.changed == 0


def test_a_room_that_becomes_free_is_taken() -> None:
    """By a conversation without one, and by a meeting in which somebody had no seat."""
    big = activity("a", must=("l1",), room=RoomNeed.NEEDED)
    talk_of_two = conversation("c1", ["l2", "t3"], room=RoomNeed.IF_FREE)
    plan = agenda(PEOPLE, [big, talk_of_two], rooms=[room("r1", 3)], days=5)
    made = [
        booking(plan, "a", at(0, "10:00"), room="r1"),
        booking(plan, "conversation:c1", at(0, "10:00"), panel=("l2", "t3")),
    ]
    (other,) = trials(plan, made, "a")[THERE].others
    assert other.after.room == "r1"
    full = activity("b", must=("l2",), expected=("t1", "t2"), quorum=1, room=RoomNeed.NEEDED)
    plan = agenda(PEOPLE, [big, full], rooms=[room("r1", 3), room("r2", 2)], days=5)
    seated = booking(plan, "b", at(0, "10:00"), missing=["t2"], room="r2")
    (other,) = trials(plan, [booking(plan, "a", at(0, "10:00"), room="r1"), seated], "a")[THERE].others
    assert (other.after.room, other.after.missing) == ("r1", ())
