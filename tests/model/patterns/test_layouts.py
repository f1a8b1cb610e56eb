"""The ways to lay the meetings of a day: apart, in their order, and none missing in between."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.people import Role
from ltsched.domain.rules import Precedence
from ltsched.model.overlaps import Overlaps
from ltsched.model.patterns.layouts import TooManyLayouts, layouts_by_day, meetings_in_order
from tests.support.agendas import activity, agenda, at, person
from tests.support.solving import candidates_of

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency=""), person("t1")]
HALF_DAY = 240


def meeting(id: str, *must: str, minutes: int = HALF_DAY) -> Activity:
    """Return a meeting of half a day, of l1 if nobody else must come."""
    return activity(id, must=must or ("l1",), minutes=minutes)


def laid(*made: Activity, most: int = 10_000, days: int = 1, **more: Any) -> list[dict[str, int]]:
    """Return the layouts of the first day, each meeting with the half hour in which it starts."""
    plan = agenda(PEOPLE, made, days=days, **more)
    free, candidates = candidates_of(plan)
    slots_a_day = free.grid.slots_a_day
    ordered = meetings_in_order(plan, Overlaps.of(plan), list(candidates.values()))
    found = layouts_by_day(ordered, slots_a_day, most)
    assert list(found) == list(range(days))
    return [{one.id: start // 2 for one, start in layout} for layout in found[0]]


def test_somebody_who_must_come_to_both_keeps_them_apart() -> None:
    """Half a day each, from nine to five: one after the other, or one of nine starts of one alone, or none."""
    found = laid(meeting("a"), meeting("b"))
    assert {} in found
    assert [each for each in found if len(each) == 2] == [{"a": 0, "b": 8}, {"a": 8, "b": 0}]
    assert len(found) == 1 + 9 + 9 + 2


def test_meetings_without_anybody_in_common_may_overlap() -> None:
    """All of nine by nine starts."""
    assert len([each for each in laid(meeting("a"), meeting("b", "l2")) if len(each) == 2]) == 81


def test_the_order_keeps_them_apart_whoever_comes() -> None:
    """The second starts when the first has ended; with a day between them they share none."""
    made = meeting("b", "l2"), meeting("a")
    both = [each for each in laid(*made, days=2, precedences=[Precedence("a", "b")]) if len(each) == 2]
    assert both == [{"a": 0, "b": 8}]
    assert not [each for each in laid(*made, days=2, precedences=[Precedence("a", "b", 1)]) if len(each) == 2]


def test_what_must_come_between_two_is_there() -> None:
    """Never the first and the last without the one between them; two neighbours may be."""
    made = [meeting(id, minutes=60) for id in ("a", "b", "c")]
    order = [Precedence("a", "b"), Precedence("b", "c")]
    found = {frozenset(each) for each in laid(*made, days=3, precedences=order)}
    assert found == {frozenset(each) for each in ("", "a", "b", "c", "ab", "bc", "abc")}


def test_two_that_people_have_agreed_on_stand_as_they_are() -> None:
    """They overlap though one person must come to both."""
    made = [replace(meeting(id), agreed=at(0, clock)) for id, clock in (("a", "09:00"), ("b", "10:00"))]
    assert {"a": 0, "b": 2} in laid(*made)


def test_there_may_be_too_many() -> None:
    """Then none is returned: a part of them would be no relaxation."""
    with pytest.raises(TooManyLayouts):
        laid(meeting("a"), meeting("b"), most=20)
    assert len(laid(meeting("a"), meeting("b"), most=21)) == 21
