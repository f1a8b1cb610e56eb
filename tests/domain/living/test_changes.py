"""What might be otherwise: in words, and one more absence."""

from __future__ import annotations

from ltsched.domain.living.changes import Changes
from ltsched.domain.review import HoldScope
from tests.support.agendas import day, hold


def test_nothing_is_no_change() -> None:
    """And has no words; each of the changes is one."""
    assert not Changes()
    assert Changes().words == ""
    for changes in (
        Changes(without=("t1",)),
        Changes(holds=(hold(HoldScope.REVIEW, day(0), None),)),
        Changes(numbers={"joint-meetings": 1}),
        Changes(deadline=day(3)),
        Changes(late={"t1": day(3)}),
    ):
        assert changes
        assert changes.words


def test_all_of_it_in_words() -> None:
    """In the order of the flags; a hold without an end says so."""
    changes = Changes(
        without=("t1", "t2"),
        holds=(hold(HoldScope.REVIEW, day(0), day(4)), hold(HoldScope.REVIEW, day(9), None)),
        numbers={"joint-meetings": 1},
        deadline=day(30),
        late={"c1": day(7)},
    )
    assert changes.words == (
        "without t1 and t2, a hold 1–5 Mar 2027, a hold from 10 Mar 2027 on, joint-meetings = 1, "
        "the report due 31 Mar 2027, c1 only from 8 Mar 2027 on"
    )


def test_one_more_absence() -> None:
    """Nobody is absent twice, and the rest is as it was."""
    changes = Changes(without=("t1",), deadline=day(3))
    assert changes.and_without("t2") == Changes(without=("t1", "t2"), deadline=day(3))
    assert changes.and_without("t1") == changes
