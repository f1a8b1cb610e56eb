"""Nobody and no room is in two places at once, and reviewers have their gap."""

from __future__ import annotations

import pytest

from tests.support.agendas import (
    at,
    changed,
    moved,
    retold,
)
from tests.support.sample import (
    FAMILY,
    FIRST,
    JOINT,
    SECOND,
    Break,
    Named,
    good,
    named,
    plan_with,
    set_panel,
)

BROKEN: dict[str, tuple[Break, Named]] = {
    "two at once": (
        lambda plan, found: set_panel(plan, retold(plan, moved(found, FAMILY, at(14, "11:30"))), FAMILY, "l1", "t1"),
        [("double booking", ("l1", JOINT, FAMILY)), ("double booking", ("t1", JOINT, FAMILY))],
    ),
    "within the gap": (
        lambda plan, found: retold(plan, moved(found, FAMILY, at(1, "12:00"))),
        [("gap", ("l1", FIRST, FAMILY)), ("gap", ("t1", FIRST, FAMILY))],
    ),
}


@pytest.mark.parametrize(("mutate", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_what_is_broken_is_named(mutate: Break, expected: Named) -> None:
    """Each person who clashes is named with both bookings."""
    plan = plan_with()
    assert named(plan, mutate(plan, good(plan))) == expected


def test_a_booking_right_after_the_gap_passes() -> None:
    """The gap is half-open: at its end the reviewers may be booked again."""
    plan = plan_with()
    assert named(plan, retold(plan, moved(good(plan), FAMILY, at(1, "12:30")))) == []


def test_one_room_for_two_at_once_is_named() -> None:
    """Two bookings in one room clash even where nobody is at both."""
    plan = plan_with()
    found = set_panel(plan, moved(good(plan), SECOND, at(1, "10:30")), SECOND, "l2", "t2")
    found = retold(plan, changed(found, SECOND, room="small"))
    assert named(plan, found) == [("room double booking", ("small", FIRST, SECOND))]
