"""Steps put together: of two of which one does all that the other does, that one is enough."""

from __future__ import annotations

from datetime import date

from ltsched.domain.explaining.changes.people import NoConversation
from ltsched.domain.explaining.changes.rooms import OneMoreRoom
from ltsched.domain.explaining.changes.said import HoldEnds, WindowsGone, WindowWidened
from ltsched.domain.explaining.step import Change, Step
from ltsched.domain.people import Room
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.settled import WishedWindow
from ltsched.solve.explaining.together import asks_more, joined

WINDOW = WishedWindow("event", first=date(2027, 3, 1), last=date(2027, 3, 1))
HOLD = Hold(HoldScope.ACTIVITY, "event", date(2027, 3, 1), date(2027, 6, 30), "trial")


def step(change: Change, cost: int = 4) -> Step:
    """A step that costs so much."""
    return Step("room", change, cost)


def more_room(seats: int) -> Step:
    """One more room."""
    return step(OneMoreRoom(Room("new-room", "One more room", seats)))


def test_one_more_room_does_for_all() -> None:
    """The larger one, whichever comes first, and no two rooms of one id."""
    assert joined((more_room(6),), [more_room(11)]) == (more_room(11),)
    assert joined((more_room(11),), [more_room(6)]) == (more_room(11),)


def test_a_hold_ends_once() -> None:
    """On the earlier day, though both cost the same."""
    early, late = (step(HoldEnds(HOLD, date(2027, month, 1))) for month in (3, 5))
    assert joined((late,), [early]) == (early,)


def test_conversations_of_which_nobody_is_ranked_are_one_step() -> None:
    """Each writes the ranks of all others: two of them would contradict one another."""
    one = step(NoConversation(("b",), ("a", "c"), chosen=True), 20)
    other = step(NoConversation(("c",), ("a", "b")), 10)
    assert joined((one,), [other]) == (step(NoConversation(("b", "c"), ("a",), chosen=True), 30),)


def test_no_window_at_all_asks_more_than_a_wider_one() -> None:
    """Where its first day alone is in the way, nobody would take it out."""
    assert asks_more([step(WindowsGone((WINDOW,)))], [step(WindowWidened(WINDOW, "from"))])
    assert not asks_more([step(WindowWidened(WINDOW, "until"))], [step(WindowWidened(WINDOW, "from"))])
