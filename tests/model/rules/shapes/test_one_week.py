"""Everything in one week."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, OneWeek, Shape
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person
from tests.support.solving import does_not_fit, fits, values

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("c1", Role.CASE_GROUP)]


def meeting(id: str, first: int = 0, end: int = 60, minutes: int = 120) -> Activity:
    """Return a meeting of the lead reviewer that may lie in the days ``[first, end)``."""
    return activity(id, must=("l1",), first=day(first), end=day(end), minutes=minutes)


def shaped(shape: Shape, *windows: tuple[int, int], days: int = 28, **more: Any) -> Agenda:
    """Return an agenda of meetings a, b, c … with these windows."""
    made = [meeting(id, *window) for id, window in zip("abcdef", windows, strict=False)]
    return agenda(PEOPLE, made, shape=shape, days=days, **more)


def test_a_block_may_lie_over_a_weekend_and_a_holiday() -> None:
    """Only working days count: Thursday to Tuesday are three if Monday is a bank holiday."""
    plan = shaped(Blocks(("a", "b"), (), 3, 0, 0), (3, 4), (8, 9), holidays=[day(7)])
    assert values(fits(plan))["shape"] == 3
    does_not_fit(shaped(Blocks(("a", "b"), (), 3, 0, 0), (3, 4), (8, 9)))


@pytest.mark.parametrize(("second", "possible"), [((4, 5), True), ((7, 8), False)])
def test_one_week_is_monday_to_friday(second: tuple[int, int], possible: bool) -> None:
    """Monday and Friday of one week; not Monday and the next."""
    plan = shaped(OneWeek(("a", "b"), MONDAY), (0, 1), second)
    assert fits(plan) if possible else does_not_fit(plan)


def test_the_earliest_week_is_best() -> None:
    """A meeting that cannot be before the third week takes the other with it: two weeks have passed."""
    found = fits(shaped(OneWeek(("a", "b"), MONDAY), (0, 60), (16, 60)))
    assert values(found)["shape"] == 2
    assert {booking.day.isocalendar().week for booking in found.bookings} == {11}


def test_no_week_before_the_first_monday() -> None:
    """Whatever lies there: the conversation has to wait."""
    talk = conversation("c1", ["l1", "t1"])
    plan = agenda(PEOPLE, [talk], shape=OneWeek((talk.id,), day(7)), days=12)
    assert fits(plan).booking(talk.id).day >= day(7)
    does_not_fit(agenda(PEOPLE, [talk], shape=OneWeek((talk.id,), day(7)), days=6))


def test_what_is_not_in_the_week_may_lie_outside() -> None:
    """Only those that the shape is about have to share the week."""
    assert fits(shaped(OneWeek(("a",), MONDAY), (0, 1), (16, 17)))
