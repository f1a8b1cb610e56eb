"""Who may hold an activity."""

from __future__ import annotations

from ltsched.domain.activities import Panel
from ltsched.domain.rules import HeldBy
from tests.support.agendas import agenda, at, booking, conversation, span
from tests.support.rule_cases import C1, C2, L1, T1, T2, Case

FEASIBLE_PLAN = agenda([L1, T1, C1], [conversation("c1", ["l1", "t1"], leads=["l1"])], days=1)
TALK = FEASIBLE_PLAN.activities[0].id
FEASIBLE = Case(FEASIBLE_PLAN, (booking(FEASIBLE_PLAN, TALK, at(0, "10:00"), panel=("l1", "t1")),))
# Both can only be at nine, and three people are not two panels of two.
BOTH = [conversation(id, ["l1", "t1", "t2"]) for id in ("c1", "c2")]
BUSY = {id: span(0, "11:00", "17:00") for id in ("c1", "c2")}
INFEASIBLE_PLAN = agenda([L1, T1, T2, C1, C2], BOTH, busy=BUSY, days=1)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    (
        booking(INFEASIBLE_PLAN, BOTH[0].id, at(0, "09:00"), panel=("l1", "t1")),
        booking(INFEASIBLE_PLAN, BOTH[1].id, at(0, "09:00"), panel=("t2",)),
    ),
)


def test_the_rule_says_who_may_hold_it() -> None:
    """Size, pool, lead reviewers, and who is to be kept apart."""
    panel = Panel(("l1", "t1", "t2"), 2, frozenset({"l1"}), 1, (frozenset({"t1", "t2"}),))
    said = "a is held by 2 of l1, t1, t2, at least 1 of them of l1, at most one of t1, t2."
    assert HeldBy("a", panel).words() == said
