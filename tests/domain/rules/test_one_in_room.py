"""A room has one booking at a time."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import OneInRoom
from tests.support.agendas import activity, agenda, at, booking, room, span
from tests.support.rule_cases import L1, L2, Case, hour, named

TWO = [activity(id, must=(lead,), room=RoomNeed.NEEDED) for id, lead in (("a", "l1"), ("b", "l2"))]
BUSY = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
FEASIBLE_PLAN = agenda([L1, L2], TWO, rooms=[room("r1"), room("r2")], busy=BUSY, days=1)
FEASIBLE = Case(
    FEASIBLE_PLAN,
    tuple(booking(FEASIBLE_PLAN, id, at(0, "09:00"), room=there) for id, there in (("a", "r1"), ("b", "r2"))),
)
INFEASIBLE_PLAN = agenda([L1, L2], TWO, rooms=[room("r1")], busy=BUSY, days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, tuple(booking(INFEASIBLE_PLAN, id, at(0, "09:00"), room="r1") for id in ("a", "b")))


def test_one_may_follow_the_other() -> None:
    """It is free at the minute at which the first ends."""
    both = {id: replace(hour(id, 0, clock), room="r1") for id, clock in (("a", 9), ("b", 10))}
    assert named(OneInRoom("r1"), both) == []
