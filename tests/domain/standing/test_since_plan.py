"""What has changed since the timetable was planned, one change at a time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Coverage, Diary
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Violation
from ltsched.domain.standing.course import course_of
from ltsched.domain.standing.since_plan import broken_now, since_plan
from ltsched.domain.standing.standing import SincePlan
from ltsched.domain.timetable import Booking
from tests.support.agendas import activity, agenda, at, booking, day, person, room, span, timetable

SET_UP = activity("set-up", must=("l1",), expected=("t1",), quorum=1, room=RoomNeed.NEEDED)
JOINT = activity("joint-meeting:1", must=("l1",), expected=("t1",), quorum=1)
PEOPLE = (person("l1"), person("t1"))


def plan_of(*activities: Any, people: Any = PEOPLE, **more: Any) -> Agenda:
    return agenda(people, activities or (SET_UP, JOINT), **{"rooms": [room("r1")], **more})


BEFORE = plan_of()
BOOKED = (
    booking(BEFORE, "set-up", at(1, "10:00"), room="r1"),
    booking(BEFORE, "joint-meeting:1", at(8, "10:00")),
)


def since(now: Agenda, *bookings: Booking, over: tuple[Booking, ...] = ()) -> SincePlan:
    """Return what has changed from the timetable of `BOOKED` to what there is now, on the day before the first."""
    made = replace(timetable(BEFORE, bookings or BOOKED), today=day(-1))
    course = course_of(replace(now.review, over=over), made, day(2) if over else day(0))
    return since_plan(now.changed(review=replace(now.review, over=over)), course, broken_now(now, course))


def test_without_a_change_there_is_none() -> None:
    assert since(BEFORE) == SincePlan()


def test_a_new_busy_time() -> None:
    """It is told of the booking that it breaks; one beside the bookings breaks nothing."""
    found = since(plan_of(busy={"l1": span(8, "11:00", "12:00")}))
    assert found == SincePlan(broken=("l1 is not free for all of joint-meeting:1",))
    assert since(plan_of(busy={"l1": span(8, "12:00", "13:00")})) == SincePlan()


def test_what_is_over_breaks_nothing_any_more() -> None:
    assert since(plan_of(busy={"l1": span(1, "11:00", "12:00")}), over=BOOKED[:1]) == SincePlan()


def test_who_has_declined_is_told_with_the_answers() -> None:
    """Not once more as a broken rule, though they are not there."""
    told = PersonTime(person="l1", activity="joint-meeting:1", start=BOOKED[1].start, end=BOOKED[1].end)
    assert since(plan_of(busy={"l1": span(8, "10:00", "12:00")}, declined=(told,))) == SincePlan()


def test_a_hold() -> None:
    (text,) = since(plan_of(SET_UP, replace(JOINT, held=frozenset({day(8)})))).broken
    assert text == "joint-meeting:1 lies on 2027-03-09, which is held"


def test_another_length() -> None:
    (text,) = since(plan_of(SET_UP, replace(JOINT, minutes=180))).broken
    assert text == "joint-meeting:1 takes 180 minutes now, not 120"


def test_who_has_left_and_who_is_new() -> None:
    gone = plan_of(replace(SET_UP, expected=()), replace(JOINT, expected=()), people=PEOPLE[:1])
    assert since(gone) == SincePlan(gone_people=("t1",))
    new = plan_of(SET_UP, replace(JOINT, expected=("t1", "t2")), people=(*PEOPLE, person("t2")))
    assert since(new) == SincePlan(new_people=("t2",))


def test_activities_that_are_new_or_gone() -> None:
    """What is held only where it fits, or waits, is not missed."""
    third = activity("findings-meeting", must=("l1",))
    assert since(plan_of(SET_UP)) == SincePlan(gone_activities=("joint-meeting:1",))
    more = plan_of(SET_UP, JOINT, third)
    assert since(more) == SincePlan(new_activities=("findings-meeting",))
    assert since(more.changed(optional=("findings-meeting",))) == SincePlan()


def test_a_room_that_is_gone() -> None:
    """It is told once, whatever rule it breaks."""
    assert since(plan_of(rooms=[room("r2")])) == SincePlan(gone_rooms=("r1",))


def test_who_could_come_now() -> None:
    """They were missing when it was planned; nothing has to move for it."""
    without = booking(BEFORE, "joint-meeting:1", at(8, "10:00"), missing=("t1",))
    found = since(BEFORE, BOOKED[0], without)
    assert found == SincePlan(could_come=("t1 is missing at joint-meeting:1 and could come",))


def test_what_is_agreed_for_another_time_is_told_once() -> None:
    """It lies outside its window for no other reason; what was dropped is told as gone."""
    course = course_of(BEFORE.review, replace(timetable(BEFORE, BOOKED), today=day(-1)), day(0))
    broken = [
        Violation("window", ("joint-meeting:1",), "joint-meeting:1 lies outside its window"),
        Violation("settled", ("joint-meeting:1",), "joint-meeting:1 is agreed for another day"),
        Violation("settled", ("conversation:c1",), "conversation:c1 will not take place, and is booked"),
    ]
    assert since_plan(BEFORE, course, broken).broken == ("joint-meeting:1 is agreed for another day",)


def test_calendars_that_were_renewed() -> None:
    """On the day of planning they may have been there already."""
    for written, renewed in ((day(-1), ()), (day(0), ("t1",))):
        review = replace(BEFORE.review, diaries={"t1": Diary(has_calendar=True, coverage=Coverage(written=written))})
        assert since(BEFORE.changed(review=review)) == SincePlan(renewed=renewed)


def test_a_calendar_that_says_a_day_to_come_is_not_newer() -> None:
    """Its clock is wrong, or it is the one that `ltsched new` makes up; in a rehearsal the day of today is made up."""
    diaries = {"t1": Diary(has_calendar=True, coverage=Coverage(written=day(3)))}
    for today, rehearsal, renewed in ((day(0), False, ()), (day(3), False, ("t1",)), (day(0), True, ("t1",))):
        review = replace(BEFORE.review, diaries=diaries, today=today, rehearsal=rehearsal)
        assert since(BEFORE.changed(review=review)).renewed == renewed
