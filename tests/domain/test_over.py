"""What is over: what people were told counts, then what was planned."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.invitations.invitations import Issued, Ledger, Method
from ltsched.domain.option import Kind
from ltsched.domain.over import as_planned, what_is_over
from ltsched.domain.timetable import Booking, Timetable
from tests.support.agendas import MONDAY, at, day
from tests.support.invitations import EMPTY, invitation, ledger_of, line, meeting, review_of, timetable_of

REVIEW = review_of()
ROOMS = {"Civic Centre": "r1"}


def over(last: Timetable | None, ledger: Ledger = EMPTY) -> tuple[Booking, ...]:
    """Return what is over on the Thursday."""
    return what_is_over(last, ledger, ROOMS, (MONDAY, day(3)))


def told(activity: str, start: int, *recipients: str, **more: object) -> list[Issued]:
    return [line(invitation(activity, id, start=at(start, "10:00"), **more)) for id in recipients]


def test_up_to_today_and_not_before_commissioning() -> None:
    """Both days count; nothing else does."""
    days = (-1, 0, 3, 4)
    last = timetable_of(REVIEW, *(meeting(f"m{number}", at(number, "10:00"), "p1") for number in days))
    assert [booking.activity for booking in over(last)] == ["m0", "m3"]
    assert over(None) == ()


def test_who_was_told_of_a_booking_was_there_then() -> None:
    """A plan that nobody heard of has moved nothing: neither into the past nor out of it."""
    last = timetable_of(REVIEW, meeting("a", at(1, "10:00"), "p1"), meeting("b", at(9, "10:00"), "p2"))
    ledger = ledger_of(*told("a", 10, "p1"), *told("b", 2, "p1", "p2"))
    (found,) = over(last, ledger)
    assert (found.activity, found.start, found.attendees) == ("b", at(2, "10:00"), ("p1", "p2"))


def test_what_was_told_and_planned_is_as_it_was_planned() -> None:
    """The timetable knows more than the ledger: who holds it, and who could not come."""
    booked = meeting("conversation:p3", at(1, "10:00"), "p3", "p1", panel=("p1",), missing=("p2",))
    assert over(timetable_of(REVIEW, booked), ledger_of(*told("conversation:p3", 1, "p3", "p1"))) == (booked,)


def test_without_a_timetable_the_ledger_says_what_can_be_known() -> None:
    """Kind and panel by the id, the title by the subject, the room by its name."""
    lines = told("conversation:p3", 1, "p3", "p1", summary="LT-TEST-1: conversation", location="Civic Centre")
    (found,) = over(None, ledger_of(*lines))
    assert (found.kind, found.title, found.room) == (Kind.CONVERSATION, "Conversation", "r1")
    assert (found.attendees, found.panel) == (("p1", "p3"), ("p1",))


def test_the_last_message_counts() -> None:
    """What was moved out of the past in good time, or cancelled, did not take place."""
    first = told("a", 1, "p1")[0]
    moved = replace(first, sequence=1, told=replace(first.told, start=at(9, "10:00"), end=at(9, "12:00")))
    cancelled = replace(first, sequence=1, method=Method.CANCEL)
    assert over(None, ledger_of(first, moved)) == ()
    assert over(None, ledger_of(first, cancelled)) == ()


def test_of_another_option_only_what_this_one_has_too() -> None:
    """What nobody was invited to, and this option knows nothing of, was a plan and no more."""
    last = timetable_of(REVIEW, meeting("set-up", at(1, "10:00"), "p1"), meeting("event", at(2, "10:00"), "p1"))
    found = what_is_over(last, ledger_of(*told("x", 1, "p1")), {}, (MONDAY, day(3)), {"set-up"})
    assert [booking.activity for booking in found] == ["set-up", "x"]


def test_a_timetable_is_judged_on_the_day_on_which_it_was_planned() -> None:
    """With what was over on that day, whatever day the review is read on."""
    past, ahead = meeting("a", at(1, "10:00"), "p1"), meeting("b", at(9, "10:00"), "p2")
    found = as_planned(REVIEW, timetable_of(REVIEW, past, ahead, today=day(1), rehearsal=True))
    assert (found.today, found.rehearsal, found.over) == (day(1), True, (past,))
    assert as_planned(found, timetable_of(REVIEW, past, ahead)) == REVIEW
