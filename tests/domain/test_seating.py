"""In whose turn seats are given."""

from __future__ import annotations

from ltsched.domain.people import Role
from ltsched.domain.seating import seating_order
from tests.support.agendas import person, review

PEOPLE = (
    person("c3", Role.CASE_GROUP),
    person("c2", Role.CASE_GROUP, conversation_rank=2),
    person("c1", Role.CASE_GROUP, conversation_rank=1),
    person("t2"),
    person("t1", Role.REVIEW_TEAM, Role.CASE_GROUP),
    person("l1", Role.LEAD_REVIEWER),
    person("e2", Role.CASE_GROUP, conversation_rank=3, essential=True),
    person("e1", essential=True),
    person("x1", Role.ADMINISTRATOR),
)


def test_the_order_of_seats() -> None:
    """Essential people (reviewers among them first), lead reviewers, the team, by rank, the rest by people.csv."""
    order = seating_order(review(PEOPLE), [each.id for each in reversed(PEOPLE)])
    assert order == ("e1", "e2", "l1", "t2", "t1", "c1", "c2", "c3", "x1")


def test_only_those_who_are_asked_for() -> None:
    """Nobody else; and nobody at all where there is nobody."""
    assert seating_order(review(PEOPLE), ["c1", "t1"]) == ("t1", "c1")
    assert seating_order(review(PEOPLE), []) == ()
