"""How many come at least."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, conversation, person, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


ONE_DAY: dict[str, Any] = {"days": 1}


def test_a_quorum_counts_each_guest_once() -> None:
    """If both meetings need the guest who can only be at one, nothing fits; an hour more for one lead, and it does."""
    both = [activity(id, must=(lead,), expected=("t1",), quorum=2) for id, lead in (("a", "l1"), ("b", "l2"))]
    busy = {id: span(0, "11:00", "17:00") for id in ("l1", "l2")}
    does_not_fit(agenda([L1, L2, T1], both, busy=busy, **ONE_DAY))
    busy["l2"] = span(0, "13:00", "17:00")
    found = fits(agenda([L1, L2, T1], both, busy=busy, **ONE_DAY))
    assert found.booking("b").start == at(0, "11:00")


def test_a_quorum_that_is_exactly_reached_is_enough() -> None:
    """Three of four are free together on one afternoon alone; a quorum of three takes it, and names the fourth."""
    meeting = activity("a", minutes=240, must=("l1",), expected=("t1", "t2", "t3"), quorum=3)
    busy = {"t1": span(0, "09:00", "13:00"), "t2": span(0, "13:00", "17:00"), "t3": span(0, "10:00", "12:00")}
    found = fits(agenda([L1, T1, T2, T3], [meeting], busy=busy, **ONE_DAY))
    assert found.booking("a").start == at(0, "13:00")
    assert found.booking("a").missing == ("t2",)


def test_a_quorum_one_short_is_impossible() -> None:
    """The same people and a quorum of four: the reason gives the count."""
    meeting = activity("a", minutes=240, must=("l1",), expected=("t1", "t2", "t3"), quorum=4)
    busy = {"t1": span(0, "09:00", "13:00"), "t2": span(0, "13:00", "17:00"), "t3": span(0, "10:00", "12:00")}
    (reason,) = does_not_fit(agenda([L1, T1, T2, T3], [meeting], busy=busy, **ONE_DAY))
    assert "its quorum is 4 of 4, and at most 3 are free together" in reason


def test_a_quorum_of_sure_and_unsure_guests() -> None:
    """Guests who may hold a conversation meanwhile count only if they do not: the conversation gives way."""
    people = [L1, L2, T1, T2, C1]
    talk = conversation("c1", ["l2", "t1"], leads=["l2"], gap_minutes=0)
    meeting = activity("a", must=("l1",), expected=("t1", "t2"), quorum=3)
    # The meeting can only be at nine; so could the conversation, but for the quorum.
    busy = {"l1": span(0, "11:00", "17:00"), "l2": span(0, "13:00", "17:00")}
    found = fits(agenda(people, [talk, meeting], busy=busy, **ONE_DAY))
    assert found.booking("a").missing == ()
    assert found.booking("conversation:c1").start == at(0, "11:00")
    busy["l2"] = span(0, "11:00", "17:00")
    does_not_fit(agenda(people, [talk, meeting], busy=busy, **ONE_DAY))
    relaxed = replace(meeting, quorum=2)
    assert fits(agenda(people, [talk, relaxed], busy=busy, **ONE_DAY)).booking("a").missing == ("t1",)
