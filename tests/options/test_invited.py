"""Who must come, who is expected, how many make a quorum, and who may hold an activity."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.option import Kind, PanelTemplate, Template
from ltsched.domain.people import Person, Role
from ltsched.options.invited import Subject, independent, invite, panel_for, quorum
from tests.support.agendas import person, review
from tests.support.reading import CAST

POOL = PanelTemplate(("lead-reviewer", "review-team"), 2, 1, independent=True)
AUDIT = PanelTemplate(("auditor",), 2, different_agencies=True)


@pytest.mark.parametrize(
    ("share", "must", "expected", "least"),
    [
        (0.6, 0, 5, 3),  # 0.6 × 5 is 3, whatever the machine makes of it
        (0.6, 2, 8, 6),
        (0.6, 2, 4, 4),
        (0.75, 1, 3, 3),
        (0.75, 1, 4, 4),
        (0.0, 3, 4, 3),  # those who must come, come
        (1.0, 1, 4, 5),
        (0.6, 0, 0, 0),
        (0.1, 0, 10, 1),
        (0.07, 0, 100, 7),
    ],
)
def test_the_quorum_is_rounded_up(share: float, must: int, expected: int, least: int) -> None:
    """A share of all, rounded up, and no fewer than those who must come."""
    assert quorum(share, ("m",) * must, ("e",) * expected) == least


@given(share=st.integers(0, 100), must=st.integers(0, 10), expected=st.integers(0, 30))
def test_the_quorum_is_exact_for_every_hundredth(share: int, must: int, expected: int) -> None:
    """As it is in whole numbers."""
    exact = max(must, -(-share * (must + expected) // 100))
    assert quorum(share / 100, ("m",) * must, ("e",) * expected) == exact


def template(**fields: Any) -> Template:
    return Template("x", Kind.OTHER, "X", 60, **fields)


def test_roles_and_ids_are_resolved_once() -> None:
    """In the order of the file; whoever must come is not expected besides."""
    must, expected = invite(
        template(must=("t2", "lead-reviewer"), expected=("review-team", "t1", "c3")), review(CAST), Subject("")
    )
    assert must == ("t2", "l1", "l2")
    assert expected == ("t1", "t3", "c3")


def test_somebody_with_two_roles_is_invited_once() -> None:
    """A lead reviewer who is in the review team as well must come, and is not counted twice."""
    both = person("b1", Role.LEAD_REVIEWER, Role.REVIEW_TEAM)
    assert invite(template(must=("lead-reviewer",), expected=("review-team",)), review([both]), Subject("")) == (
        ("b1",),
        (),
    )


def test_essential_people_must_come_only_where_it_says_so() -> None:
    """c2 is essential: at a joint meeting, not at the introduction."""
    made = review(CAST)
    assert invite(template(expected=("case-group",)), made, Subject(""))[0] == ()
    assert invite(template(expected=("case-group",), essential=True), made, Subject(""))[0] == ("c2",)
    other = Subject("fr1", case_group=("c1",))
    assert invite(template(expected=("case-group",), essential=True), made, other) == ((), ("c1",))


@pytest.mark.parametrize(
    ("reviewer", "allowed"),
    [
        (person("t1", agency="Police"), True),
        (person("t1", agency="HEALTH"), False),
        (person("t1", agency=""), True),
        (person("boss", agency="Police"), False),
        (person("t1", Role.REVIEW_TEAM, Role.CASE_GROUP, agency="Police"), False),
        (person("c1", agency="Police"), False),
    ],
    ids=["other agency", "same agency", "no agency", "line manager", "practitioner", "themselves"],
)
def test_who_is_independent(reviewer: Person, allowed: bool) -> None:
    """Of the agency, of the line, of the case."""
    subject = person("c1", Role.CASE_GROUP, agency="Health", line_manager="boss")
    assert independent(reviewer, subject) is allowed


def test_two_without_an_agency_are_not_of_one() -> None:
    """A relative has no agency, nor has a lead reviewer: that is no tie."""
    assert independent(person("l1", Role.LEAD_REVIEWER, agency=""), person("f1", Role.FAMILY, agency=""))


def test_the_panel_leaves_out_who_is_invited() -> None:
    """Whoever must come cannot hold it as well."""
    panel = panel_for(POOL, review(CAST), Subject(""), ["l1"])
    assert panel.pool == ("l2", "t1", "t2", "t3")
    assert panel.leads == {"l2"}
    assert panel.least_leads == 1


@pytest.mark.parametrize(
    ("agencies", "apart"),
    [((), True), (("Health",), False), (("Health", "Police"), True)],
    ids=["not said", "one agency", "two agencies"],
)
def test_auditors_are_kept_apart_in_a_multi_agency_review(agencies: tuple[str, ...], apart: bool) -> None:
    """By the file; where it does not say, by the auditors there are."""
    panel = panel_for(AUDIT, review(CAST), Subject("f1", agencies=agencies), ())
    assert panel.apart == ((frozenset({"a1", "a2"}),) if apart else ())


def test_auditors_of_one_agency_read_together_in_a_single_agency_review() -> None:
    """Where the file does not say and all are of one agency, there is nothing to keep apart."""
    people = [person(id, Role.AUDITOR, agency="Health") for id in ("a1", "a2")]
    assert panel_for(AUDIT, review(people), Subject("f1"), ()).apart == ()
