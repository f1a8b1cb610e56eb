"""Today on the agenda: nothing before tomorrow, notice from today once the review has begun, the past as it was."""

from __future__ import annotations

from datetime import timedelta

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.timetable import Booking
from ltsched.options.expand import expand
from tests.support.agendas import MONDAY, at, day, room
from tests.support.reading import expanded
from tests.support.small_reviews import small_review

NOTICE = {"joint-meeting-notice-working-days": 10, "conversation-notice-working-days": 5}


def firsts(plan: Agenda) -> dict[str, int]:
    """Return for each activity the number of its first day, counted from `MONDAY`."""
    return {activity.id: (activity.first - MONDAY).days for activity in plan.activities}


def held(id: str, number: int, *attendees: str, **more: object) -> Booking:
    start = at(number, "10:00")
    end = start + timedelta(hours=1)
    return Booking(id, Kind(id.partition(":")[0]), "As it was", start, end, attendees=attendees, **more)  # type: ignore[arg-type]  # passed through


@pytest.mark.parametrize("today", [None, -100, -1])
def test_before_the_review_begins_today_changes_nothing(today: int | None) -> None:
    """Neither window, nor notice, nor anybody's time: the day after is no later than that of commissioning."""
    plain = expanded("full")
    asked = expanded("full", today=None if today is None else day(today))
    assert firsts(asked) == firsts(plain)
    assert asked.availability == plain.availability


def test_nothing_lies_before_tomorrow() -> None:
    """On the day of commissioning, too; and nobody is free before."""
    plan = expand(small_review(today=day(8), numbers={"lead-in-weeks": 1}))
    assert set(firsts(plan).values()) == {9}
    first = min(start for one in plan.availability.values() for start, _ in one.free.moments(plan.review.timezone))
    assert first.date() == day(9)
    assert set(firsts(expand(small_review(today=MONDAY))).values()) == {1}


def test_the_lead_in_counts_from_commissioning_all_the_same() -> None:
    """A review whose lead-in is not over yet waits for its end, except for what may lie in it."""
    found = firsts(expand(small_review(today=day(3), numbers={"lead-in-weeks": 2})))
    assert (found["set-up"], found["event"]) == (4, 14)


def test_notice_counts_from_the_later_of_commissioning_and_today() -> None:
    """Ten working days from Monday the first are Monday the 15th; from Thursday the fourth, Thursday the 18th."""
    asked = [firsts(expand(small_review(numbers=NOTICE, today=today)))["event"] for today in (None, day(-20), day(3))]
    assert asked == [14, 14, 17]


def test_the_even_positions_stay_where_they_are() -> None:
    """What is over has its place in the span; nothing is pressed together into what is left of it."""
    assert expanded("full", today=day(90)).shape == expanded("full").shape


def test_what_is_over_is_as_it_was() -> None:
    """Whoever came must come, whoever was missing is missing; whatever the option says today."""
    booking = held("set-up", 1, "t1", "t2", missing=("l1",), room="r1")
    plan = expanded("full", over=(booking,), today=day(2), rooms=(room("r1"),))
    one = plan.activity("set-up")
    assert (one.must, one.expected, one.quorum, one.minutes, one.title) == (("t1", "t2"), ("l1",), 0, 60, "As it was")
    assert (one.room, one.panel, one.first <= day(1) < one.end) == (RoomNeed.NONE, None, True)
    assert dict(plan.over) == {"set-up": booking}


def test_a_conversation_that_is_over_keeps_its_reviewers() -> None:
    """They are its panel, whoever else might have been."""
    plan = expanded("full", over=(held("conversation:c1", 1, "c1", "t1", "l2", panel=("t1", "l2")),), today=day(2))
    one = plan.activity("conversation:c1")
    assert one.panel is not None
    assert (one.must, one.panel.size, one.panel.least_leads) == (("c1",), 2, 0)
    assert one.panel.leads == {"l1", "l2"}
    assert {"t1", "l2"} <= set(one.panel.pool)
    assert all("conversation:c1" not in load.activities for load in plan.daily_loads)
    assert any("conversation:c2" in load.activities for load in plan.daily_loads)


def test_what_was_held_and_is_not_on_the_agenda_any_more_stays() -> None:
    """It has no part in the order or the shape of what is still to come."""
    plan = expanded("focused", over=(held("conversation:c1", 1, "c1", "t1", panel=("t1",)),), today=day(2))
    assert plan.activity("conversation:c1").must == ("c1",)
    assert all("conversation:c1" not in (rule.before, rule.after) for rule in plan.precedences)


def test_an_order_before_what_is_over_asks_for_nothing() -> None:
    """Nothing can come before it any more; what comes after it has to keep it."""
    before = expanded("full").precedences
    assert any((rule.before, rule.after) == ("set-up", "introduction") for rule in before)
    both = expanded("full", over=(held("introduction", 1, "l1"), held("set-up", 2, "l1")), today=day(3)).precedences
    one = expanded("full", over=(held("introduction", 1, "l1"),), today=day(3)).precedences
    assert not any((rule.before, rule.after) == ("set-up", "introduction") for rule in both)
    assert not any(rule.after == "introduction" for rule in one)
    assert [rule for rule in before if rule.after != "introduction"] == list(one)


def test_what_is_optional_and_over_is_not_left_out() -> None:
    """A findings meeting that was held was held, whether it fits the deadline or not."""
    over = (held("findings-meeting", 1, "l1"),)
    review = expanded("speed-plus", over=over, today=day(3)).review
    assert expand(review).optional == ()
    assert expand(review, hold_optional=False).activity("findings-meeting").must == ("l1",)


def test_it_is_told() -> None:
    """That the day is made up, first; and what stays as it is."""
    plan = expanded("full", over=(held("set-up", 1, "l1"),), today=day(2), rehearsal=True)
    told = [str(notice) for notice in plan.notices[:2]]
    assert told[0].startswith("REHEARSAL: as if today were Wed 3 Mar 2027")
    assert told[1] == "1 booking lies on or before Wed 3 Mar 2027 and stays as planned: set-up"
    assert not any("REHEARSAL" in str(notice) for notice in expanded("full", today=day(2)).notices)
