"""Speed+ arithmetic: what a week can hold, said before anything is solved, and never too little."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, DailyLoad, Early, OneWeek, most_a_day
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.stages.table import SHAPE
from ltsched.solve.reasons.before import reasons_before_solving
from ltsched.solve.reasons.capacity import capacity_sums
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.crowded import crowded
from tests.support.plain_model import least, plain_model
from tests.support.small_agendas import small_agendas
from tests.support.solving import candidates_of, does_not_fit, fits, plan_agenda

LEADS = [person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2")]
TEAM = [person(id) for id in ("t1", "t2")]
STAFF = [person(f"c{number:02}", Role.CASE_GROUP, agency="school") for number in range(1, 25)]


def week(
    talks: int,
    *,
    leads: int = 1,
    loads: Sequence[DailyLoad] = (),
    busy: Spans = NEVER,
    meetings: Sequence[int] = (90, 90, 90, 90, 90, 180, 180, 90),
    first: date = MONDAY,
    **more: Any,
) -> Agenda:
    """Return a week of meetings of so many minutes each, and of conversations, with as many pairs as lead reviewers."""
    ids = tuple(each.id for each in LEADS[:leads])
    pool = (*ids, *(each.id for each in TEAM[:leads]))
    made = [activity(f"meeting:{n}", minutes=minutes, must=ids, first=first) for n, minutes in enumerate(meetings)]
    made += [conversation(each.id, pool, leads=ids, first=first, **more) for each in STAFF[:talks]]
    return agenda(
        [*LEADS[:leads], *TEAM[:leads], *STAFF[:talks]],
        made,
        busy=dict.fromkeys(ids, busy),
        daily_loads=loads,
        shape=OneWeek(tuple(each.id for each in made), MONDAY),
        days=7,
    )


def reasons(plan: Agenda) -> tuple[str, ...]:
    free, candidates = candidates_of(plan)
    return tuple(reason.text for reason in reasons_before_solving(plan, free, candidates))


def test_the_arithmetic_is_told() -> None:
    """40 h less 15 h of meetings, and 2½ h for each conversation but the last of a day: at most eleven, not twelve."""
    assert reasons(week(11)) == ()
    (reason,) = does_not_fit(week(12))
    assert "12 conversations in one week, each 120 minutes and then 30 free, need 30 h" in reason
    assert "in the best week (from Mon 1 Mar 2027) the pair of l1 has 40 h of free working time" in reason
    assert "less 15 h of meetings = 25 h, room for at most 11" in reason


def test_the_arithmetic_is_data() -> None:
    """The week, half-open, the twelve conversations and who would hold them, and how many are possible."""
    (reason,) = plan_agenda(week(12)).reasons
    assert (reason.rule, reason.dates) == ("capacity", (MONDAY, day(5)))
    assert reason.ids == (*(f"conversation:{each.id}" for each in STAFF[:12]), "l1")
    assert (reason.numbers, reason.cure is not None) == ({"needed": 12, "possible": 11}, True)


def test_days_of_the_lead_in_hold_nothing() -> None:
    """A week of which Monday lies in the lead-in has 32 h, and room for seven: the solver agrees."""
    assert reasons(week(7, first=day(1))) == ()
    assert len(fits(week(7, first=day(1))).bookings) == 15
    (reason,) = does_not_fit(week(8, first=day(1)))
    assert "in the best week (from Tue 2 Mar 2027) the pair of l1 has 32 h of free working time" in reason


def test_a_shorter_gap_and_a_second_pair_make_room() -> None:
    """25 h hold twelve conversations of two hours without gaps; two pairs hold twice as many as one."""
    assert reasons(week(12, gap_minutes=0)) == ()
    assert "at most 12" in reasons(week(13, gap_minutes=0))[0]
    assert reasons(week(22, leads=2)) == ()
    assert all(f"the pair of {lead} has" in reasons(week(23, leads=2))[0] for lead in ("l1", "l2"))


def test_the_daily_load_counts() -> None:
    """One conversation a day is five in the week."""
    every = tuple(f"conversation:{each.id}" for each in STAFF)
    assert reasons(week(5, loads=[DailyLoad(every, 1)])) == ()
    assert "at most 5 by 1 a day" in reasons(week(6, loads=[DailyLoad(every, 1)]))[0]


def test_the_daily_load_of_something_else_does_not() -> None:
    """A load of one that holds for another activity leaves the conversations alone."""
    assert reasons(week(6, loads=[DailyLoad(("conversation:c01",), 1)])) == ()


def test_a_gap_in_other_time_takes_none_of_the_week() -> None:
    """With other engagements of half an hour between them, three conversations fit into a day: the solver agrees."""
    only_monday = Spans.of(pair for number in range(1, 7) for pair in span(number, "00:00", "23:59"))
    busy = only_monday | span(0, "11:00", "11:30") | span(0, "13:30", "14:00") | span(0, "16:00", "17:00")
    plan = week(3, busy=busy, meetings=())
    assert reasons(plan) == ()
    assert len(fits(plan).bookings) == 3
    assert "at most 3" in reasons(week(4, busy=busy, meetings=()))[0]


def test_other_shapes_have_no_week() -> None:
    """Where nothing has to lie in one week, there is always another one."""
    assert reasons(agenda([LEADS[0]], [activity("a", must=("l1",))], days=3)) == ()


@pytest.mark.parametrize(
    ("loads", "most"),
    [
        ([], 3),
        ([DailyLoad(("a", "b", "c"), 2)], 2),
        ([DailyLoad(("a",), 1)], 3),
        ([DailyLoad(("a", "b"), 1)], 2),
        ([DailyLoad(("a", "b"), 1), DailyLoad(("c", "d"), 1)], 2),
        ([DailyLoad(("a", "b", "c"), 9)], 3),
    ],
)
def test_the_most_that_one_person_holds_a_day(loads: list[DailyLoad], most: int) -> None:
    """Each limit counts for its own activities alone; what none limits counts in full."""
    assert most_a_day(loads, ["a", "b", "c"]) == most


def held_by_two(talks: int, *, size: int = 2, leads: Sequence[str] = ("l1", "l2"), shape: Any = None) -> Agenda:
    """Return conversations without gaps that only l1 and l2 may hold, and a meeting that leaves each room for nine."""
    pair = ("l1", "l2")
    made = [activity("meeting", minutes=480, must=pair), activity("more", minutes=480, must=pair)]
    made += [activity("short", minutes=300, must=pair)]
    made += [conversation(each.id, pair, leads=leads, gap_minutes=0) for each in STAFF[:talks]]
    ids = tuple(each.id for each in made)
    return agenda([*LEADS, *STAFF[:talks]], made, shape=shape(ids) if shape else OneWeek(ids, MONDAY), days=7)


@pytest.mark.parametrize(
    ("shape", "words"),
    [
        (None, "14 conversations in one week, each 120 minutes, take 2 reviewers each: 28 places; in the best week"),
        (lambda ids: Blocks(ids, (), 5, 0, 0), "14 conversations in one block of 5 working days, each 120 minutes"),
        (
            lambda ids: Early(ids, MONDAY),
            "14 conversations, each 120 minutes, take 2 reviewers each: 28 places; in all",
        ),
    ],
)
def test_a_pool_gives_each_conversation_as_many_places_as_it_takes(shape: Any, words: str) -> None:
    """Two people with room for nine each have 18 places, not room for 18 conversations."""
    (reason,) = does_not_fit(held_by_two(14, shape=shape))
    assert reason.startswith(words)
    for lead in ("l1", "l2"):
        assert f"{lead} has 40 h of free working time less 21 h of meetings = 19 h, room for at most 9" in reason
    assert ": 18 places (" in reason
    assert "More reviewers who may hold them, fewer or shorter ones" in reason


def test_nine_are_not_said_to_be_too_many_and_ten_are() -> None:
    """The numbers are those of the arithmetic, to the last place."""
    assert reasons(held_by_two(9)) == ()
    assert "20 places" in reasons(held_by_two(10))[0]


@settings(deadline=None, derandomize=True, max_examples=60, suppress_health_check=list(HealthCheck))
@given(plan=st.one_of(crowded(), crowded(weeks=2), small_agendas()))
def test_what_is_short_is_impossible(plan: Agenda) -> None:
    """By the model without anything that only helps the proof, for any shape."""
    free, candidates = candidates_of(plan)
    if all(own.starts for own in candidates.values()) and any(sums.short for sums in capacity_sums(plan, free)):
        with plain_model():
            assert least(plan, SHAPE) is None
