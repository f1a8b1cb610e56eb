"""No rule without a check, words, facts, a model, and its smallest feasible and infeasible case."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import pytest

import ltsched.domain.rules as folder
from ltsched.domain.rules import RULES, Rule
from ltsched.model.rules.post import post
from ltsched.verify import verify
from tests.support.rule_cases import Case
from tests.support.solving import does_not_fit, fits

PREFIX = f"{folder.__name__}."


def kinds() -> Iterator[type[Rule]]:
    """Yield every class in the folder of the rules that is a rule, and not only what rules have in common."""
    for found in pkgutil.walk_packages(folder.__path__, PREFIX):
        module = import_module(found.name)
        for value in vars(module).values():
            abstract = isinstance(value, type) and getattr(value, "__abstractmethods__", None)
            if isinstance(value, type) and issubclass(value, Rule) and value.__module__ == found.name and not abstract:
                yield value


KINDS = list(kinds())
FORBIDDING = [kind for kind in KINDS if kind.names]
every_rule = pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
every_forbidding_rule = pytest.mark.parametrize("kind", FORBIDDING, ids=lambda kind: kind.__name__)


def cases_of(kind: type[Rule]) -> ModuleType:
    """Return the module with the cases of a rule: it fails where there is none."""
    *folders, file = kind.__module__.removeprefix(PREFIX).split(".")
    return import_module(".".join(("tests.domain.rules", *folders, f"test_{file}")))


def feasible(kind: type[Rule]) -> Case:
    case = cases_of(kind).FEASIBLE
    assert isinstance(case, Case)
    return case


def infeasible(kind: type[Rule]) -> Case:
    case = cases_of(kind).INFEASIBLE
    assert isinstance(case, Case)
    return case


def test_the_list_has_every_rule_once() -> None:
    """A rule that is not on the list is neither checked nor posted."""
    assert len(RULES) == len(set(RULES))
    assert set(RULES) == set(KINDS)


@every_rule
def test_each_rule_has_a_file_of_its_own_in_the_model(kind: type[Rule]) -> None:
    """The model mirrors the rules: what posts a rule is in the file of the same name."""
    assert post.dispatch(kind) is not post.dispatch(object)
    assert post.dispatch(kind).__module__ == kind.__module__.replace("ltsched.domain.", "ltsched.model.")


@every_rule
def test_each_rule_says_itself_and_what_it_rests_on(kind: type[Rule]) -> None:
    """A sentence, and facts that name the rule and are about what the agenda has."""
    plan = feasible(kind).plan
    rules = list(kind.of(plan))
    assert rules
    ids = {activity.id for activity in plan.activities}
    ids |= {person.id for person in plan.review.people} | {room.id for room in plan.review.rooms}
    for rule in rules:
        assert rule.words().endswith(".")
        assert len(rule.words().split()) > 2
        assert rule.facts()
        assert {fact.rule for fact in rule.facts()} <= {rule.name, *kind.names}
        assert {id for fact in rule.facts() for id in fact.ids} <= ids
        assert any(fact.ids or fact.number is not None or fact.dates for fact in rule.facts())


@every_rule
def test_the_feasible_case_keeps_the_rule(kind: type[Rule]) -> None:
    """Nothing breaks the rule, nor any other, and the solver finds a timetable."""
    case = feasible(kind)
    assert case.broken(kind) == []
    booked = {booking.activity: booking for booking in case.bookings}
    assert [one for rule in case.plan.rules for one in rule.broken_by(booked, case.plan.working_days)] == []
    assert verify(case.plan, fits(case.plan)) == ()


@every_forbidding_rule
def test_the_infeasible_case_breaks_the_rule(kind: type[Rule]) -> None:
    """The rule is named for the bookings, and the solver finds no timetable; given up, it does."""
    case = infeasible(kind)
    found = case.broken(kind)
    assert found
    assert {violation.rule for violation in found} <= set(kind.names)
    does_not_fit(case.plan)
    relaxed = kind.relaxed(case.plan)
    assert (relaxed is not None) == bool(kind.given_up)
    if relaxed is not None:
        fits(relaxed)


@every_forbidding_rule
def test_a_rule_says_nothing_of_what_is_not_booked(kind: type[Rule]) -> None:
    """What is not booked is told elsewhere."""
    plan = infeasible(kind).plan
    assert [one for rule in kind.of(plan) for one in rule.broken_by({}, plan.working_days)] == []
