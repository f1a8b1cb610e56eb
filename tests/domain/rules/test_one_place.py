"""Nobody is in two places at once."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.rules import OnePlace
from tests.support.agendas import activity, agenda, at, booking
from tests.support.rule_cases import L1, Case, hour, named

FEASIBLE_PLAN = agenda([L1], [activity(id, must=("l1",), minutes=240) for id in ("a", "b")], days=1)
FEASIBLE = Case(
    FEASIBLE_PLAN, tuple(booking(FEASIBLE_PLAN, id, at(0, f"{clock}:00")) for id, clock in (("a", "09"), ("b", "13")))
)
INFEASIBLE_PLAN = agenda([L1], [activity(id, must=("l1",), minutes=255) for id in ("a", "b")], days=1)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    tuple(booking(INFEASIBLE_PLAN, id, at(0, f"{clock}:00")) for id, clock in (("a", "09"), ("b", "12"))),
)


def test_two_people_may_be_in_two_places() -> None:
    """Each has their own."""
    both = {"a": replace(hour("a", 0), attendees=("l1",)), "b": replace(hour("b", 0), attendees=("l2",))}
    assert named(OnePlace("l1"), both) == named(OnePlace("l2"), both) == []
