"""When people and rooms can be booked: hours, diaries, bank holidays, holds on a person, leave of the leads."""

from __future__ import annotations

from datetime import date, timedelta

from ltsched.domain.availability import Availability, Diary
from ltsched.domain.people import Role, WorkingHours
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.spans import Spans
from ltsched.domain.working_days import WorkingDays
from ltsched.options.diaries import availability, leave_of_leads
from tests.support.agendas import MONDAY, at, day, hold, person, review, room, span

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")
FRIDAYS_OFF = WorkingHours(tuple((weekday, 9 * 60, 17 * 60) for weekday in range(4)))


def free(made: Review, days: int = 7) -> dict[str, Availability]:
    return availability(made, day(days))


def leave(made: Review, days: int = 7) -> frozenset[date]:
    return leave_of_leads(made, free(made, days), WorkingDays(made.holidays), day(days))


def test_nobody_is_booked_on_a_bank_holiday_or_a_weekend() -> None:
    """However they work: five days less the holiday are left of a week."""
    every_day = WorkingHours(tuple((weekday, 9 * 60, 17 * 60) for weekday in range(7)))
    made = review([person("t1", works=every_day)], rooms=(room("r1"),), holidays=frozenset({day(1)}))
    assert free(made)["t1"].free.minutes() == 4 * 8 * 60
    assert not free(made)["r1"].free.touches(*span(1, "00:00", "23:59").pairs[0])
    assert not free(made)["r1"].free.touches(*span(5, "00:00", "23:59").pairs[0])


def test_the_diary_takes_its_time_away() -> None:
    """Busy time is gone; if-needed time is left, and known as such."""
    diary = Diary(span(0, "10:00", "11:00"), span(0, "10:30", "12:00"))
    made = free(review([L1], diaries={"l1": diary}), 1)["l1"]
    assert made.free == span(0, "09:00", "10:00") | span(0, "11:00", "17:00")
    assert made.if_needed == span(0, "11:00", "12:00")


def test_a_room_can_be_had_at_any_hour() -> None:
    """Rooms keep no office hours; their diary counts."""
    made = review([], rooms=(room("r1"),), diaries={"r1": Diary(span(0, "08:00", "10:00"))})
    assert free(made, 1)["r1"].free == Spans.between(at(0, "00:00"), at(0, "08:00")) | Spans.between(
        at(0, "10:00"), at(1, "00:00")
    )


def test_a_hold_on_a_person_takes_whole_days() -> None:
    """From its first to its last day, both included; open-ended, to the end; upside down, nothing."""
    two_days = hold(HoldScope.PERSON, day(1), day(2), "l1")
    assert free(review([L1, L2], holds=(two_days,)))["l1"].free.minutes() == 3 * 8 * 60
    assert free(review([L1, L2], holds=(two_days,)))["l2"].free.minutes() == 5 * 8 * 60
    assert free(review([L1], holds=(hold(HoldScope.PERSON, day(1), None, "l1"),)))["l1"].free.minutes() == 8 * 60
    late = hold(HoldScope.PERSON, day(90), None, "l1")
    assert free(review([L1], holds=(late,)))["l1"].free.minutes() == 5 * 8 * 60


def test_leave_is_when_no_lead_has_any_time() -> None:
    """One of two away is not leave; both are; a single free quarter of an hour is none."""
    away = span(1, "00:00", "23:59")
    one = review([L1, L2], diaries={"l1": Diary(away)})
    assert leave(one) == frozenset()
    both = review([L1, L2], diaries={"l1": Diary(away), "l2": Diary(away)})
    assert leave(both) == {day(1)}
    a_little = review([L1], diaries={"l1": Diary(span(1, "00:00", "16:45"))})
    assert leave(a_little) == frozenset()


def test_a_part_time_lead_is_on_leave_when_not_at_work() -> None:
    """The Fridays of somebody who works Monday to Thursday count for no milestone; weekends never did."""
    assert leave(review([person("l1", Role.LEAD_REVIEWER, works=FRIDAYS_OFF)]), 14) == {day(4), day(11)}


def test_a_hold_on_the_only_lead_is_leave() -> None:
    """Somebody who is held writes no report."""
    made = review([L1], holds=(hold(HoldScope.PERSON, day(1), day(2), "l1"),))
    assert leave(made) == {day(1), day(2)}


def test_bank_holidays_are_no_leave() -> None:
    """They are no working days to begin with."""
    assert leave(review([L1], holidays=frozenset({day(1)}))) == frozenset()


def test_a_review_commissioned_in_the_past() -> None:
    """The days count from the day of commissioning, whenever that was."""
    made = review([L1], commissioned=MONDAY - timedelta(days=7))
    assert availability(made, day(0))["l1"].free.minutes() == 5 * 8 * 60
