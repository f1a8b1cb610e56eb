"""Which of the other times are shown: the best of each day first, what was proposed, and what is broken already."""

from __future__ import annotations

from datetime import datetime

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.people import Role
from ltsched.domain.timetable import Booking
from ltsched.verify import verify
from tests.support.agendas import activity, agenda, at, booking, day, person, span
from tests.support.elsewhere import alternatives

PEOPLE = [person("l1", Role.LEAD_REVIEWER), *(person(id) for id in ("t1", "t2"))]


def meeting(days: int = 5, **more: object) -> tuple[Agenda, list[Booking]]:
    a = activity("a", must=("l1",), expected=("t1", "t2"), quorum=1, end=day(days))
    plan = agenda(PEOPLE, [a], days=days, **more)  # type: ignore[arg-type]
    return plan, [booking(plan, "a", at(0, "10:00"))]


def proposal(person: str, start: datetime) -> PersonTime:
    return PersonTime(person=person, activity="a", start=start, end=start.replace(hour=start.hour + 2))


def test_the_best_of_each_day_comes_first() -> None:
    """Five days, and so five times; the sixth is the second best of a day."""
    plan, booked = meeting()
    found = alternatives(plan, booked, "a", count=5).found
    assert sorted(each.booking.day for each in found) == [day(number) for number in range(5)]
    six = alternatives(plan, booked, "a", count=6).found
    assert len(six) == 6
    assert len({each.booking.day for each in six}) == 5


def test_two_of_one_day_at_most() -> None:
    plan, booked = meeting(days=1)
    assert len(alternatives(plan, booked, "a").found) == 2


def test_who_misses_it_comes_before_how_far_it_is() -> None:
    """On Tuesday both could not come, on Wednesday one; on Thursday all can."""
    away = {"t1": span(1, "09:00", "17:00") | span(2, "09:00", "17:00"), "t2": span(1, "09:00", "17:00")}
    plan, booked = meeting(busy=away | {"l1": span(0, "09:00", "10:00") | span(0, "12:00", "17:00")})
    found = alternatives(plan, booked, "a", count=4).found
    assert [(each.booking.day, each.change.newly_missing) for each in found] == [
        (day(3), ()),
        (day(4), ()),
        (day(2), ("t1",)),
        (day(1), ("t1", "t2")),
    ]


def test_what_becomes_of_the_report_is_told() -> None:
    plan, booked = meeting()
    by_day = {each.booking.day: each for each in alternatives(plan, booked, "a").found}
    assert [by_day[day(number)].report_days for number in range(5)] == [0, 1, 2, 3, 4]
    assert by_day[day(1)].report == by_day[day(1)].timetable.final_report


def test_everybody_who_has_it_in_their_diary_is_told() -> None:
    """And who could come then; only for the others is it more than good news."""
    plan, _ = meeting(busy={"t2": span(0, "09:00", "17:00")})
    found = alternatives(plan, [booking(plan, "a", at(0, "10:00"), missing=["t2"])], "a").found
    by_day = {each.booking.day: each for each in found}
    assert by_day[day(0)].told == ("l1", "t1")
    assert by_day[day(1)].told == ("l1", "t1", "t2")
    assert set(by_day[day(1)].change.disturbed()) == {"l1", "t1"}


def test_what_was_proposed_is_shown_whatever_its_rank() -> None:
    """Marked with all who proposed it; who proposed the time that it has proposed nothing."""
    plan, booked = meeting()
    wanted = at(4, "14:00")
    proposed = [proposal("t2", wanted), proposal("t1", wanted), proposal("t1", at(0, "10:00"))]
    found = alternatives(plan, booked, "a", count=2, proposed=proposed)
    assert [(each.booking.start, each.proposed_by) for each in found.found][-1] == (wanted, ("t2", "t1"))
    assert len(found.found) == 3
    assert found.impossible == ()


def test_why_what_was_proposed_cannot_be_had() -> None:
    """Each rule that it would break, in words."""
    plan, booked = meeting(busy={"l1": span(1, "09:00", "17:00")})
    proposed = [proposal("t1", at(1, "10:00")), proposal("t2", at(2, "10:10")), proposal("t2", at(7, "10:00"))]
    found = alternatives(plan, booked, "a", proposed=proposed)
    why = {one.start: one.why for one in found.impossible}
    assert why[at(1, "10:00")] == ("l1 is not free for all of a",)
    assert any("not at a multiple of 30 minutes" in text for text in why[at(2, "10:10")])
    assert any("outside its window" in text for text in why[at(7, "10:00")])


def test_a_proposal_for_which_others_have_to_move() -> None:
    made = [activity("a", must=("l1",), end=day(2)), activity("b", must=("l1",), end=day(2))]
    plan = agenda(PEOPLE, made, days=2)
    booked = [booking(plan, "a", at(0, "10:00")), booking(plan, "b", at(1, "10:00"))]
    found = alternatives(plan, booked, "a", count=1, proposed=[proposal("t1", at(1, "10:00"))])
    (granted,) = (each for each in found.found if each.proposed_by)
    assert [other.before.activity for other in granted.moves] == ["b"]
    assert granted.sure


def test_what_is_broken_elsewhere_stays_and_is_told() -> None:
    """A diary has changed: the other booking cannot be as it is, and this one may move all the same."""
    made = [activity("a", must=("l1",), end=day(5)), activity("b", must=("t1",), end=day(5))]
    plan = agenda(PEOPLE, made, days=5, busy={"t1": span(2, "10:00", "11:00")})
    booked = [booking(plan, "a", at(0, "10:00")), booking(plan, "b", at(2, "10:00"))]
    found = alternatives(plan, booked, "a", count=3)
    assert found.broken == ("t1 is not free for all of b",)
    assert len(found.found) == 3
    assert all(each.others == () for each in found.found)
    mended = alternatives(plan, booked, "b", count=3).found
    assert [verify(plan, each.timetable) for each in mended] == [(), (), ()]


def test_now_is_as_the_diaries_are_now() -> None:
    """Who was expected and cannot come any more misses it already; who can now comes."""
    plan, _ = meeting(busy={"t1": span(0, "10:00", "11:00")})
    found = alternatives(plan, [booking(plan, "a", at(0, "10:00"), missing=["t2"])], "a")
    assert found.booking.missing == ("t1",)
    assert found.booking.attendees == ("l1", "t2")
    assert found.broken == ()
