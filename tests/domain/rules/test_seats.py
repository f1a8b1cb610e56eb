"""Who has a seat where there are few."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Seats
from tests.support.agendas import activity, agenda, at, booking, room
from tests.support.rule_cases import L1, T1, T2, Case

ROOMED = activity("a", must=("l1",), expected=("t1", "t2"), quorum=2, room=RoomNeed.NEEDED)
FEASIBLE_PLAN = agenda([L1, T1, T2], [ROOMED], rooms=[room("r1", 2)], days=1)
UNSEATED = replace(booking(FEASIBLE_PLAN, "a", at(0, "10:00"), missing=["t2"], room="r1"), unseated=("t2",))
FEASIBLE = Case(FEASIBLE_PLAN, (UNSEATED,))
INFEASIBLE_PLAN = agenda([L1, T1, T2], [ROOMED], rooms=[room("r1", 1)], days=1)
INFEASIBLE = Case(INFEASIBLE_PLAN, (booking(INFEASIBLE_PLAN, "a", at(0, "10:00"), room="r1"),), cut=True)


@pytest.mark.parametrize(
    ("seats", "missing", "rule"), [(3, "t2", "left out"), (2, "t1", "seating order"), (2, "t2", None)]
)
def test_whose_turn_it_is(seats: int, missing: str, rule: str | None) -> None:
    """The first of the review team has the last seat, and a seat that is left is for whoever is missing."""
    plan = agenda([L1, T1, T2], [ROOMED], rooms=[room("r1", seats)], days=1)
    found = replace(booking(plan, "a", at(0, "10:00"), missing=[missing], room="r1"), unseated=(missing,))
    assert [one.rule for one in Case(plan, (found,)).broken(Seats)] == ([] if rule is None else [rule])
