"""What cannot be meant by what people have settled, each told with what would be right."""

from __future__ import annotations

import pytest

from ltsched.domain.settled import Settled, State, WishedWindow
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from tests.support.settling import C1, C2, agreed, at, day, settled, settled_review


def mistakes(*said: Settled, **more: object) -> list[str]:
    """Return what is told of a review, one line for each mistake."""
    with pytest.raises(InvalidReview) as caught:
        expand(settled_review(*said, **more))  # type: ignore[arg-type]
    return [str(mistake) for mistake in caught.value.mistakes]


def test_an_activity_that_is_not_on_the_agenda() -> None:
    """With the one that was perhaps meant."""
    assert mistakes(agreed("conversation:c3", at(3, "10:00"))) == [
        'review.toml, booking[1].activity: "conversation:c3"; expected an activity of Mid-range, such as set-up. '
        'Did you mean "conversation:c2"?'
    ]


def test_a_window_of_nothing() -> None:
    """A window may be of a kind, too."""
    said = mistakes(windows=[WishedWindow(activity="conversations", weekdays=frozenset({0}))])
    assert said[0].endswith('Did you mean "conversation"?')
    assert expand(settled_review(windows=[WishedWindow(activity="conversation", weekdays=frozenset({0}))]))


def test_two_places_at_once() -> None:
    """Both tables are named, and whom both have."""
    assert mistakes(agreed(C1, at(3, "10:00"), None, "l1", "t1"), agreed(C2, at(3, "11:59"), None, "l1", "t2")) == [
        "review.toml, booking[2]: conversation:c2 at Thu 4 Mar 2027, 11:59 and conversation:c1 at Thu 4 Mar 2027, "
        "10:00 (booking[1]) overlap, and both have l1; expected nobody and no room in two places at once."
    ]


def test_one_room_twice_at_once() -> None:
    """A room cannot be shared."""
    said = mistakes(agreed(C1, at(3, "10:00"), "r1", "l1", "t1"), agreed(C2, at(3, "10:00"), "r1", "l2", "t2"))
    assert "both have r1" in said[0]


def test_one_after_the_other_is_right() -> None:
    """A booking is half-open: at 12:00 the first is over."""
    assert expand(
        settled_review(agreed(C1, at(3, "10:00"), "r1", "l1", "t1"), agreed(C2, at(3, "12:00"), "r1", "l1", "t2"))
    )


def test_an_agreement_at_the_time_of_what_was_held() -> None:
    """Both on one past day."""
    said = mistakes(
        settled(C1, State.HELD, at(3, "10:00"), None, "l1", "t1"),
        agreed(C2, at(3, "11:00"), None, "l1", "t2"),
        today=day(5),
    )
    assert "both have l1" in said[0]


def test_held_by_somebody_whom_it_is_with() -> None:
    """The practitioner does not hold the conversation."""
    assert "c1 is invited to conversation:c1" in mistakes(agreed(C1, None, None, "c1", "l1"))[0]


def test_holders_of_what_nobody_holds() -> None:
    """A set-up meeting has no panel."""
    assert "set-up is held by nobody in particular" in mistakes(agreed("set-up", None, None, "l1"))[0]


def test_before_the_commissioning_and_over_midnight() -> None:
    """All mistakes at once."""
    said = mistakes(agreed(C1, at(-3, "10:00"), None, "l1", "t1"), agreed(C2, at(3, "23:00"), None, "l1", "t1"))
    assert "expected a day from the commissioning, 2027-03-01, on" in said[0]
    assert "expected a time that lets it end on the same day" in said[1]
