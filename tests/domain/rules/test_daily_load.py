"""How many one person holds on a day."""

from __future__ import annotations

from ltsched.domain.rules import (
    DailyLoad,
)
from tests.support.rule_cases import broken, hour


def test_a_daily_load_counts_what_one_person_holds_on_one_day() -> None:
    """Two a day are allowed: the third breaks it, for the person who holds it alone."""
    rule = DailyLoad(("a", "b", "c"), 2)
    two = {id: hour(id, 0, clock, panel) for id, clock, panel in (("a", 9, ("l1", "t1")), ("b", 11, ("l1", "t1")))}
    assert broken(rule, two) == []
    assert broken(rule, {**two, "c": hour("c", 1, 9, ("l1", "t1"))}) == []
    assert broken(rule, {**two, "c": hour("c", 0, 13, ("l2", "t2"))}) == []
    (violation,) = broken(rule, {**two, "c": hour("c", 0, 13, ("l1", "t2"))})
    assert (violation.rule, violation.ids) == ("daily load", ("l1", "a", "b", "c"))
