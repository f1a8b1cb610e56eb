"""The working hours and diaries of people."""

from __future__ import annotations

from ltsched.domain.rules import WithinDiary
from tests.support.agendas import activity, agenda, at, booking, conversation, span
from tests.support.rule_cases import C1, C2, L1, L2, T1, T2, Case

BOTH = [conversation(id, ["l1", "l2", "t1", "t2"]) for id in ("c1", "c2")]
BUSY = {id: span(0, "11:00", "17:00") for id in ("c1", "c2")}
PANELS = (("l1", "t1"), ("l2", "t2"))
FEASIBLE_PLAN = agenda([L1, L2, T1, T2, C1, C2], BOTH, busy=BUSY, days=1)
# Both can only be at nine, and one of the four who may hold them is away for a minute of it.
INFEASIBLE_PLAN = agenda([L1, L2, T1, T2, C1, C2], BOTH, busy={**BUSY, "t2": span(0, "10:59", "11:00")}, days=1)
FEASIBLE, INFEASIBLE = (
    Case(
        plan,
        tuple(booking(plan, talk.id, at(0, "09:00"), panel=panel) for talk, panel in zip(BOTH, PANELS, strict=True)),
    )
    for plan in (FEASIBLE_PLAN, INFEASIBLE_PLAN)
)


def test_whoever_stays_away_needs_no_time() -> None:
    """A diary is asked about what its owner attends."""
    plan = agenda([L1], [activity("a", must=("l1",))], busy={"l1": span(0, "10:59", "17:00")}, days=1)
    assert Case(plan, (booking(plan, "a", at(0, "09:00")),)).broken(WithinDiary)
    assert Case(plan, (booking(plan, "a", at(0, "09:00"), missing=["l1"]),)).broken(WithinDiary) == []
