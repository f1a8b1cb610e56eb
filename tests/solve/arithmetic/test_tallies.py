"""What is counted of people and pools, short or not: the tightest first, and never too little."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Tally
from ltsched.domain.people import Role
from ltsched.domain.rules import DailyLoad, Early, OneWeek
from ltsched.domain.stages.table import SHAPE
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic.counting import Counting
from ltsched.solve.arithmetic.tallies import find_tallies
from tests.support.agendas import activity, agenda, conversation, day, person
from tests.support.brute_force import best_values, combinations
from tests.support.crowded import crowded
from tests.support.plain_model import least, plain_model
from tests.support.short_of_places import short_of_places
from tests.support.small_agendas import small_agendas
from tests.support.solving import does_not_fit, fits

STAFF = [person(f"c{number:02}", Role.CASE_GROUP, agency="school") for number in range(1, 20)]
PAIR = ("l1", "l2")
LEADS = [person(id, Role.LEAD_REVIEWER, agency="") for id in PAIR]


def tallies(plan: Agenda) -> tuple[Tally, ...]:
    """Return all that is counted of `plan`."""
    free = FreeTime.of(plan, lay_grid(plan))
    return find_tallies(Counting(plan, free, narrow(plan, free.grid, find_candidates(plan, free))))


def by_two(talks: int, *, days: int = 2, loads: int = 9, shape: type[OneWeek] | type[Early] = Early) -> Agenda:
    """Return conversations without gaps that l1 and l2 hold, four on a day of eight hours."""
    made = [conversation(each.id, PAIR, gap_minutes=0) for each in STAFF[:talks]]
    ids = tuple(one.id for one in made)
    return agenda(
        [*LEADS, *STAFF[:talks]], made, shape=shape(ids, day(0)), daily_loads=[DailyLoad(ids, loads)], days=days
    )


def test_both_are_needed_for_each() -> None:
    """Eight conversations fill two days, to the last; nine do not fit."""
    tally = tallies(by_two(8))[0]
    assert (tally.people, tally.needed, tally.possible, tally.each, tally.short) == (PAIR, 8, 8, 2, False)
    assert len(fits(by_two(8)).bookings) == 8
    assert tallies(by_two(9))[0].short
    assert does_not_fit(by_two(9))


def pool_of_three(talks: int) -> Agenda:
    """Return conversations that two of three hold, on two days, at most two a day for each of them."""
    pool = (*PAIR, "t1")
    made = [conversation(each.id, pool, gap_minutes=0) for each in STAFF[:talks]]
    load = DailyLoad(tuple(one.id for one in made), 2)
    return agenda([*LEADS, person("t1"), *STAFF[:talks]], made, daily_loads=[load], days=2)


def test_a_pool_gives_two_places_to_each() -> None:
    """Three people with room for four each have twelve places: six conversations, and not seven."""
    tally = tallies(pool_of_three(6))[0]
    assert (tally.needed, tally.possible, tally.size, tally.only) == (12, 12, 2, True)
    assert tally.rooms == dict.fromkeys((*PAIR, "t1"), 4)
    assert len(fits(pool_of_three(6)).bookings) == 6
    assert tallies(pool_of_three(7))[0].short


def test_what_only_some_may_hold_is_counted_of_them() -> None:
    """Three conversations that only l1 and l2 may hold, one a day each, and two that others may hold as well."""
    pool = (*PAIR, "t1", "t2")
    made = [conversation(each.id, PAIR) for each in STAFF[:3]] + [conversation(each.id, pool) for each in STAFF[3:5]]
    load = DailyLoad(tuple(one.id for one in made), 1)
    plan = agenda(
        [*LEADS, person("t1"), person("t2"), *STAFF[:5]], made, daily_loads=[load], days=2, shape=Early((), day(0))
    )
    tally = tallies(plan)[0]
    assert (tally.people, [one.id for one in tally.activities]) == (PAIR, [one.id for one in made[:3]])
    assert (tally.short, tally.needed, tally.possible) == (True, 3, 2)


def test_the_tightest_is_first() -> None:
    """What is short before what is not, and what has less to spare before what has more."""
    made = [activity(f"m{n}", must=("t1",), minutes=240) for n in range(3)]
    plan = by_two(9)
    plan = agenda([*plan.review.people, person("t1")], [*plan.activities, *made], days=2)
    spare = [tally.spare for tally in tallies(plan)]
    assert spare == sorted(spare)
    assert spare[0] < 0 < spare[-1]


def test_activities_without_a_start_are_left_out() -> None:
    """What the rest lacks is told all the same."""
    plan = by_two(9)
    never = activity("never", must=PAIR, minutes=900)
    assert tallies(agenda(plan.review.people, [*plan.activities, never], days=2))[0].short


def test_no_more_is_told_than_is_asked_for() -> None:
    """With eight of eight nothing is to spare; six of eight leave a third."""
    for talks, told in ((8, True), (6, False)):
        plan = by_two(talks)
        free = FreeTime.of(plan, lay_grid(plan))
        found = find_tallies(Counting(plan, free, find_candidates(plan, free)), up_to=0.1, up_to_in_hours=0.1)
        assert bool(found) is told


FEW = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


@settings(FEW, max_examples=60)
@given(plan=st.one_of(short_of_places(), crowded(), crowded(weeks=2)))
def test_what_is_short_is_impossible(plan: Agenda) -> None:
    """By the model without anything that only helps the proof."""
    if any(tally.short for tally in tallies(plan)):
        with plain_model():
            assert least(plan, SHAPE) is None


@settings(FEW, max_examples=150)
@given(plan=small_agendas())
def test_no_timetable_is_cut_off(plan: Agenda) -> None:
    """By trying them all, for every shape."""
    if any(tally.short for tally in tallies(plan)) and combinations(plan) <= 20_000:
        assert best_values(plan) is None
