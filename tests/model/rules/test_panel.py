"""Who holds an activity."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.activities import Panel
from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, conversation, person, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


ONE_DAY: dict[str, Any] = {"days": 1}


def test_a_panel_has_its_size() -> None:
    """Two of three are chosen; of a pool of one, none can be."""
    found = fits(agenda([L1, T1, T2, C1], [conversation("c1", ["l1", "t1", "t2"])], **ONE_DAY))
    assert len(found.booking("conversation:c1").panel) == 2
    (reason,) = does_not_fit(agenda([L1, C1], [conversation("c1", ["l1"])], **ONE_DAY))
    assert "it takes 2 reviewers and only l1 may hold it" in reason


def test_a_panel_has_its_lead_reviewer() -> None:
    """The lead reviewer is free in the afternoon alone: the conversation waits; if never, it is impossible."""
    talk = conversation("c1", ["l1", "t1", "t2"], leads=["l1"])
    people = [L1, T1, T2, C1]
    found = fits(agenda(people, [talk], busy={"l1": span(0, "09:00", "14:00")}, **ONE_DAY))
    assert "l1" in found.booking("conversation:c1").panel
    (reason,) = does_not_fit(agenda(people, [talk], busy={"l1": span(0, "09:00", "15:15")}, **ONE_DAY))
    assert "1 of them a lead reviewer" in reason


def test_a_panel_of_people_apart() -> None:
    """Two auditors of one agency may not share a file; with a third of another agency it fits."""
    apart = (frozenset({"t1", "t2"}),)
    audit = activity("audit:f1", panel=Panel(("t1", "t2"), 2, apart=apart))
    (reason,) = does_not_fit(agenda([T1, T2], [audit], **ONE_DAY))
    assert "of different agencies, and there are none among t1, t2" in reason
    wider = replace(audit, panel=Panel(("t1", "t2", "t3"), 2, apart=apart))
    assert "t3" in fits(agenda([T1, T2, T3], [wider], **ONE_DAY)).booking("audit:f1").panel


def test_a_panel_of_three_is_exact_too() -> None:
    """Larger panels are only counted beforehand; the model still finds the one hour that all three share."""
    busy = {"t1": span(0, "09:00", "12:00"), "t2": span(0, "13:00", "17:00"), "t3": span(0, "09:00", "10:00")}
    talk = activity("a", minutes=60, panel=Panel(("t1", "t2", "t3"), 3))
    found = fits(agenda([T1, T2, T3], [talk], busy=busy, **ONE_DAY))
    assert found.booking("a").start == at(0, "12:00")
    less = busy | {"t3": span(0, "09:00", "10:00") | span(0, "12:30", "13:00")}
    does_not_fit(agenda([T1, T2, T3], [talk], busy=less, **ONE_DAY))
