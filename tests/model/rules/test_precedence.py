"""Order in time: at its smallest, and at its edge."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.domain.people import Role
from ltsched.domain.rules import LagUnit, Precedence
from tests.support.agendas import activity, agenda, at, conversation, day, person, span
from tests.support.solving import does_not_fit, fits

L1, L2 = person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")


TALKERS = [person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2", "c3")]


T1 = person("t1")


A, B = activity("a", must=("l1",)), activity("b", must=("l2",))


def test_one_ends_before_the_other_starts() -> None:
    """Two that share nobody still keep their order; a minute too little, and they cannot."""
    busy = {"l1": span(0, "09:00", "13:00"), "l2": span(0, "09:00", "10:00")}
    plan = agenda([L1, L2], [A, B], busy=busy, precedences=[Precedence("a", "b")], days=1)
    assert [booking.start for booking in fits(plan).bookings] == [at(0, "13:00"), at(0, "15:00")]
    later = {"l1": span(0, "09:00", "13:01"), "l2": span(0, "09:00", "10:00")}
    does_not_fit(agenda([L1, L2], [A, B], busy=later, precedences=[Precedence("a", "b")], days=1))


def test_an_order_that_goes_round_is_impossible() -> None:
    """a before b before a: no timetable, and no hang."""
    does_not_fit(agenda([L1, L2], [A, B], precedences=[Precedence("a", "b"), Precedence("b", "a")], days=3))


@pytest.mark.parametrize(
    ("least", "unit", "days", "possible"),
    [
        (4, LagUnit.WORKING_DAYS, 5, True),  # Monday to Friday
        (5, LagUnit.WORKING_DAYS, 7, False),  # there is no second Monday
        (5, LagUnit.WORKING_DAYS, 8, True),
        (7, LagUnit.DAYS, 7, False),
        (7, LagUnit.DAYS, 8, True),
    ],
)
def test_a_least_lag_is_kept_to_the_day(least: int, unit: LagUnit, days: int, possible: bool) -> None:
    """From a Monday on: four working days fit into a week, five or a calendar week need the next Monday."""
    plan = agenda([L1, L2], [A, B], precedences=[Precedence("a", "b", least, None, unit)], days=days)
    assert fits(plan) if possible else does_not_fit(plan)


def test_a_bank_holiday_is_no_working_day_of_a_lag() -> None:
    """One working day after Friday is Tuesday where Monday is a holiday; two calendar days are Tuesday as well."""
    friday, holiday = day(4), day(7)
    first = activity("a", must=("l1",), first=friday, end=day(5))
    for rule in (Precedence("a", "b", 1), Precedence("a", "b", 2, None, LagUnit.DAYS)):
        found = fits(agenda([L1, L2], [first, B], precedences=[rule], holidays=[holiday], days=9))
        assert found.booking("b").day == day(8)


@pytest.mark.parametrize(
    ("most", "unit", "possible"),
    [
        (4, LagUnit.WORKING_DAYS, False),
        (5, LagUnit.WORKING_DAYS, True),
        (6, LagUnit.DAYS, False),
        (7, LagUnit.DAYS, True),
    ],
)
def test_a_greatest_lag_is_kept_to_the_day(most: int, unit: LagUnit, possible: bool) -> None:
    """One can only be on this Monday, the other on the next: five working days, seven calendar days."""
    early = activity("a", must=("l1",), end=day(1))
    late = activity("b", must=("l2",), first=day(7))
    plan = agenda([L1, L2], [early, late], precedences=[Precedence("a", "b", 0, most, unit)], days=8)
    assert fits(plan) if possible else does_not_fit(plan)


def test_a_greatest_lag_pulls_the_earlier_one_later() -> None:
    """The first waits for the second: at most one working day lies between them."""
    late = activity("b", must=("l2",), first=day(9))
    found = fits(agenda([L1, L2], [A, late], precedences=[Precedence("a", "b", 0, 1)], days=12))
    assert found.booking("a").day == day(8)


@pytest.mark.parametrize("panel", [False, True])
def test_lags_hold_for_conversations_and_meetings_alike(panel: bool) -> None:
    """Three working days from a conversation to the meeting about it, and the other way round."""
    talk = conversation("c1", ["l1", "t1"])
    meeting = activity("m", must=("l2",))
    rule = Precedence(talk.id, "m", 3) if panel else Precedence("m", talk.id, 3)
    people = [L1, L2, T1, TALKERS[0]]
    found = fits(agenda(people, [talk, meeting], precedences=[rule], days=4))
    assert abs((found.booking("m").day - found.booking(talk.id).day).days) == 3
    does_not_fit(agenda(people, [talk, meeting], precedences=[rule], days=3))


def test_working_days_across_christmas() -> None:
    """Five working days from Thursday 23 December 2027 end on Tuesday 4 January: three bank holidays lie between."""
    bank_holidays = [date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3)]
    number = (date(2027, 12, 23) - day(0)).days
    a = activity("a", must=("l1",), first=day(number), end=day(number + 1))
    b = activity("b", must=("l2",), first=day(number), end=day(number + 20))
    rule = Precedence("a", "b", 5)
    plan = agenda([L1, L2], [a, b], precedences=[rule], holidays=bank_holidays, days=number + 20)
    assert fits(plan).booking("b").day == date(2028, 1, 4)
