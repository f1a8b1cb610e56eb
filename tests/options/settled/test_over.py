"""What is over as people say: held, agreed for a day past, not held after all, or dropped."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.review import Review
from ltsched.domain.settled import Settled, State
from ltsched.domain.timetable import Booking
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from tests.support.settling import C1, JOINT, agreed, at, day, planned, settled, settled_review

WAS = Booking(
    C1, Kind.CONVERSATION, "Conversation c1", at(3, "10:00"), at(3, "12:00"), "r1", ("c1", "l1", "t1"), (), ("l1", "t1")
)


def later(*said: Settled, over: tuple[Booking, ...] = (WAS,), today: int = 8) -> Review:
    """Return a review on a later day, on which something is over."""
    return replace(settled_review(*said, today=day(today)), over=over)


def over(review: Review) -> tuple[Booking, ...]:
    """Return what is over on the agenda of a review."""
    return expand(review).review.over


def test_what_was_held_as_planned_need_not_say_when() -> None:
    """It is over as it is known."""
    assert over(later(settled(C1, State.HELD))) == (WAS,)
    assert over(later(settled(C1, State.HELD, day(3)))) == (WAS,)


def test_what_was_held_otherwise_is_over_as_people_say() -> None:
    """Another time, room and panel; whom it was with stays."""
    (found,) = over(later(settled(C1, State.HELD, at(4, "13:07"), "r2", "l2", "t2")))
    assert (found.start, found.end, found.room) == (at(4, "13:07"), at(4, "15:07"), "r2")
    assert (found.attendees, found.panel) == (("c1", "l2", "t2"), ("l2", "t2"))


def test_what_nobody_knew_of_was_held_by_those_named() -> None:
    """Everybody who is invited came, as far as anybody knows."""
    (found,) = over(later(settled(C1, State.HELD, at(4, "10:00"), None, "l1", "t2"), over=()))
    assert (found.attendees, found.panel, found.kind) == (("c1", "l1", "t2"), ("l1", "t2"), Kind.CONVERSATION)
    (joint,) = over(later(settled(JOINT, State.HELD, at(4, "09:00")), over=()))
    assert set(joint.attendees) == {"l1", "l2", "t1", "t2", "c1", "c2"}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (settled(C1, State.HELD), "expected a start with its time, such as 2027-03-01 10:00"),
        (settled(C1, State.HELD, day(4)), "at what time conversation:c1 was held on Fri 5 Mar 2027"),
        (settled(C1, State.HELD, at(4, "10:00")), "expected the ids of those who held it"),
        (settled(C1, State.HELD, at(9, "10:00")), "held on Wed 10 Mar 2027, and today is Tue 9 Mar 2027"),
    ],
    ids=["no time", "a day", "nobody", "to come"],
)
def test_what_is_not_known_is_asked_for(said: Settled, expected: str) -> None:
    """When, and by whom, where nothing says it; and nothing has been held tomorrow."""
    with pytest.raises(InvalidReview) as caught:
        expand(later(said, over=()))
    assert expected in str(caught.value.mistakes[0])


def test_an_agreement_for_a_day_past_has_taken_place() -> None:
    """On the day itself, too; the day after it is still to come."""
    said = agreed(C1, at(8, "10:00"), None, "l1", "t1")
    assert [one.start for one in over(later(said, over=()))] == [at(8, "10:00")]
    assert over(later(said, over=(), today=7)) == ()


def test_what_was_not_held_is_planned_again() -> None:
    """It is not over, and lies on a day to come."""
    review = later(settled(C1, State.NOT_HELD))
    assert over(review) == ()
    booked = {booking.activity: booking for booking in planned(review).bookings}
    assert booked[C1].day > day(8)


def test_only_what_lay_on_the_day_that_is_said_was_not_held() -> None:
    """So the new booking is over in its turn, though the table is still there."""
    assert over(later(settled(C1, State.NOT_HELD, day(3)))) == ()
    assert over(later(settled(C1, State.NOT_HELD, day(2)))) == (WAS,)


def test_what_was_dropped_is_neither_over_nor_planned() -> None:
    """Though the last timetable has it."""
    agenda = expand(later(settled(C1, State.DROPPED)))
    assert agenda.review.over == ()
    assert C1 not in {activity.id for activity in agenda.activities}


def test_to_settle_twice_is_to_settle_once() -> None:
    """What an agenda says to be over gives the same agenda again."""
    agenda = expand(later(settled(C1, State.HELD, at(4, "10:00")), agreed(JOINT, at(6, "09:00"))))
    assert expand(agenda.review) == agenda


def test_a_review_with_all_this_has_a_timetable() -> None:
    """What is over stays, and the rest is planned behind it and checked."""
    review = later(
        settled("set-up", State.HELD, at(1, "09:00")),
        settled("introduction", State.HELD, at(2, "09:00")),
        settled(C1, State.HELD, at(4, "10:07"), None, "l1", "t1"),
    )
    booked = {booking.activity: booking for booking in planned(review).bookings}
    assert booked[C1].start == at(4, "10:07")
    assert all(one.day > day(8) for id, one in booked.items() if id not in ("set-up", "introduction", C1))


def test_what_took_place_out_of_order_is_told_and_stops_nothing() -> None:
    """The introduction can come no more before the conversation that was held."""
    review = later(settled(C1, State.HELD))
    told = [notice.text for notice in expand(review).notices]
    assert "conversation:c1 has taken place before set-up and introduction, still to be planned" in told
    assert planned(review)


def test_what_is_agreed_for_later_has_not_taken_place() -> None:
    """Though a booking of it is past: people have put it off, and it is kept where they put it."""
    review = later(agreed(C1, at(14, "10:00")))
    assert over(review) == ()
    booked = {booking.activity: booking for booking in planned(review).bookings}
    assert booked[C1].start == at(14, "10:00")
