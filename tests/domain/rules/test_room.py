"""The room that an activity takes."""

from __future__ import annotations

import pytest

from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import InRoom
from tests.support.agendas import activity, agenda, at, booking, room, span
from tests.support.rule_cases import L1, L2, Case

ROOMED = [activity("a", must=("l1",), room=RoomNeed.NEEDED)]
FEASIBLE_PLAN = agenda([L1], ROOMED, rooms=[room("r1")], busy={"r1": span(0, "00:00", "15:00")}, days=1)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(0, "15:00"), room="r1"),))
# Both can only be at nine, and there is one room.
BOTH = [*ROOMED, activity("b", must=("l2",), room=RoomNeed.NEEDED)]
BUSY = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
INFEASIBLE_PLAN = agenda([L1, L2], BOTH, rooms=[room("r1")], busy=BUSY, days=1)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    (booking(INFEASIBLE_PLAN, "a", at(0, "09:00"), room="r1"), booking(INFEASIBLE_PLAN, "b", at(0, "09:00"))),
)


@pytest.mark.parametrize(
    ("need", "said"),
    [
        (RoomNeed.NEEDED, "a takes a room."),
        (RoomNeed.NONE, "a takes no room."),
        (RoomNeed.IF_FREE, "a takes a room where one is free."),
    ],
)
def test_the_rule_says_whether_it_takes_a_room(need: RoomNeed, said: str) -> None:
    """In words."""
    assert InRoom("a", need, (), {}).words() == said
