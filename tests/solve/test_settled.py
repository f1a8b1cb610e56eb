"""Plans around what people have settled: it stays, the rest keeps out of its way, and all of it is checked."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.review import Review
from ltsched.domain.settled import Settled, State, WishedWindow
from ltsched.domain.timetable import Booking, Status
from ltsched.errors import InvalidReview
from ltsched.options.expand import expand
from ltsched.solve.plan import plan
from tests.support.agendas import LONDON, span
from tests.support.settling import C1, C2, JOINT, agreed, at, day, planned, settled, settled_review

SATURDAY = 5
IDS = tuple(activity.id for activity in expand(settled_review()).activities)


def booked(review: Review) -> dict[str, Booking]:
    """Return the bookings of the plan of a review, by activity."""
    return {booking.activity: booking for booking in planned(review).bookings}


@pytest.mark.parametrize(
    "start", [at(SATURDAY, "10:00"), at(3, "18:05"), at(3, "07:10")], ids=["weekend", "late", "early"]
)
def test_it_lies_there_though_nobody_works_then(start: datetime) -> None:
    """To the minute, with those who hold it."""
    found = booked(settled_review(agreed(C1, start, None, "l1", "t1")))[C1]
    assert found.start == start
    assert set(found.attendees) == {"c1", "l1", "t1"}


def test_two_that_share_a_slot_and_no_minute() -> None:
    """One ends at 12:05 and the other starts then: l1 is at both, and what is planned keeps out of the way."""
    said = (agreed(C1, at(3, "10:05"), None, "l1", "t1"), agreed(C2, at(3, "12:05"), None, "l1", "t2"))
    found = booked(settled_review(*said))
    assert (found[C1].end, found[C2].start) == (at(3, "12:05"), at(3, "12:05"))


def test_the_others_are_planned_around_it() -> None:
    """On the only day that is left for the other conversation, l1 has the hours beside it."""
    window = WishedWindow(C2, "", frozenset(), None, None, day(3), day(3))
    review = settled_review(agreed(C1, at(3, "11:05"), None, "l1", "l2"), windows=[window])
    found = booked(review)
    assert found[C2].end <= at(3, "11:05") or found[C2].start >= at(3, "13:35")


def test_a_room_that_was_agreed_on_is_left_to_it() -> None:
    """Another meeting at that time is elsewhere; its own diary does not matter."""
    review = settled_review(agreed(C1, at(3, "10:00"), "r2", "l1", "t1"), busy={"r2": span(3, "09:00", "17:00")})
    assert booked(review)[C1].room == "r2"


def test_a_meeting_has_no_room_if_none_is_free_and_that_is_told() -> None:
    """It takes place all the same."""
    busy = {id: span(17, "09:00", "17:00") for id in ("r1", "r2")}
    timetable = planned(settled_review(agreed(JOINT, at(17, "10:00")), busy=busy))
    assert [one.room for one in timetable.bookings if one.activity == JOINT] == [None]
    assert any(text.startswith("joint-meeting:1 has no room") for text in timetable.warnings)


def test_more_than_a_day_has_if_people_say_so() -> None:
    """Both conversations on one day of one reviewer, and one is the most; a day alone is no such agreement."""
    numbers = {"conversations-per-day": 1}
    both = (agreed(C1, at(3, "10:00"), None, "l1", "t1"), agreed(C2, at(3, "14:00"), None, "l1", "t2"))
    assert plan(settled_review(*both, numbers=numbers)).status is Status.OPTIMAL
    days = (agreed(C1, day(3), None, "l1", "t1"), agreed(C2, day(3), None, "l1", "t2"))
    assert plan(settled_review(*days, numbers=numbers)).status is Status.INFEASIBLE


def test_who_is_agreed_on_for_two_in_a_row_comes_to_both() -> None:
    """The gap after a conversation gives way where people have agreed on what follows: for who is expected, too."""
    result = plan(settled_review(agreed(C1, at(1, "09:00"), None, "l1", "t1"), agreed("introduction", at(1, "11:00"))))
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    assert "t1" in result.timetable.booking("introduction").attendees


def test_an_order_to_what_is_still_to_be_planned_holds() -> None:
    """The introduction comes before the conversation: agreed for the first morning, that leaves no time for it."""
    result = plan(settled_review(agreed(C1, at(0, "09:00"), None, "l1", "t1"), numbers={"lead-in-weeks": 1}))
    assert result.status is Status.INFEASIBLE


def test_an_agreement_for_a_day_on_which_nobody_is_free_says_so() -> None:
    """Diaries count where only the day was agreed."""
    (reason,) = plan(settled_review(agreed(C1, day(3)), busy={"c1": span(3, "09:00", "17:00")})).reasons
    assert reason.text.endswith("in their working hours on 2027-03-04, the day that was agreed on")


def test_a_window_without_a_start_says_so() -> None:
    """Two hours do not fit into one."""
    window = WishedWindow(C1, "", frozenset(), time(10), time(11))
    (reason,) = plan(settled_review(windows=[window])).reasons
    assert "within what review.toml wishes for (10:00–11:00)" in reason.text


@st.composite
def agreements(draw: st.DrawFn) -> Settled:
    """Anything that can be said of an activity of the small review."""
    id = draw(st.sampled_from(IDS))
    if draw(st.integers(0, 9)) == 0:
        return settled(id, State.DROPPED)
    on = day(draw(st.integers(0, 27)))
    clock = time(draw(st.sampled_from([9, 10, 11, 13, 14, 17])), draw(st.sampled_from([0, 5, 15, 30])))
    start: date | datetime | None = draw(st.sampled_from([datetime.combine(on, clock, LONDON)] * 4 + [on, None]))
    others = [one for one in ("l1", "l2", "t1", "t2", "c1", "c2") if one != id.partition(":")[2]]
    talk = id.startswith("conversation:")
    held_by = draw(st.lists(st.sampled_from(others), max_size=2, unique=True)) if talk else []
    room = draw(st.sampled_from([None, "r1", "r2"])) if start is not None or held_by else "r2"
    return agreed(id, start, room, *held_by)


@given(said=st.lists(agreements(), min_size=1, max_size=6, unique_by=lambda one: one.activity))
def test_whatever_is_settled_is_kept_or_refused(said: list[Settled]) -> None:
    """A plan is checked before anybody sees it: with anything settled, it is there and sound, or proven impossible.

    It is never impossible where everything is agreed on with its time.
    """
    try:
        result = plan(settled_review(*said), every_reason=False)
    except InvalidReview:
        return
    assert result.status in (Status.OPTIMAL, Status.INFEASIBLE)
    if result.timetable is None:
        assert {one.activity for one in said if one.start is not None} < set(IDS)
        return
    found = {booking.activity: booking for booking in result.timetable.bookings}
    for one in said:
        if one.state is State.DROPPED:
            assert one.activity not in found
            continue
        assert one.start in (None, found[one.activity].start)
        assert one.day in (None, found[one.activity].day)
        assert one.room in (None, found[one.activity].room)
        assert not one.held_by or set(one.held_by) == set(found[one.activity].panel)
