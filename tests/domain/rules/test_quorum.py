"""How many come at least."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.rules import Quorum
from tests.support.agendas import activity, agenda, at, booking, span
from tests.support.rule_cases import L1, L2, T1, T2, Case, hour, named

MEETING = activity("a", must=("l1",), expected=("t1", "t2"), quorum=2)
AWAY = {"t2": span(0, "09:00", "17:00")}
FEASIBLE_PLAN = agenda([L1, T1, T2], [MEETING], busy=AWAY, days=1)
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, "a", at(0, "10:00"), missing=["t2"]),))
# Both can only be at nine, and the guest at one of them.
BOTH = [activity(id, must=(lead,), expected=("t1",), quorum=2) for id, lead in (("a", "l1"), ("b", "l2"))]
INFEASIBLE_PLAN = agenda([L1, L2, T1], BOTH, busy={id: span(0, "11:00", "17:00") for id in ("l1", "l2")}, days=1)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    (
        booking(INFEASIBLE_PLAN, "a", at(0, "09:00")),
        booking(INFEASIBLE_PLAN, "b", at(0, "09:00"), missing=["t1"]),
    ),
)


def test_whoever_holds_it_does_not_count() -> None:
    """The panel comes besides those invited."""
    held = replace(hour("a", 0, panel=("t1",)), attendees=("l1", "t1"))
    assert named(Quorum("a", ("l1", "c1"), 2), {"a": held}) == ["quorum"]
    assert named(Quorum("a", ("l1", "c1"), 1), {"a": held}) == []
