"""The gap after what somebody holds."""

from __future__ import annotations

from ltsched.domain.rules import Gap
from tests.support.agendas import agenda, at, booking, conversation, span
from tests.support.rule_cases import C1, C2, L1, T1, Case, hour, named

PEOPLE, TALKS = [L1, T1, C1, C2], [conversation(id, ["l1", "t1"]) for id in ("c1", "c2")]
FEASIBLE_PLAN = agenda(PEOPLE, TALKS, busy={"l1": span(0, "13:30", "17:00")}, days=1)
FEASIBLE = Case(
    FEASIBLE_PLAN,
    tuple(
        booking(FEASIBLE_PLAN, talk.id, at(0, clock), panel=("l1", "t1"))
        for talk, clock in zip(TALKS, ("09:00", "11:30"), strict=True)
    ),
)
INFEASIBLE_PLAN = agenda(PEOPLE, TALKS, busy={"l1": span(0, "13:00", "17:00")}, days=1)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    tuple(
        booking(INFEASIBLE_PLAN, talk.id, at(0, clock), panel=("l1", "t1"))
        for talk, clock in zip(TALKS, ("09:00", "11:00"), strict=True)
    ),
    cut=True,
)


def test_a_gap_is_of_those_who_held_it() -> None:
    """Another may go from one to the next at once."""
    held = {"a": hour("a", 0, 9, ("l1",)), "b": hour("b", 0, 10, ("t1",))}
    assert named(Gap("a", 30), held) == []
    assert named(Gap("a", 30), {**held, "b": hour("b", 0, 10, ("l1",))}) == ["gap"]
