"""The check as a whole: good timetables pass, and a broken rule of the agenda is named, and nothing else."""

from __future__ import annotations

import pytest

from ltsched.domain.rules import OneDay, Shape
from ltsched.errors import UnsoundTimetable
from ltsched.verify import require_sound, verify
from tests.support.agendas import (
    at,
    changed,
    day,
    moved,
    retold,
)
from tests.support.sample import (
    FIRST,
    JOINT,
    SECOND,
    SET_UP,
    SHAPES,
    Break,
    Named,
    all_come,
    good,
    named,
    plan_with,
)


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES.keys())
def test_a_good_timetable_passes(shape: Shape) -> None:
    """One good timetable for each shape breaks no rule."""
    plan = plan_with(shape)
    assert verify(plan, good(plan)) == ()
    require_sound(plan, good(plan))


def test_a_broken_rule_stops_the_timetable() -> None:
    """`require_sound` raises with each violation as a line, which names the rule."""
    plan = plan_with()
    with pytest.raises(UnsoundTimetable) as caught:
        require_sound(plan, changed(good(plan), JOINT, title="Meeting"))
    assert caught.value.violations == ("title: joint-meeting:1 is called 'Meeting', not 'joint-meeting:1'",)


BROKEN: dict[str, tuple[Break, Named]] = {
    "too many on a day": (
        lambda plan, found: retold(plan, moved(found, SECOND, at(1, "13:30"))),
        [("daily load", ("l1", FIRST, SECOND)), ("daily load", ("t1", FIRST, SECOND))],
    ),
    "the order turned round": (
        lambda plan, found: retold(plan, moved(found, SET_UP, at(1, "13:00"))),
        [("precedence", (SET_UP, FIRST))],
    ),
    "too soon after": (
        lambda plan, found: retold(plan, moved(found, SECOND, at(11, "13:00"))),
        [("lag", (SECOND, JOINT))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named(mutate: Break, expected: Named) -> None:
    """One rule between activities is named with those that break it."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


BROKEN_SHAPES: dict[str, tuple[str, Break, Named]] = {
    "bunched": (
        "spread",
        lambda plan, found: moved(found, JOINT, at(9, "10:00")),
        [("spread", (JOINT,))],
    ),
    "a block too long": (
        "blocks",
        lambda plan, found: moved(found, SECOND, at(3, "10:00")),
        [("block", (SET_UP, FIRST, SECOND)), ("blocks apart", (SET_UP, FIRST, SECOND, JOINT))],
    ),
    "blocks too far apart": (
        "blocks",
        lambda plan, found: moved(found, JOINT, at(21, "10:00")),
        [("blocks apart", (SET_UP, FIRST, SECOND, JOINT))],
    ),
    "out of the week": (
        "one week",
        lambda plan, found: moved(found, SECOND, at(7, "10:00")),
        [("one week", (SECOND,))],
    ),
}


@pytest.mark.parametrize(("shape", "mutate", "expected"), BROKEN_SHAPES.values(), ids=BROKEN_SHAPES.keys())
def test_a_broken_shape_is_named(shape: str, mutate: Break, expected: Named) -> None:
    """A timetable that is not of the shape of its option is wrong even if everybody can come."""
    plan = plan_with(SHAPES[shape])
    found = mutate(plan, good(plan))
    if found.booking(JOINT).day != day(14):
        found = changed(found, JOINT, **all_come(plan))
    assert named(plan, retold(plan, found)) == expected


def test_an_event_on_two_days_is_named() -> None:
    """What must lie on one day and does not is named with all its activities."""
    plan = plan_with(OneDay((SET_UP, FIRST)))
    assert named(plan, good(plan)) == [("one day", (SET_UP, FIRST))]
