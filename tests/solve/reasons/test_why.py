"""The reasons that planning gives before it solves anything: each names the activity, the people and the numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope
from ltsched.domain.spans import Spans
from tests.support.agendas import activity, agenda, conversation, day, hold, person, room, span
from tests.support.solving import does_not_fit, plan_agenda

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))
C1 = person("c1", Role.CASE_GROUP, agency="school")
EVERYBODY = [L1, L2, T1, T2, T3, C1]


def reason(one: Activity, **more: Any) -> str:
    """Return the only reason why an agenda of one activity is impossible."""
    plan: Agenda = agenda(EVERYBODY, [one], **{"days": 5, **more})
    (text,) = does_not_fit(plan)
    return text


def test_no_day_at_all() -> None:
    """A window that ends before it begins, and one of a weekend."""
    assert reason(activity("a", must=("l1",), first=day(3), end=day(3))).startswith(
        "a has no time: no working day lies"
    )
    weekend = activity("a", must=("l1",), first=day(5), end=day(7))
    assert "from 2027-03-06 until before 2027-03-08" in reason(weekend, days=7)


def test_a_hold_on_every_day() -> None:
    """Said to be so because of holds."""
    held = activity("a", must=("l1",), held=frozenset(day(number) for number in range(7)))
    assert "(holds considered)" in reason(held)


def test_nobody_comes() -> None:
    """An activity that nobody of the review comes to."""
    assert reason(activity("a")) == "a has no time: nobody of the review comes to it"


def test_only_those_who_block_are_named() -> None:
    """Of three who must come, the two whose diaries together leave no time; or the one, if one is enough."""
    three = activity("a", must=("l1", "l2", "t1"), end=day(1))
    both = {"l1": span(0, "09:00", "13:00"), "t1": span(0, "12:00", "17:00"), "l2": span(0, "09:00", "09:30")}
    assert "the diaries of l1 and t1 leave no 120 minutes" in reason(three, busy=both)
    one = {"l2": span(0, "10:00", "16:00")}
    assert "the diaries of l2 leave no 120 minutes" in reason(three, busy=one)


def test_the_one_who_talks_is_away() -> None:
    """The practitioner's own diary is the reason."""
    away = Spans.of([span(number, "00:00", "23:59").pairs[0] for number in range(5)])
    text = reason(conversation("c1", ["l1", "t1"]), busy={"c1": away})
    assert text.startswith("conversation:c1 has no time: the diaries of c1 leave no 120 minutes")


def test_too_few_are_independent() -> None:
    """The pool is too small, has no lead reviewer, or nobody at all."""
    talk = conversation("c1", ["t1"])
    assert "it takes 2 reviewers and only t1 may hold it" in reason(talk)
    no_lead = replace(talk, panel=Panel(("t1", "t2"), 2, frozenset(), 1))
    assert "it takes 2 reviewers, 1 of them a lead reviewer, and only t1, t2 may hold it" in reason(no_lead)
    assert "it takes 2 reviewers and nobody may hold it" in reason(replace(talk, panel=Panel((), 2)))


def test_the_reviewers_are_never_free_together() -> None:
    """Each has time, not both at once."""
    busy = {"l1": span(0, "09:00", "13:00"), "t1": span(0, "13:00", "17:00")}
    text = reason(conversation("c1", ["l1", "t1"], end=day(1)), busy=busy)
    assert "it takes 2 reviewers who are free together with c1; the diaries of c1, l1, t1 leave no 120 minutes" in text


def test_the_quorum_is_told_in_numbers() -> None:
    """How many are asked for, of how many, and how many there can be."""
    meeting = activity("a", must=("l1",), expected=("t1", "t2", "t3"), quorum=4, end=day(1))
    busy = {"t1": span(0, "09:00", "13:00"), "t2": span(0, "13:00", "17:00")}
    assert "its quorum is 4 of 4, and at most 3 are free together" in reason(meeting, busy=busy)


def test_the_rooms_are_too_small_or_taken() -> None:
    """Said of the rooms, not of the people."""
    meeting = activity("a", must=("l1", "l2"), room=RoomNeed.NEEDED, end=day(1))
    assert "the rooms are too small" in reason(meeting, rooms=[room("r1", 1)])
    taken = {"r1": span(0, "00:00", "23:59")}
    assert "what is large enough (r1) is busy" in reason(meeting, rooms=[room("r1")], busy=taken)


def test_every_activity_without_time_is_named() -> None:
    """Two reasons for two."""
    ones = [activity(id, must=(lead,), end=day(1)) for id, lead in (("a", "l1"), ("b", "l2"), ("c", "t1"))]
    away = span(0, "00:00", "23:59")
    reasons = does_not_fit(agenda(EVERYBODY, ones, busy={"l1": away, "l2": away}, days=5))
    assert [text.partition(" ")[0] for text in reasons] == ["a", "b"]


def test_an_open_ended_hold_comes_before_everything() -> None:
    """Whatever else is wrong follows from it."""
    holds = [hold(HoldScope.REVIEW, day(0), None)]
    text = reason(activity("a", must=("l1",), first=day(3), end=day(3)), holds=holds)
    assert "has no end: nothing can be planned until it gets one" in text


def as_data(one: Activity, **more: Any) -> tuple[Any, ...]:
    """Return rule, ids, dates and numbers of the only reason why an agenda of one activity is impossible."""
    result = plan_agenda(agenda(EVERYBODY, [one], **{"days": 5, **more}))
    (found,) = result.reasons
    return found.rule, found.ids, found.dates, found.numbers


ONE_DAY = (day(0), day(1))
AWAY = span(0, "00:00", "23:59")


@pytest.mark.parametrize(
    ("one", "more", "expected"),
    [
        (activity("a", must=("l1",), first=day(5), end=day(7)), {"days": 7}, ("window", ("a",), (day(5), day(7)), {})),
        (activity("a", must=("l1",), first=day(3), end=day(3)), {}, ("window", ("a",), (), {})),
        (activity("a", end=day(1)), {}, ("must attend", ("a",), ONE_DAY, {})),
        (
            activity("a", must=("l1", "l2"), end=day(1)),
            {"busy": {"l2": AWAY}},
            ("diary", ("a", "l2"), ONE_DAY, {"minutes": 120}),
        ),
        (
            conversation("c1", ["t1"], end=day(1)),
            {},
            ("panel", ("conversation:c1", "t1"), ONE_DAY, {"needed": 2, "minutes": 120}),
        ),
        (
            activity("a", must=("l1",), expected=("t1", "t2"), quorum=3, end=day(1)),
            {"busy": {"t1": AWAY}},
            ("quorum", ("a",), ONE_DAY, {"quorum": 3, "invited": 3, "possible": 2}),
        ),
        (
            activity("a", must=("l1", "l2"), room=RoomNeed.NEEDED, end=day(1)),
            {"rooms": [room("r1", 1), room("r2", 2)], "busy": {"r2": AWAY}},
            ("room", ("a", "r2"), ONE_DAY, {"needed": 2}),
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_a_reason_is_data(one: Activity, more: dict[str, Any], expected: tuple[Any, ...]) -> None:
    """Its rule, whom it is about, the days half-open, and its numbers; no days where none are left."""
    assert as_data(one, **more) == expected


def test_a_reason_has_what_would_help() -> None:
    """The file and the key; nothing where no one thing is to blame."""
    holds = [hold(HoldScope.REVIEW, day(0), None)]
    one = activity("a", must=("l1",))
    (found,) = plan_agenda(agenda(EVERYBODY, [one], days=5, holds=holds)).reasons
    assert found.cure is not None
    assert (found.rule, found.dates) == ("hold", (day(0),))
    assert (found.cure.file, found.cure.keys) == ("review.toml", ("hold.until",))
    (other,) = plan_agenda(agenda(EVERYBODY, [activity("a")], days=5)).reasons
    assert other.cure is None
