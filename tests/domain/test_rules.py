"""Every rule in its smallest feasible and its smallest infeasible case, and at its boundary."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.rules import (
    Blocks,
    DailyLoad,
    Early,
    LagUnit,
    OneDay,
    OneWeek,
    Precedence,
    Shape,
    Spread,
    Violation,
)
from ltsched.domain.timetable import Booking
from ltsched.domain.working_days import WorkingDays
from tests.support.agendas import MONDAY, at, day

PLAIN = WorkingDays()


def hour(id: str, number: int, clock: int = 10, panel: tuple[str, ...] = ()) -> Booking:
    """Return a booking of one hour on the day `number`."""
    return Booking(
        id, Kind.OTHER, id, at(number, f"{clock:02}:00"), at(number, f"{clock + 1:02}:00"), attendees=panel, panel=panel
    )


def on(**days: int) -> dict[str, Booking]:
    """Return bookings by id, each at ten o'clock on its day."""
    return {id: hour(id, number) for id, number in days.items()}


Rule = Precedence | DailyLoad | Shape


def broken(rule: Rule, bookings: Mapping[str, Booking], working_days: WorkingDays = PLAIN) -> list[Violation]:
    return list(rule.broken_by(bookings, working_days))


def named(rule: Rule, bookings: Mapping[str, Booking], working_days: WorkingDays = PLAIN) -> list[str]:
    return [violation.rule for violation in broken(rule, bookings, working_days)]


def test_a_violation_tells_its_rule_first() -> None:
    """The sentence starts with the name of the rule."""
    assert str(Violation("lag", ("a", "b"), "b is too soon")) == "lag: b is too soon"


@pytest.mark.parametrize(("clock", "rules"), [(11, []), (10, ["precedence"]), (9, ["precedence"])])
def test_precedence_ends_before_the_next_starts(clock: int, rules: list[str]) -> None:
    """On one day the second may start when the first ends, not earlier."""
    bookings = {"a": hour("a", 0), "b": hour("b", 0, clock)}
    assert named(Precedence("a", "b"), bookings) == rules


def test_precedence_the_other_day_before() -> None:
    """The day before is too early, and is told as one thing with both ids."""
    (violation,) = broken(Precedence("a", "b", 5, 10), on(a=1, b=0))
    assert (violation.rule, violation.ids) == ("precedence", ("a", "b"))


@pytest.mark.parametrize(("number", "rules"), [(7, ["lag"]), (8, []), (11, []), (12, []), (14, []), (15, ["lag"])])
def test_a_lag_in_working_days(number: int, rules: list[str]) -> None:
    """From Tuesday (day 1), 5 to 9 working days: the next Tuesday is the first that fits; a weekend counts nothing."""
    assert named(Precedence("a", "b", 5, 9), on(a=1, b=number)) == rules


def test_a_lag_leaves_out_bank_holidays() -> None:
    """A bank holiday between the two makes a lag shorter."""
    working_days = WorkingDays(frozenset({day(3)}))
    assert named(Precedence("a", "b", 5), on(a=1, b=8), working_days) == ["lag"]
    assert named(Precedence("a", "b", 5), on(a=1, b=9), working_days) == []


@pytest.mark.parametrize(("number", "rules"), [(20, ["lag"]), (21, []), (42, []), (43, ["lag"])])
def test_a_lag_in_calendar_days(number: int, rules: list[str]) -> None:
    """Three to six weeks are 21 to 42 days, weekends and holidays counted."""
    assert named(Precedence("a", "b", 21, 42, LagUnit.DAYS), on(a=0, b=number)) == rules


def test_rules_say_nothing_of_what_is_not_booked() -> None:
    """What is not booked is told elsewhere."""
    assert named(Precedence("a", "b", 5), on(a=0)) == named(Precedence("a", "b", 5), on(b=0)) == []
    assert named(DailyLoad(("a", "b"), 1), {}) == []
    assert named(Spread(("a",), (0,), 0, (MONDAY,)), {}) == []
    assert named(Blocks(("a",), ("b",), 1, 1, 1), on(a=0)) == named(Blocks(("a",), ("b",), 1, 1, 1), on(b=0)) == []
    assert named(Blocks(("a",), ("b",), 1, 1, 1), {}) == named(OneWeek(("a",), MONDAY), {}) == []
    assert named(OneDay(("a",)), {}) == []


def test_a_daily_load_counts_what_one_person_holds_on_one_day() -> None:
    """Two a day are allowed: the third breaks it, for the person who holds it alone."""
    rule = DailyLoad(("a", "b", "c"), 2)
    two = {id: hour(id, 0, clock, panel) for id, clock, panel in (("a", 9, ("l1", "t1")), ("b", 11, ("l1", "t1")))}
    assert broken(rule, two) == []
    assert broken(rule, {**two, "c": hour("c", 1, 9, ("l1", "t1"))}) == []
    assert broken(rule, {**two, "c": hour("c", 0, 13, ("l2", "t2"))}) == []
    (violation,) = broken(rule, {**two, "c": hour("c", 0, 13, ("l1", "t2"))})
    assert (violation.rule, violation.ids) == ("daily load", ("l1", "a", "b", "c"))


SPREAD = Spread(("a", "b"), (3, 10), 2, tuple(PLAIN.between(MONDAY, day(28))))


@pytest.mark.parametrize(
    ("a", "b", "ids"),
    [
        (1, 10, []),  # index 1 and 8: two before either position
        (7, 16, []),  # index 5 and 12: two after either
        (0, 10, ["a"]),
        (8, 16, ["a"]),
        (1, 9, ["b"]),
        (1, 17, ["b"]),
        (0, 17, ["a", "b"]),
    ],
)
def test_a_spread_keeps_to_its_even_positions(a: int, b: int, ids: list[str]) -> None:
    """A meeting lies at most the tolerance from its position, counted in days that are worked and not held."""
    assert [violation.ids for violation in broken(SPREAD, on(a=a, b=b))] == [(id,) for id in ids]


@pytest.mark.parametrize("position", range(-3, 25))
def test_the_window_of_a_spread_has_the_days_that_it_allows(position: int) -> None:
    """`window` and `broken_by` agree on every day; where no day is near enough, the window is empty."""
    rule = Spread(("a",), (position,), 2, SPREAD.days)
    first, end = rule.window(position)
    allowed = [number for number in range(28) if day(number).weekday() < 5 and not named(rule, on(a=number))]
    assert [number for number in range(28) if day(number).weekday() < 5 and first <= day(number) < end] == allowed


def test_held_days_do_not_count_in_a_spread() -> None:
    """A hold of a week moves what comes after it by a week."""
    days = tuple(each for each in SPREAD.days if not day(7) <= each < day(14))
    rule = Spread(("a", "b"), (3, 10), 2, days)
    assert named(rule, on(a=1, b=17)) == []
    assert named(rule, on(a=1, b=10)) == ["spread"]


@pytest.mark.parametrize(
    ("days", "measures"),
    [
        ({"a": 3, "b": 14}, (0, 0)),
        ({"a": 3, "b": 15}, (0, 1)),
        ({"a": 2, "b": 15}, (0, 2)),
    ],
)
def test_a_spread_of_two_has_one_gap(days: dict[str, int], measures: tuple[int, int]) -> None:
    """With one gap, the greatest is the least; the deviations still add up."""
    assert SPREAD.measures(on(**days), PLAIN) == measures


def test_a_spread_is_measured_by_its_gaps() -> None:
    """Gaps of 2 and 6 working days differ by 4; the positions 0, 4, 8 are missed by 0, 2 and 0."""
    rule = Spread(("a", "b", "c"), (0, 4, 8), 9, SPREAD.days)
    assert rule.measures(on(a=0, b=2, c=10), PLAIN) == (4, 2)
    assert Spread(("a",), (0,), 9, SPREAD.days).measures(on(a=3), PLAIN) == (0, 3)
    assert Spread((), (), 9, SPREAD.days).measures({}, PLAIN) == (0, 0)


BLOCKS = Blocks(("a", "b"), ("c", "d"), 5, 21, 42)


@pytest.mark.parametrize(
    ("b", "c", "d", "rules"),
    [
        (4, 28, 32, []),  # Monday to Friday, twice
        (7, 28, 32, ["block"]),  # Monday to Monday: six working days
        (4, 28, 35, ["block"]),
        (4, 25, 30, []),  # 21 days after the first block, from Friday to Wednesday: four working days
        (4, 24, 30, ["blocks apart"]),
        (4, 46, 46, []),  # 42 days
        (4, 47, 47, ["blocks apart"]),
    ],
)
def test_blocks_are_short_and_apart(b: int, c: int, d: int, rules: list[str]) -> None:
    """A block takes at most its working days, first and last counted; the pause is counted in calendar days."""
    assert named(BLOCKS, on(a=0, b=b, c=c, d=d)) == rules


def test_a_bank_holiday_in_a_block_does_not_count() -> None:
    """Monday to Monday are five working days if one of them is a bank holiday."""
    bookings = on(a=0, b=7, c=35, d=35)
    assert named(BLOCKS, bookings, WorkingDays(frozenset({day(2)}))) == []
    assert BLOCKS.measures(bookings, WorkingDays(frozenset({day(2)}))) == (6,)
    assert BLOCKS.measures(bookings, PLAIN) == (7,)


@pytest.mark.parametrize(
    ("days", "ids"),
    [
        ({"a": 0, "b": 4, "c": 2}, []),
        ({"a": 0, "b": 4, "c": 7}, ["c"]),
        ({"a": 7, "b": 4, "c": 7}, ["b"]),
        ({"a": 0, "b": 5, "c": 2}, ["b"]),  # a Saturday
    ],
)
def test_one_week_is_monday_to_friday(days: dict[str, int], ids: list[str]) -> None:
    """What lies outside the week of the others, or at its weekend, is named."""
    rule = OneWeek(("a", "b", "c"), MONDAY)
    assert [violation.ids for violation in broken(rule, on(**days))] == [(id,) for id in ids]


@pytest.mark.parametrize(("number", "weeks"), [(0, 0), (4, 0), (7, 1), (18, 2)])
def test_one_week_is_measured_by_the_weeks_before_it(number: int, weeks: int) -> None:
    """The earliest week is best."""
    assert OneWeek(("a",), MONDAY).measures(on(a=number), PLAIN) == (weeks,)
    assert OneWeek(("a",), MONDAY).measures({}, PLAIN) == (0,)


def test_one_day_is_one_day() -> None:
    """Two bookings on a day are one day, on two days they break the rule."""
    rule = OneDay(("a", "b"))
    same = {"a": hour("a", 0, 9), "b": hour("b", 0, 14)}
    assert (named(rule, same), rule.measures(same, PLAIN)) == ([], (1,))
    assert (named(rule, on(a=0, b=1)), rule.measures(on(a=0, b=1), PLAIN)) == (["one day"], (2,))


@pytest.mark.parametrize(("last", "value"), [(0, 0), (1, 1), (7, 5), (11, 9)])
def test_early_is_a_wish_about_the_last(last: int, value: int) -> None:
    """It forbids nothing, and counts the working days before the last meeting."""
    rule = Early(("a", "b"), MONDAY)
    assert named(rule, on(a=0, b=last)) == []
    assert rule.measures(on(a=0, b=last), PLAIN) == (value,)
    assert rule.measures({}, PLAIN) == (0,)


def test_a_lag_is_told_in_its_unit() -> None:
    """The text says how many, of what, and how many there should be."""
    (violation,) = broken(Precedence("a", "b", 5), on(a=0, b=1))
    assert violation.text == "b is 1 working days after a, least 5"
    assert Precedence("a", "b").lag(date(2027, 3, 1), date(2027, 3, 8), PLAIN) == 5
