"""What all rules have in common."""

from __future__ import annotations

from ltsched.domain.rules import (
    Blocks,
    DailyLoad,
    OneDay,
    OneWeek,
    Precedence,
    Spread,
    Violation,
)
from tests.support.agendas import MONDAY
from tests.support.rule_cases import named, on


def test_a_violation_tells_its_rule_first() -> None:
    """The sentence starts with the name of the rule."""
    assert str(Violation("lag", ("a", "b"), "b is too soon")) == "lag: b is too soon"


def test_rules_say_nothing_of_what_is_not_booked() -> None:
    """What is not booked is told elsewhere."""
    assert named(Precedence("a", "b", 5), on(a=0)) == named(Precedence("a", "b", 5), on(b=0)) == []
    assert named(DailyLoad(("a", "b"), 1), {}) == []
    assert named(Spread(("a",), (0,), 0, (MONDAY,)), {}) == []
    assert named(Blocks(("a",), ("b",), 1, 1, 1), on(a=0)) == named(Blocks(("a",), ("b",), 1, 1, 1), on(b=0)) == []
    assert named(Blocks(("a",), ("b",), 1, 1, 1), {}) == named(OneWeek(("a",), MONDAY), {}) == []
    assert named(OneDay(("a",)), {}) == []
