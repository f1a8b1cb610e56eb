"""All on one day."""

from __future__ import annotations

from ltsched.domain.rules import (
    OneDay,
)
from tests.support.rule_cases import PLAIN, hour, named, on


def test_one_day_is_one_day() -> None:
    """Two bookings on a day are one day, on two days they break the rule."""
    rule = OneDay(("a", "b"))
    same = {"a": hour("a", 0, 9), "b": hour("b", 0, 14)}
    assert (named(rule, same), rule.measures(same, PLAIN)) == ([], (1,))
    assert (named(rule, on(a=0, b=1)), rule.measures(on(a=0, b=1), PLAIN)) == (["one day"], (2,))
