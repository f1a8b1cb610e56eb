"""Nothing is planned before tomorrow, and what is over has stayed as it was: each way to break that is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import DailyLoad, Precedence
from ltsched.domain.timetable import Booking, Timetable
from ltsched.options.over import as_it_was
from ltsched.verify import verify
from tests.support.agendas import at, changed, day, moved, retold, span
from tests.support.sample import FIRST, JOINT, SECOND, SET_UP, drop, good, named, plan_with, set_panel


def over(found: Timetable, *ids: str) -> tuple[Booking, ...]:
    return tuple(booking for booking in found.bookings if booking.activity in ids)


def as_of(number: int, *ids: str, **more: Any) -> tuple[Agenda, Timetable]:
    """Return the sample on a day, with these of its bookings over, and the timetable as it is planned then."""
    plan = plan_with(**more)
    found = good(plan)
    return on(plan, found, number, *ids)


def on(plan: Agenda, found: Timetable, number: int, *ids: str) -> tuple[Agenda, Timetable]:
    review = replace(plan.review, today=day(number), over=over(found, *ids))
    past = replace(plan, review=review).over
    activities = tuple(as_it_was(one, past[one.id], review) if one.id in past else one for one in plan.activities)
    plan = replace(plan, review=review, activities=activities)
    return plan, retold(plan, replace(found, today=day(number)))


def test_what_is_over_as_it_was_is_sound() -> None:
    """On the evening of the second day, with all that lies on it or before as it was."""
    assert verify(*as_of(1, SET_UP, FIRST)) == ()


Mutation = Callable[[Timetable], Timetable]
CHANGES: dict[str, Mutation] = {
    "moved within the past": lambda found: moved(found, FIRST, at(1, "13:00")),
    "moved out of the past": lambda found: moved(found, FIRST, at(2, "13:00")),
    "moved to another day of the past": lambda found: moved(found, FIRST, at(0, "13:00")),
    "another room": lambda found: changed(found, FIRST, room="large"),
    "no room": lambda found: changed(found, FIRST, room=None),
    "another title": lambda found: changed(found, FIRST, title="Talk"),
    "somebody less": lambda found: drop(found, SET_UP, "t3"),
    "other reviewers": lambda found: changed(found, FIRST, panel=("l2", "t1"), attendees=("c1", "l2", "t1")),
    "longer": lambda found: changed(found, FIRST, end=at(1, "13:00")),
}


@pytest.mark.parametrize("mutate", CHANGES.values(), ids=CHANGES)
def test_whatever_is_changed_in_the_past_is_named(mutate: Mutation) -> None:
    """Time, day, room, title and people: none of it is as it was."""
    plan, found = as_of(1, SET_UP, FIRST)
    assert "over" in {violation.rule for violation in verify(plan, mutate(found))}


@pytest.mark.parametrize(("number", "clock"), [(2, "10:00"), (1, "13:30"), (0, "14:00")])
def test_nothing_is_planned_before_tomorrow(number: int, clock: str) -> None:
    """Neither today nor before: the second conversation was not there, and now lies before the third day is over."""
    plan, found = as_of(2, SET_UP, FIRST)
    assert ("before tomorrow", (SECOND,)) in named(plan, moved(found, SECOND, at(number, clock)))
    assert not any(rule == "before tomorrow" for rule, _ in named(plan, moved(found, SECOND, at(3, clock))))


def test_what_was_over_and_is_gone_is_named() -> None:
    """It is not booked, then; nor does anything pass that was never there."""
    plan, found = as_of(1, SET_UP, FIRST)
    gone = replace(found, bookings=tuple(one for one in found.bookings if one.activity != FIRST))
    assert ("not booked", (FIRST,)) in named(plan, gone)
    strange = replace(plan, review=replace(plan.review, over=()))
    assert {("before tomorrow", (SET_UP,)), ("before tomorrow", (FIRST,))} <= set(named(strange, found))


def test_the_day_is_that_of_the_review() -> None:
    """A timetable of another day, or of a rehearsal that is none, says of itself what is not so."""
    plan, found = as_of(1, SET_UP, FIRST)
    for wrong in (replace(found, today=day(2)), replace(found, today=None), replace(found, rehearsal=True)):
        assert named(plan, wrong) == [("today", ())]


def test_a_diary_that_has_changed_since_does_not_matter() -> None:
    """Nor does leave, a room that is busy now, or a bank holiday that was moved; tomorrow it matters again."""
    taken = {
        "busy": {"c1": span(1, "09:00", "17:00"), "small": span(1, "09:00", "17:00"), "t4": span(14, "09:00", "17:00")}
    }
    plan, found = as_of(1, SET_UP, FIRST, **taken, holidays=[day(1), day(18)])
    assert verify(plan, found) == ()
    plan, found = as_of(0, SET_UP, **taken, holidays=[day(1), day(18)])
    assert {"diary", "bank holiday"} <= {rule for rule, _ in named(plan, found)}


def test_somebody_who_missed_it_could_come_now() -> None:
    """Nobody was left out: they were missing."""
    plan = plan_with()
    found = drop(good(plan), SET_UP, "t3")
    plan, found = on(plan, found, 0, SET_UP)
    assert verify(plan, found) == ()


def test_no_rule_is_broken_by_the_past_alone() -> None:
    """An order that was not kept then; but what is still to come keeps its order with it."""
    plan, found = as_of(1, SET_UP, FIRST, precedences=[Precedence(FIRST, SET_UP), Precedence(FIRST, JOINT, 2, 20)])
    assert verify(plan, found) == ()
    plan, found = as_of(1, SET_UP, FIRST, precedences=[Precedence(SECOND, FIRST)])
    assert [rule for rule, _ in named(plan, found)] == ["precedence"]


def test_a_limit_of_a_day_in_the_past_does_not_matter() -> None:
    """Two conversations on one day, where one is the most: they were held."""
    plan = plan_with(daily_loads=[DailyLoad((FIRST, SECOND), 1)])
    found = moved(set_panel(plan, good(plan), SECOND, "l1", "t1"), SECOND, at(1, "14:00"))
    assert verify(*on(plan, retold(plan, found), 1, SET_UP, FIRST, SECOND)) == ()
    assert "daily load" in {rule for rule, _ in named(*on(plan, retold(plan, found), 0, SET_UP))}
