"""The order of activities each of which may be left out."""

from __future__ import annotations

from ltsched.domain.rules import Precedence
from ltsched.model.partial.order import with_bridges


def pairs(rules: list[Precedence], *optional: str) -> set[tuple[str, str]]:
    return {(rule.before, rule.after) for rule in with_bridges(rules, set(optional))}


CHAIN = [Precedence("a", "b", 2), Precedence("b", "c", 1), Precedence("c", "d")]


def test_what_only_something_optional_parts_has_an_order_of_its_own() -> None:
    assert pairs(CHAIN) == {("a", "b"), ("b", "c"), ("c", "d")}
    assert pairs(CHAIN, "b") == pairs(CHAIN) | {("a", "c")}
    assert pairs(CHAIN, "b", "c") == pairs(CHAIN) | {("a", "c"), ("b", "d"), ("a", "d")}


def test_it_has_no_lag_and_what_has_an_order_keeps_its_own() -> None:
    rules = [*CHAIN, Precedence("a", "c", 5)]
    found = with_bridges(rules, {"a", "b", "c", "d"})
    assert found[: len(rules)] == rules
    assert all(rule == Precedence(rule.before, rule.after) for rule in found[len(rules) :])
    assert len([rule for rule in found if (rule.before, rule.after) == ("a", "c")]) == 1
