"""Meetings lie evenly."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Shape, Spread
from tests.support.agendas import activity, agenda, day, person
from tests.support.solving import does_not_fit, fits, values

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("c1", Role.CASE_GROUP)]


WORKED = tuple(day(n) for n in range(28) if day(n).weekday() < 5)


def meeting(id: str, first: int = 0, end: int = 60, minutes: int = 120) -> Activity:
    """Return a meeting of the lead reviewer that may lie in the days ``[first, end)``."""
    return activity(id, must=("l1",), first=day(first), end=day(end), minutes=minutes)


def shaped(shape: Shape, *windows: tuple[int, int], days: int = 28, **more: Any) -> Agenda:
    """Return an agenda of meetings a, b, c … with these windows."""
    made = [meeting(id, *window) for id, window in zip("abcdef", windows, strict=False)]
    return agenda(PEOPLE, made, shape=shape, days=days, **more)


@pytest.mark.parametrize(("tolerance", "possible"), [(3, True), (2, False)])
def test_a_spread_keeps_its_tolerance(tolerance: int, possible: bool) -> None:
    """A meeting that can only be three working days from its even position."""
    plan = shaped(Spread(("a",), (5,), tolerance, WORKED), (2, 3))
    if possible:
        assert (values(fits(plan))["shape"], values(fits(plan))["evenness"]) == (0, 3)
    else:
        (reason,) = does_not_fit(plan)
        assert "a has no time: no working day lies" in reason
        assert "its even position, give or take 2 working days" in reason


def test_a_spread_is_as_even_as_it_can_be() -> None:
    """The middle one can only be early: the others follow it, until the gaps are equal."""
    found = fits(shaped(Spread(("a", "b", "c"), (2, 8, 14), 3, WORKED), (0, 60), (0, 9), (0, 60)))
    assert values(found)["shape"] == 0
    gaps = [WORKED.index(found.booking(id).day) for id in "abc"]
    assert gaps[1] - gaps[0] == gaps[2] - gaps[1]


def test_a_spread_counts_the_days_that_are_not_held() -> None:
    """Held days are not among those that positions are counted in: the sixth day lies a week later."""
    unheld = tuple(each for each in WORKED if not day(4) <= each < day(11))
    found = fits(shaped(Spread(("a",), (5,), 0, unheld), (0, 60)))
    assert found.booking("a").day == day(14)
