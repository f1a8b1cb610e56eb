"""What should be known of people, though it stops nothing."""

from __future__ import annotations

from typing import Any

from ltsched.domain.people import Person, Role, WorkingHours
from ltsched.files.review.people_notices import lead_reviewer_notices, people_notices


def person(id: str, role: Role, agency: str = "", email: str = "?", works: WorkingHours | None = None) -> Person:
    given: dict[str, Any] = {} if works is None else {"works": works}
    return Person(id, id.upper(), f"{id}@x.example" if email == "?" else email, (role,), agency, **given)


def test_nothing_is_said_where_all_is_well() -> None:
    """A usual review is quiet."""
    people = [person("l1", Role.LEAD_REVIEWER), person("l2", Role.LEAD_REVIEWER), person("p1", Role.CASE_GROUP, "A")]
    assert people_notices(people) == []
    assert lead_reviewer_notices(people) == []


def test_those_without_an_email_are_listed_once() -> None:
    """Administrators are not invited, so they need none."""
    people = [
        person("f1", Role.FAMILY, email=""),
        person("a1", Role.ADMINISTRATOR, email=""),
        person("f2", Role.FAMILY, email=""),
    ]
    assert list(map(str, people_notices(people))) == ["no email for f1, f2: they cannot be sent an invitation"]


def test_an_email_that_two_share_is_told() -> None:
    """Capitals do not make it another one."""
    people = [person("p1", Role.FAMILY, email="a@x.example"), person("p2", Role.FAMILY, email="A@x.example")]
    assert list(map(str, people_notices(people))) == ["p1, p2 have the same email"]


def test_agencies_that_are_missing_or_written_in_two_ways_are_told() -> None:
    """The independence of reviewers hangs on the agency."""
    people = [
        person("p1", Role.CASE_GROUP),
        person("p2", Role.CASE_GROUP, "Police"),
        person("p3", Role.REVIEW_TEAM, "police"),
    ]
    first, second = map(str, people_notices(people))
    assert first.startswith("no agency for p1:")
    assert second.startswith('"Police" and "police" are taken for one agency')


def test_hours_at_the_weekend_are_told() -> None:
    """They are read and never used."""
    people = [person("f1", Role.FAMILY, works=WorkingHours(((5, 540, 600),)))]
    assert "f1 on Saturday or Sunday are not used" in str(people_notices(people)[0])


def test_one_lead_reviewer_and_one_who_is_not_independent_are_told() -> None:
    """Usually there are two, and they belong to none of the agencies that take part."""
    people = [person("l1", Role.LEAD_REVIEWER, "police"), person("p1", Role.CASE_GROUP, "Police")]
    first, second = map(str, lead_reviewer_notices(people))
    assert first == "only one lead reviewer, l1: there are usually two"
    assert second == "lead reviewer l1 is of police, which takes part: lead reviewers are independent"
