"""What all rules have in common."""

from __future__ import annotations

from ltsched.domain.rules import Violation
from ltsched.options.expand import expand
from tests.support.shipped import shipped_review


def test_a_violation_tells_its_rule_first() -> None:
    """The sentence starts with the name of the rule."""
    assert str(Violation("lag", ("a", "b"), "b is too soon")) == "lag: b is too soon"


def test_a_number_is_named_as_in_customise() -> None:
    """The quorum, the gap and the limit a day are told by the names that the options give them."""
    plan = expand(shipped_review("full"))
    found = {(fact.rule, fact.key) for rule in plan.rules for fact in rule.facts() if fact.key}
    assert found == {
        ("start step", "start-step-minutes"),
        ("quorum", "joint-meeting-quorum"),
        ("quorum", "review-team-quorum"),
        ("gap", "conversation-gap-minutes"),
        ("daily load", "conversations-per-day"),
        ("spread", "even-tolerance-days"),
    }
    assert {key for _, key in found} <= plan.option.numbers.keys()
