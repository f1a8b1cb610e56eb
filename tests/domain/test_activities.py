"""Panels and windows at their boundaries."""

from __future__ import annotations

import pytest

from ltsched.domain.activities import Panel
from tests.support.agendas import activity, day

PANEL = Panel(("l1", "l2", "t1", "t2", "t3"), 2, frozenset({"l1", "l2"}), 1, (frozenset({"l1", "t1"}),))


@pytest.mark.parametrize(
    ("chosen", "allowed"),
    [
        ("l1 t2", True),
        ("l1 l2", True),
        ("t2 t3", False),  # no lead reviewer
        ("l1", False),  # one too few
        ("l1 l2 t2", False),  # one too many
        ("l1 x", False),  # not in the pool
        ("l1 t1", False),  # of one agency
        ("l2 t1", True),
    ],
)
def test_who_may_hold_an_activity(chosen: str, allowed: bool) -> None:
    """A panel has its size, enough lead reviewers, nobody from outside, and no two who must be apart."""
    assert PANEL.allows(frozenset(chosen.split())) is allowed


def test_a_window_is_half_open_and_leaves_out_what_is_held() -> None:
    """`first` is in it, `end` is not, a held day is not."""
    window = activity("meeting", first=day(1), end=day(4), held=frozenset({day(2)}))
    assert [window.may_lie_on(day(n)) for n in range(6)] == [False, True, False, True, False, False]


def test_invited_are_those_who_must_come_and_those_expected() -> None:
    """In this order."""
    assert activity("meeting", must=("a",), expected=("b", "c")).invited == ("a", "b", "c")


def test_who_is_on_every_panel_is_needed() -> None:
    """The only lead reviewer, both of a pool of two, the only one of another agency; nobody where none is allowed."""
    three = ("l1", "t1", "t2")
    assert Panel(three, 2, frozenset({"l1"}), 1).needed == {"l1"}
    assert Panel(three[:2], 2).needed == {"l1", "t1"}
    assert Panel(three, 2).needed == frozenset()
    assert Panel(three, 2, apart=(frozenset({"t1", "t2"}),)).needed == {"l1"}
    assert Panel(("t1",), 2).needed == frozenset()
