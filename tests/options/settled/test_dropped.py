"""What will not take place leaves the agenda; what stood around it stays in its order and its places."""

from __future__ import annotations

from ltsched.domain.replanning.left_out import bridged, without
from ltsched.domain.rules import Blocks, Precedence, Spread
from ltsched.domain.settled import State
from ltsched.options.expand import expand
from tests.support.agendas import day
from tests.support.settling import C1, JOINT, settled, settled_review


def test_what_came_before_it_comes_before_what_came_after_it() -> None:
    """Also where two in a row are dropped; the lags to them go with them."""
    rules = (Precedence("a", "b", 3), Precedence("b", "c"), Precedence("c", "d"))
    assert bridged(rules, {"b"}) == (Precedence("c", "d"), Precedence("a", "c"))
    assert bridged(rules, {"b", "c"}) == (Precedence("a", "d"),)


def test_an_order_that_is_there_is_not_bridged_again() -> None:
    """It may have a lag, which stays."""
    rules = (Precedence("a", "b"), Precedence("b", "c"), Precedence("a", "c", 5))
    assert bridged(rules, {"b"}) == (Precedence("a", "c", 5),)


def test_the_other_meetings_keep_their_even_positions() -> None:
    """As they were with it."""
    spread = Spread(("a", "b", "c"), (2, 6, 10), 1, tuple(day(number) for number in range(12)))
    left = without(spread, {"b"})
    assert isinstance(left, Spread)
    assert (left.activities, left.positions) == (("a", "c"), (2, 10))
    blocks = without(Blocks(("a", "b"), ("c",), 5, 7, 14), {"b"})
    assert isinstance(blocks, Blocks)
    assert (blocks.first, blocks.second) == (("a",), ("c",))


def test_the_quorum_of_others_is_as_it_was() -> None:
    """Whose conversation is dropped is expected at the meetings all the same."""
    plain, agenda = expand(settled_review()), expand(settled_review(settled(C1, State.DROPPED)))
    assert agenda.activity(JOINT) == plain.activity(JOINT)
    assert {one.id for one in plain.activities} - {one.id for one in agenda.activities} == {C1}
