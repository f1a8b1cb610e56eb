"""How many one person holds on a day."""

from __future__ import annotations

from ltsched.domain.rules import DailyLoad
from tests.support.agendas import agenda, at, booking, conversation
from tests.support.rule_cases import C1, C2, L1, T1, Case, broken, hour

TALKS = [conversation(id, ["l1", "t1"]) for id in ("c1", "c2")]
LOAD = DailyLoad(tuple(talk.id for talk in TALKS), 1)
FEASIBLE_PLAN, INFEASIBLE_PLAN = (agenda([L1, T1, C1, C2], TALKS, daily_loads=[LOAD], days=days) for days in (2, 1))
FEASIBLE = Case(
    FEASIBLE_PLAN,
    tuple(booking(FEASIBLE_PLAN, talk.id, at(n, "10:00"), panel=("l1", "t1")) for n, talk in enumerate(TALKS)),
)
INFEASIBLE = Case(
    INFEASIBLE_PLAN,
    tuple(
        booking(INFEASIBLE_PLAN, talk.id, at(0, clock), panel=("l1", "t1"))
        for talk, clock in zip(TALKS, ("09:00", "14:00"), strict=True)
    ),
)


def test_a_daily_load_counts_what_one_person_holds_on_one_day() -> None:
    """Two a day are allowed: the third breaks it, for the person who holds it alone."""
    rule = DailyLoad(("a", "b", "c"), 2)
    two = {id: hour(id, 0, clock, panel) for id, clock, panel in (("a", 9, ("l1", "t1")), ("b", 11, ("l1", "t1")))}
    assert broken(rule, two) == []
    assert broken(rule, {**two, "c": hour("c", 1, 9, ("l1", "t1"))}) == []
    assert broken(rule, {**two, "c": hour("c", 0, 13, ("l2", "t2"))}) == []
    (violation,) = broken(rule, {**two, "c": hour("c", 0, 13, ("l1", "t2"))})
    assert (violation.rule, violation.ids) == ("daily load", ("l1", "a", "b", "c"))
