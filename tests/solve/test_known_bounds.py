"""A bound of a relaxation holds while the stages before it are held to no more than they were there."""

from __future__ import annotations

import pytest

from ltsched.solve.known_bounds import NOTHING_KNOWN, KnownBounds

KNOWN = KnownBounds({"late": 0, "missed": 3, "finish": 40}, {"late": 0, "missed": 4, "finish": 40})


@pytest.mark.parametrize(
    ("limits", "bound"),
    [
        ({"late": 0, "missed": 4}, 40),
        ({"late": 0, "missed": 3, "other": 9}, 40),
        ({"late": 0, "missed": 5}, 0),
        ({"late": 1, "missed": 4}, 0),
        ({"missed": 4}, 0),
    ],
)
def test_it_holds_while_all_before_are_held_to_no_more(limits: dict[str, int], bound: int) -> None:
    """With more to spend on attendance the report might come sooner; what it does not know does not matter."""
    assert KNOWN.bound("finish", limits) == bound


def test_the_first_holds_always_and_a_later_one_does_not_matter() -> None:
    """Nothing lies before it; and nothing is known of a stage that the relaxation does not have."""
    assert KNOWN.bound("late", {"late": 5, "missed": 9}) == 0
    assert KNOWN.bound("missed", {"late": 0, "finish": 99}) == 3
    assert KNOWN.bound("trips", {"late": 0, "missed": 4, "finish": 40}) == 0
    assert NOTHING_KNOWN.bound("late", {}) == 0


def test_reached_in_turn_is_held_to_its_own_values() -> None:
    """A plan that has each of the values is proven to be the best in all of them."""
    known = KnownBounds({"late": 0, "missed": 3}, {"late": 0, "missed": 3})
    assert known.bound("missed", {"late": 0}) == 3
    assert known.bound("missed", {"late": 1}) == 0
    assert known.reached_by({"late": 0, "missed": 3, "finish": 1}, ["late", "missed"])
    assert not known.reached_by({"late": 0, "missed": 4}, ["late", "missed"])
    assert not known.reached_by({"late": 0, "finish": 1}, ["late", "finish"])
