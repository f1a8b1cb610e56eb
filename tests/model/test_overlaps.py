"""Which activities could ever lie at the same time; where that is ruled out, nobody has to choose between them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Precedence
from ltsched.model.overlaps import Overlaps
from tests.support.agendas import activity, agenda, at, conversation, person, span
from tests.support.solving import does_not_fit, fits, values

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2 = person("t1"), person("t2")
C1 = person("c1", Role.CASE_GROUP, agency="school")
PEOPLE = [L1, L2, T1, T2, C1]
A, B = activity("a", must=("l1",), expected=("t1",)), activity("b", must=("l2",), expected=("t1",))
TALK = conversation("c1", ["l1", "t1"], leads=["l1"])


def possible(one: Activity, other: Activity, *rules: Precedence) -> bool:
    plan: Agenda = agenda(PEOPLE, [one, other], precedences=rules, days=1)
    forth, back = Overlaps.of(plan).possible(one, other), Overlaps.of(plan).possible(other, one)
    assert forth == back
    return forth


def test_two_that_share_nobody_who_must_may_overlap() -> None:
    """Somebody expected at both is no reason."""
    assert possible(A, B)


def test_two_that_share_somebody_who_must_come_may_not() -> None:
    """One person, one place."""
    assert not possible(A, activity("b", must=("l1",)))


def test_two_in_order_may_not_at_any_distance() -> None:
    """a before x before b."""
    x = activity("x", must=("t2",))
    rules = [Precedence("a", "x"), Precedence("x", "b")]
    overlaps = Overlaps.of(agenda(PEOPLE, [A, B, x], precedences=rules, days=1))
    assert not overlaps.possible(A, B)
    assert overlaps.after["a"] == {"x", "b"}


def test_a_conversation_whose_lead_must_be_elsewhere_may_not() -> None:
    """If the only lead reviewer of its pool, or too many of its pool, must be at the meeting."""
    assert not possible(TALK, A)
    assert possible(TALK, B)
    two = activity("d", panel=Panel(("t1", "t2"), 2))
    assert not possible(two, activity("e", must=("t1",)))
    assert possible(two, activity("e", must=("l1",)))


def test_the_gap_of_a_conversation_may_meet_what_follows_it() -> None:
    """The order keeps them apart, and somebody who must be at both: neither keeps the second out of the gap."""
    after = Precedence(TALK.id, "b")
    assert possible(TALK, B, after)
    assert not possible(replace(TALK, gap_minutes=0), B, after)
    assert not possible(TALK, A, Precedence(TALK.id, "a")), "the lead reviewer who held it must be there"
    assert not possible(TALK, B, Precedence("b", TALK.id)), "a meeting has no gap"
    assert possible(TALK, activity("d", must=("c1",), expected=("t1",)))


def test_who_takes_part() -> None:
    """Invited, or in the pool."""
    assert TALK.concerns("c1")
    assert TALK.concerns("t1")
    assert not TALK.concerns("t2")


def test_rules_that_go_round_are_followed_once() -> None:
    """No hang."""
    rules = [Precedence("a", "b"), Precedence("b", "a")]
    assert not Overlaps.of(agenda(PEOPLE, [A, B], precedences=rules, days=1)).possible(A, B)


@pytest.mark.parametrize(("until", "possible"), [("13:30", True), ("13:00", False)])
def test_who_is_expected_right_after_a_conversation_needs_its_gap(until: str, possible: bool) -> None:
    """The meeting must follow the conversation, and the one who held it is needed for the quorum: not in the gap."""
    meeting = activity("m", must=("l2",), expected=("t1",), quorum=2)
    busy = {"l1": span(0, "11:00", "17:00"), "l2": span(0, until, "17:00")}
    plan = agenda(PEOPLE, [TALK, meeting], busy=busy, precedences=[Precedence(TALK.id, "m")], days=1)
    if possible:
        assert fits(plan).booking("m").start == at(0, "11:30")
    else:
        does_not_fit(plan)


def test_who_is_in_the_gap_of_a_conversation_misses_the_meeting_that_follows() -> None:
    """Without a quorum the meeting goes ahead at once where there is no other time, and one is missed."""
    meeting = activity("m", must=("l2",), expected=("t1",))
    busy = {"l1": span(0, "11:00", "17:00"), "l2": span(0, "13:00", "17:00")}
    plan = agenda(PEOPLE, [TALK, meeting], busy=busy, precedences=[Precedence(TALK.id, "m")], days=1)
    found = fits(plan)
    assert found.booking("m").missing == ("t1",)
    assert values(found)["missed attendance"] == 1


def test_the_last_meeting_is_one_of_the_critical_path_of_the_whole_review() -> None:
    """A relaxation that has left it out has none: what is off the path says nothing of the report."""
    off = conversation("c1", ["l1", "t1"], off_critical_path=True)
    overlaps = Overlaps.of(agenda(PEOPLE, [A, off], days=1))
    assert overlaps.last_ones([A, off]) == [A]
    assert overlaps.last_ones([off]) == []
    assert Overlaps.of(agenda(PEOPLE, [off], days=1)).last_ones([off]) == [off]
