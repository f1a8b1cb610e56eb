"""The shapes as rules of the model: each at its smallest, and at its edge; and what each measures."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Precedence, Shape, Spread
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.solving import does_not_fit, fits, values

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("t1"), person("c1", Role.CASE_GROUP)]
WORKED = tuple(day(n) for n in range(28) if day(n).weekday() < 5)


def meeting(id: str, first: int = 0, end: int = 60, minutes: int = 120) -> Activity:
    """Return a meeting of the lead reviewer that may lie in the days ``[first, end)``."""
    return activity(id, must=("l1",), first=day(first), end=day(end), minutes=minutes)


def shaped(shape: Shape, *windows: tuple[int, int], days: int = 28, **more: Any) -> Agenda:
    """Return an agenda of meetings a, b, c … with these windows."""
    made = [meeting(id, *window) for id, window in zip("abcdef", windows, strict=False)]
    return agenda(PEOPLE, made, shape=shape, days=days, **more)


@pytest.mark.parametrize(("tolerance", "possible"), [(3, True), (2, False)])
def test_a_spread_keeps_its_tolerance(tolerance: int, possible: bool) -> None:
    """A meeting that can only be three working days from its even position."""
    plan = shaped(Spread(("a",), (5,), tolerance, WORKED), (2, 3))
    if possible:
        assert (values(fits(plan))["shape"], values(fits(plan))["evenness"]) == (0, 3)
    else:
        (reason,) = does_not_fit(plan)
        assert "a has no time: no working day lies" in reason
        assert "its even position, give or take 2 working days" in reason


def test_a_spread_is_as_even_as_it_can_be() -> None:
    """The middle one can only be early: the others follow it, until the gaps are equal."""
    found = fits(shaped(Spread(("a", "b", "c"), (2, 8, 14), 3, WORKED), (0, 60), (0, 9), (0, 60)))
    assert values(found)["shape"] == 0
    gaps = [WORKED.index(found.booking(id).day) for id in "abc"]
    assert gaps[1] - gaps[0] == gaps[2] - gaps[1]


def test_a_spread_counts_the_days_that_are_not_held() -> None:
    """Held days are not among those that positions are counted in: the sixth day lies a week later."""
    unheld = tuple(each for each in WORKED if not day(4) <= each < day(11))
    found = fits(shaped(Spread(("a",), (5,), 0, unheld), (0, 60)))
    assert found.booking("a").day == day(14)


@pytest.mark.parametrize(("last", "possible"), [(4, True), (7, False)])
def test_a_block_has_its_greatest_length(last: int, possible: bool) -> None:
    """Monday to Friday are five working days; the Monday after is the sixth."""
    plan = shaped(Blocks(("a", "b"), (), 5, 0, 0), (0, 1), (last, last + 1))
    if possible:
        assert values(fits(plan))["shape"] == 5
    else:
        does_not_fit(plan)


def test_a_block_may_lie_over_a_weekend_and_a_holiday() -> None:
    """Only working days count: Thursday to Tuesday are three if Monday is a bank holiday."""
    plan = shaped(Blocks(("a", "b"), (), 3, 0, 0), (3, 4), (8, 9), holidays=[day(7)])
    assert values(fits(plan))["shape"] == 3
    does_not_fit(shaped(Blocks(("a", "b"), (), 3, 0, 0), (3, 4), (8, 9)))


@pytest.mark.parametrize(
    ("least", "most", "possible"), [(7, 7, True), (8, 20, False), (0, 6, False), (0, 7, True), (7, 20, True)]
)
def test_the_pause_between_the_blocks(least: int, most: int, possible: bool) -> None:
    """From Wednesday, the end of the first, to Wednesday, the start of the second: seven days."""
    plan = shaped(Blocks(("a", "b"), ("c",), 5, least, most), (0, 1), (2, 3), (9, 10))
    assert fits(plan) if possible else does_not_fit(plan)


def test_conversations_count_for_their_block() -> None:
    """A conversation that can only be on Tuesday makes the block two days long and starts its pause."""
    talk = conversation("c1", ["l1", "t1"], first=day(1), end=day(2))
    made = [meeting("a", 0, 1), talk, meeting("b", 8, 9)]
    plan = agenda(PEOPLE, made, shape=Blocks(("a", talk.id), ("b",), 2, 7, 7), days=10)
    assert values(fits(plan))["shape"] == 3
    does_not_fit(agenda(PEOPLE, made, shape=Blocks(("a", talk.id), ("b",), 1, 7, 7), days=10))
    does_not_fit(agenda(PEOPLE, made, shape=Blocks(("a", talk.id), ("b",), 2, 8, 9), days=10))


def test_a_gap_in_other_time_takes_none_of_a_block() -> None:
    """Engagements of half an hour hold the gaps: three conversations of two hours fit into six free hours."""
    staff = [person(f"c{n}", Role.CASE_GROUP, agency="school") for n in range(1, 4)]
    talks = [conversation(each.id, ["l1", "t1"], leads=["l1"]) for each in staff]
    ids = tuple(talk.id for talk in talks)
    busy = {"l1": span(0, "11:00", "11:30") | span(0, "13:30", "14:00") | span(0, "16:00", "17:00")}
    plan = agenda([*PEOPLE[:2], *staff], talks, busy=busy, shape=Blocks(ids, (), 1, 0, 0), days=1)
    assert values(fits(plan))["shape"] == 1


def test_blocks_are_as_short_as_they_can_be() -> None:
    """Two meetings of five hours take two days, two of four hours one."""
    assert values(fits(shaped(Blocks(("a", "b"), (), 5, 0, 0), (0, 60), (0, 60))))["shape"] == 1
    made = [meeting(id, minutes=300) for id in "ab"]
    plan = agenda(PEOPLE, made, shape=Blocks(("a", "b"), (), 5, 0, 0), days=7)
    assert values(fits(plan))["shape"] == 2


@pytest.mark.parametrize(("second", "possible"), [((4, 5), True), ((7, 8), False)])
def test_one_week_is_monday_to_friday(second: tuple[int, int], possible: bool) -> None:
    """Monday and Friday of one week; not Monday and the next."""
    plan = shaped(OneWeek(("a", "b"), MONDAY), (0, 1), second)
    assert fits(plan) if possible else does_not_fit(plan)


def test_the_earliest_week_is_best() -> None:
    """A meeting that cannot be before the third week takes the other with it: two weeks have passed."""
    found = fits(shaped(OneWeek(("a", "b"), MONDAY), (0, 60), (16, 60)))
    assert values(found)["shape"] == 2
    assert {booking.day.isocalendar().week for booking in found.bookings} == {11}


def test_no_week_before_the_first_monday() -> None:
    """Whatever lies there: the conversation has to wait."""
    talk = conversation("c1", ["l1", "t1"])
    plan = agenda(PEOPLE, [talk], shape=OneWeek((talk.id,), day(7)), days=12)
    assert fits(plan).booking(talk.id).day >= day(7)
    does_not_fit(agenda(PEOPLE, [talk], shape=OneWeek((talk.id,), day(7)), days=6))


def test_what_is_not_in_the_week_may_lie_outside() -> None:
    """Only those that the shape is about have to share the week."""
    assert fits(shaped(OneWeek(("a",), MONDAY), (0, 1), (16, 17)))


@pytest.mark.parametrize(("minutes", "possible"), [(240, True), (255, False)])
def test_one_day_holds_both_or_nothing_fits(minutes: int, possible: bool) -> None:
    """Four hours and four hours share a working day of eight; a quarter of an hour more do not."""
    made = [meeting("a", minutes=240), meeting("b", minutes=minutes)]
    plan = agenda(PEOPLE, made, shape=OneDay(("a", "b")), days=3)
    if possible:
        assert values(fits(plan))["shape"] == 1
    else:
        assert "it would fit if it need not lie on one day" in does_not_fit(plan)


def test_one_day_ties_conversations_too() -> None:
    """A conversation and a meeting of one day, although each could be on any."""
    talk = conversation("c1", ["l1", "t1"], first=day(2))
    found = fits(agenda(PEOPLE, [talk, meeting("a")], shape=OneDay((talk.id, "a")), days=4))
    assert len({booking.day for booking in found.bookings}) == 1


def test_early_counts_working_days_to_the_last() -> None:
    """The second can come no earlier than the next Monday: five working days from the first."""
    found = fits(shaped(Early(("a", "b"), MONDAY), (0, 60), (5, 60)))
    assert values(found)["shape"] == 5


def test_early_does_not_mind_what_lies_before_its_start() -> None:
    """Meetings before the day from which it counts are worth nothing, not less than nothing."""
    found = fits(shaped(Early(("a",), day(14)), (0, 7)))
    assert values(found)["shape"] == 0


def test_the_shape_gives_way_to_order() -> None:
    """A lag of ten working days makes Early ten, and a block of five impossible."""
    lag = [Precedence("a", "b", 10)]
    assert values(fits(shaped(Early(("a", "b"), MONDAY), (0, 60), (0, 60), precedences=lag)))["shape"] == 10
    reasons = does_not_fit(shaped(Blocks(("a", "b"), (), 5, 0, 0), (0, 60), (0, 60), precedences=lag))
    assert "it would fit without least and greatest gaps between meetings" in reasons
    assert "it would fit if it need not lie in two blocks" in reasons
