"""A review of five activities, a good timetable for each shape, and ways to break it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from ltsched.domain.activities import Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.people import Person, Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneDay, OneWeek, Precedence, Shape, Spread
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.working_days import WorkingDays
from ltsched.verify import verify
from tests.support.agendas import (
    MONDAY,
    activity,
    agenda,
    at,
    booking,
    changed,
    conversation,
    day,
    person,
    retold,
    room,
    span,
    timetable,
)

TEAM = ("t1", "t2", "t3", "t4")
CASE = ("c1", "c2")
SET_UP, FIRST, SECOND, FAMILY, JOINT = (
    "set-up",
    "conversation:c1",
    "conversation:c2",
    "family-conversation:f1",
    "joint-meeting:1",
)
ACTIVITIES = (SET_UP, FIRST, SECOND, JOINT)


def people() -> list[Person]:
    return [
        person("l1", Role.LEAD_REVIEWER, agency=""),
        person("l2", Role.LEAD_REVIEWER, agency=""),
        *(person(id) for id in TEAM),
        *(person(id, Role.CASE_GROUP) for id in CASE),
        person("f1", Role.FAMILY, agency=""),
    ]


def plan_with(shape: Shape | None = None, **more: object) -> Agenda:
    """Return an agenda of five activities; t4 is on leave on Monday the 15th, the day of the joint meeting."""
    panel = Panel(("l1", "l2", "t1"), 2, frozenset({"l1", "l2"}), 1)
    activities = [
        activity(SET_UP, kind=Kind.SET_UP, must=("l1", "l2"), expected=TEAM, quorum=4),
        conversation("c1", ("l1", "l2", "t1", "t2"), leads=("l1", "l2"), room=RoomNeed.IF_FREE),
        conversation("c2", ("l1", "l2", "t1", "t2"), leads=("l1", "l2"), room=RoomNeed.IF_FREE),
        activity(FAMILY, kind=Kind.FAMILY_CONVERSATION, must=("f1",), panel=panel, quorum=1, off_critical_path=True),
        activity(
            JOINT,
            kind=Kind.JOINT_MEETING,
            must=("l1", "l2"),
            expected=TEAM + CASE,
            quorum=6,
            room=RoomNeed.NEEDED,
            held=frozenset({day(17)}),
        ),
    ]
    defaults: dict[str, object] = {
        "rooms": [room("small", 3), room("large", 8)],
        "busy": {"t4": span(14, "00:00", "23:00"), "large": span(4, "09:00", "12:00")},
        "precedences": [
            Precedence(SET_UP, FIRST),
            Precedence(SET_UP, SECOND),
            Precedence(FIRST, JOINT, 2, 20),
            Precedence(SECOND, JOINT, 2, 20),
        ],
        "daily_loads": [DailyLoad((FIRST, SECOND), 1)],
        "shape": shape or Early((SET_UP, FIRST, SECOND, JOINT), MONDAY),
        "holidays": [day(18)],
        "deadline": day(24),
    }
    return agenda(people(), activities, **{**defaults, **more})  # type: ignore[arg-type]  # passed through


def good(plan: Agenda) -> Timetable:
    """Return a timetable that breaks no rule of `plan_with`."""
    return timetable(
        plan,
        [
            booking(plan, SET_UP, at(0, "10:00")),
            booking(plan, FIRST, at(1, "10:00"), panel=("l1", "t1"), room="small"),
            booking(plan, SECOND, at(2, "10:00"), panel=("l1", "t1"), room="large"),
            booking(plan, FAMILY, at(16, "10:00"), panel=("l1", "t1")),
            booking(plan, JOINT, at(14, "10:00"), missing=("t4",), room="large"),
        ],
    )


SPREAD_DAYS = tuple(WorkingDays(frozenset({day(18)})).between(MONDAY, day(60)))
SHAPES: dict[str, Shape] = {
    "early": Early(ACTIVITIES, MONDAY),
    "spread": Spread((FIRST, JOINT), (2, 9), 1, SPREAD_DAYS),
    "blocks": Blocks((SET_UP, FIRST, SECOND), (JOINT,), 3, 12, 14),
    "one week": OneWeek((SET_UP, FIRST, SECOND), MONDAY),
    "one day": OneDay((JOINT,)),
}


Named = list[tuple[str, tuple[str, ...]]]
"""The rules that are broken, each with the ids it names."""

Break = Callable[[Agenda, Timetable], Timetable]
"""How to break a good timetable."""


def named(plan: Agenda, found: Timetable) -> Named:
    """Return what the check names."""
    return [(violation.rule, violation.ids) for violation in verify(plan, found)]


def with_bookings(found: Timetable, *bookings: Booking) -> Timetable:
    return replace(found, bookings=bookings)


def with_stage(found: Timetable, name: str, **fields: Any) -> Timetable:
    stages = tuple(replace(stage, **fields) if stage.name == name else stage for stage in found.stages)
    return replace(found, stages=stages)


def set_panel(plan: Agenda, found: Timetable, id: str, *panel: str) -> Timetable:
    """Let `panel` hold the booking `id`, and attend it."""
    return retold(plan, changed(found, id, panel=panel, attendees=(*plan.activity(id).invited, *panel)))


def drop(found: Timetable, id: str, *gone: str) -> Timetable:
    """Make `gone` missing at the booking `id`."""
    old = found.booking(id)
    come = tuple(each for each in old.attendees if each not in gone)
    return changed(found, id, attendees=come, missing=(*old.missing, *gone))


def all_come(plan: Agenda) -> dict[str, tuple[str, ...]]:
    return {"attendees": plan.activity(JOINT).invited, "missing": ()}
