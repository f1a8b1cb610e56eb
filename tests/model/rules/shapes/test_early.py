"""As early as possible."""

from __future__ import annotations

from typing import Any

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, Early, Precedence, Shape
from tests.support.agendas import MONDAY, activity, agenda, day, person
from tests.support.solving import does_not_fit, fits, values

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("c1", Role.CASE_GROUP)]


def meeting(id: str, first: int = 0, end: int = 60, minutes: int = 120) -> Activity:
    """Return a meeting of the lead reviewer that may lie in the days ``[first, end)``."""
    return activity(id, must=("l1",), first=day(first), end=day(end), minutes=minutes)


def shaped(shape: Shape, *windows: tuple[int, int], days: int = 28, **more: Any) -> Agenda:
    """Return an agenda of meetings a, b, c … with these windows."""
    made = [meeting(id, *window) for id, window in zip("abcdef", windows, strict=False)]
    return agenda(PEOPLE, made, shape=shape, days=days, **more)


def test_early_counts_working_days_to_the_last() -> None:
    """The second can come no earlier than the next Monday: five working days from the first."""
    found = fits(shaped(Early(("a", "b"), MONDAY), (0, 60), (5, 60)))
    assert values(found)["shape"] == 5


def test_early_does_not_mind_what_lies_before_its_start() -> None:
    """Meetings before the day from which it counts are worth nothing, not less than nothing."""
    found = fits(shaped(Early(("a",), day(14)), (0, 7)))
    assert values(found)["shape"] == 0


def test_the_shape_gives_way_to_order() -> None:
    """A lag of ten working days makes Early ten, and a block of five impossible."""
    lag = [Precedence("a", "b", 10)]
    assert values(fits(shaped(Early(("a", "b"), MONDAY), (0, 60), (0, 60), precedences=lag)))["shape"] == 10
    reasons = does_not_fit(shaped(Blocks(("a", "b"), (), 5, 0, 0), (0, 60), (0, 60), precedences=lag))
    assert "it would fit without least and greatest gaps between meetings" in reasons
    assert "it would fit if it need not lie in two blocks" in reasons
