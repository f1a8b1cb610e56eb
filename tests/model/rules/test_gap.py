"""The gap after a conversation."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.people import Role
from tests.support.agendas import activity, agenda, at, conversation, day, person, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


T1, T2, T3 = (person(id) for id in ("t1", "t2", "t3"))


C1, C2 = (person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2"))


ONE_DAY: dict[str, Any] = {"days": 1}


@pytest.mark.parametrize("gap_minutes", [0, 30, 60])
def test_the_gap_after_a_conversation_is_kept(gap_minutes: int) -> None:
    """The same two hold both conversations of a day: the second starts no sooner than the gap allows."""
    talks = [conversation(id, ["l1", "t1"], gap_minutes=gap_minutes) for id in ("c1", "c2")]
    found = fits(agenda([L1, T1, C1, C2], talks, **ONE_DAY))
    first, second = found.bookings
    assert (second.start - first.end).total_seconds() >= 60 * gap_minutes


@pytest.mark.parametrize(("until", "possible"), [("13:30", True), ("13:29", False)])
def test_the_gap_decides_whether_two_fit(until: str, possible: bool) -> None:
    """Two hours, half an hour, two hours: nine to half past one is enough; a minute less is not."""
    talks = [conversation(id, ["l1", "t1"]) for id in ("c1", "c2")]
    plan = agenda([L1, T1, C1, C2], talks, busy={"l1": span(0, until, "17:00")}, **ONE_DAY)
    assert fits(plan) if possible else does_not_fit(plan)


def test_the_gap_may_lie_in_other_time_and_after_hours() -> None:
    """The gap is free of this review's bookings, and of nothing else: a court hearing may fill it."""
    talks = [conversation(id, ["l1", "t1"]) for id in ("c1", "c2")]
    busy = {"l1": span(0, "11:00", "11:30") | span(0, "13:30", "17:00")}
    found = fits(agenda([L1, T1, C1, C2], talks, busy=busy, **ONE_DAY))
    assert [booking.start for booking in found.bookings] == [at(0, "09:00"), at(0, "11:30")]


def test_the_gap_of_the_evening_does_not_reach_the_morning() -> None:
    """A conversation that ends with the day leaves the next morning alone."""
    talks = [conversation(id, ["l1", "t1"], gap_minutes=480) for id in ("c1", "c2")]
    late = {"c1": span(0, "09:00", "15:00") | span(1, "00:00", "23:59"), "c2": span(0, "00:00", "23:59")}
    found = fits(agenda([L1, T1, C1, C2], talks, busy=late, days=2))
    assert [booking.start.date() for booking in found.bookings] == [day(0), day(1)]


def test_a_meeting_keeps_out_of_the_gap_too() -> None:
    """A meeting of somebody who has just held a conversation waits for the end of the gap."""
    talk = conversation("c1", ["l1", "t1"])
    busy = {"c1": span(0, "11:00", "17:00"), "l1": span(0, "13:00", "17:00")}
    does_not_fit(agenda([L1, T1, C1], [talk, activity("a", must=("l1",))], busy=busy, **ONE_DAY))
    shorter = activity("a", minutes=90, must=("l1",))
    assert fits(agenda([L1, T1, C1], [talk, shorter], busy=busy, **ONE_DAY)).booking("a").start == at(0, "11:30")
