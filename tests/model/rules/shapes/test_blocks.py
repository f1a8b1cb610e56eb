"""Two short blocks with a pause between them."""

from __future__ import annotations

from typing import Any

import pytest

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role, WorkingHours
from ltsched.domain.rules import Blocks, Shape
from tests.support.agendas import activity, agenda, conversation, day, person, span
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


@pytest.mark.parametrize(("last", "possible"), [(4, True), (7, False)])
def test_a_block_has_its_greatest_length(last: int, possible: bool) -> None:
    """Monday to Friday are five working days; the Monday after is the sixth."""
    plan = shaped(Blocks(("a", "b"), (), 5, 0, 0), (0, 1), (last, last + 1))
    if possible:
        assert values(fits(plan))["shape"] == 5
    else:
        does_not_fit(plan)


SATURDAYS_TOO = WorkingHours(tuple((weekday, 9 * 60, 17 * 60) for weekday in range(6)))


def of_six_days(made: list[Activity], most_working_days: int, days: int = 21) -> Agenda:
    """Return an agenda of a block of meetings of somebody who works on Saturdays."""
    people = [person("l1", Role.LEAD_REVIEWER, agency="", works=SATURDAYS_TOO)]
    return agenda(people, made, shape=Blocks(tuple(one.id for one in made), (), most_working_days, 0, 0), days=days)


def test_a_saturday_is_no_working_day_of_a_block() -> None:
    """From Monday to Saturday a block takes five working days, and from Saturday to Monday one."""
    assert values(fits(of_six_days([meeting("a", 0, 1), meeting("b", 5, 6)], 5)))["shape"] == 5
    does_not_fit(of_six_days([meeting("a", 0, 1), meeting("b", 5, 6)], 4))
    assert values(fits(of_six_days([meeting("a", 5, 6), meeting("b", 7, 8)], 1)))["shape"] == 1
    assert values(fits(of_six_days([meeting("a", 5, 6)], 1)))["shape"] == 0


def test_a_block_has_the_hours_of_its_saturday() -> None:
    """Two whole days in a block of one working day, as one of them is a Saturday; three take two."""
    whole = [meeting(id, 4, 6, minutes=480) for id in "ab"]
    assert values(fits(of_six_days(whole, 1)))["shape"] == 1
    assert values(fits(of_six_days([*whole, meeting("c", 3, 8, minutes=480)], 2)))["shape"] == 2


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
