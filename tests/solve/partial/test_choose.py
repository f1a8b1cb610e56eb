"""What is kept of a review of which not all fits: the smallest cases, and never less than could be."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, OneDay, OneWeek, Precedence
from ltsched.domain.spans import Spans
from tests.support.agendas import MONDAY, activity, agenda, at, conversation, day, person, room, span
from tests.support.brute_force import best_values
from tests.support.keeping import chosen, fits_by_solving, most_weight
from tests.support.packed import packed
from tests.support.short_of_places import short_of_places
from tests.support.small_agendas import small_agendas

LEADS = [person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2")]
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(1, 7)]
AFTERNOON = Spans.of([*span(0, "00:00", "13:00").pairs, *span(0, "15:00", "23:00").pairs])
"""Who is busy then has two hours on the Monday, from one to three."""


def kept(plan: Agenda, **weights: int) -> list[str]:
    """Return what is kept, proven, where an activity counts 1 unless `weights` say more of what begins so."""
    counts = {one.id: next((w for id, w in weights.items() if one.id.startswith(id)), 1) for one in plan.activities}
    found = chosen(plan, counts)
    assert found is not None
    assert found.proven
    assert found.result.timetable is not None
    assert {one.activity for one in found.result.timetable.bookings} == found.kept
    return sorted(found.kept)


def one_at_a_time(*ids: str, minutes: int = 120) -> Agenda:
    """Return meetings that l1 must come to, who has two hours in all."""
    return agenda(
        LEADS[:1], [activity(id, must=("l1",), minutes=minutes) for id in ids], busy={"l1": AFTERNOON}, days=1
    )


def test_where_all_fits_all_is_kept() -> None:
    assert kept(one_at_a_time("a", "b", minutes=60)) == ["a", "b"]


def test_what_has_no_start_of_its_own_is_left_out() -> None:
    plan = agenda(
        LEADS,
        [activity("a", must=("l1",)), activity("b", must=("l2",))],
        busy={"l2": span(0, "00:00", "23:00")},
        days=1,
    )
    assert kept(plan) == ["a"]


def test_of_two_that_exclude_one_another_the_more_important_is_kept() -> None:
    """Whichever it is: the order of the agenda does not matter."""
    assert kept(one_at_a_time("a", "b"), a=2) == ["a"]
    assert kept(one_at_a_time("a", "b"), b=2) == ["b"]


def test_it_is_the_sum_that_counts() -> None:
    """Two that are short and count 3 together against one that is long and counts 2, or 4."""
    plan = agenda(
        LEADS[:1],
        [activity("long", must=("l1",)), *(activity(id, must=("l1",), minutes=60) for id in ("short:1", "short:2"))],
        busy={"l1": AFTERNOON},
        days=1,
    )
    assert kept(plan, long=3, short=2) == ["short:1", "short:2"]
    assert kept(plan, long=5, short=2) == ["long"]


def test_what_came_before_something_left_out_comes_before_what_came_after_it() -> None:
    """b has no time at all; c could only come before a, which is before it by way of b."""
    plan = agenda(
        LEADS,
        [
            activity("a", must=("l1",), first=day(1)),
            activity("b", must=("l2",)),
            activity("c", must=("l1",), end=day(1)),
        ],
        busy={"l2": Spans.of([*span(0, "00:00", "23:00").pairs, *span(1, "00:00", "23:00").pairs])},
        precedences=[Precedence("a", "b"), Precedence("b", "c")],
        days=2,
    )
    assert kept(plan, a=2) == ["a"]


def test_a_lag_goes_with_what_is_left_out() -> None:
    """Three days from a to b, and three days to plan in: one of the two."""
    plan = agenda(
        LEADS, [activity("a", must=("l1",)), activity("b", must=("l1",))], precedences=[Precedence("a", "b", 3)], days=3
    )
    assert kept(plan, b=2) == ["b"]


def test_what_is_agreed_on_is_kept_whatever_it_counts() -> None:
    plan = one_at_a_time("a", "b")
    agreed = replace(plan.activities[0], agreed=at(0, "13:00"))
    assert kept(replace(plan, activities=(agreed, plan.activities[1])), b=9) == ["a"]


def test_what_only_its_rooms_keep_apart_is_found_out_by_planning() -> None:
    """Two meetings of different people at the one time of all, and one room."""
    plan = agenda(
        LEADS,
        [activity(f"m:{id}", must=(id,), room=RoomNeed.NEEDED) for id in ("l1", "l2")],
        rooms=[room("r1")],
        busy=dict.fromkeys(("l1", "l2"), AFTERNOON),
        days=1,
    )
    assert len(kept(plan)) == 1
    assert kept(plan, **{"m:l2": 2}) == ["m:l2"]


def test_what_has_to_come_before_the_report_may_fit_only_with_more() -> None:
    """The report follows the last meeting by 8 working days: b, which lies later, only has to come before it."""
    late = activity("b", must=("l2",), first=day(14), end=day(15), off_critical_path=True)
    early = activity("a", must=("l1",), first=day(0), end=day(1))
    last = activity("z", must=("l1",), first=day(10), end=day(11))
    assert kept(agenda(LEADS, [early, late, last], days=20)) == ["a", "b", "z"]
    assert kept(agenda(LEADS, [early, late], days=20), b=2) == ["b"]


def test_nothing_is_kept_where_nothing_can_be() -> None:
    busy = {"l1": span(0, "00:00", "23:00")}
    assert chosen(agenda(LEADS[:1], [activity("a", must=("l1",))], busy=busy, days=1), {"a": 1}) is None


def test_a_day_or_a_week_is_that_of_what_is_kept() -> None:
    """b and c only have the Tuesday, a only the Monday."""
    made = [
        activity("a", must=("l1",), end=day(1)),
        *(activity(id, must=("l1",), first=day(1), end=day(2)) for id in ("b", "c")),
    ]
    assert kept(agenda(LEADS[:1], made, shape=OneDay(("a", "b", "c")), days=2)) == ["b", "c"]
    later = [made[0], *(replace(one, first=day(8), end=day(9)) for one in made[1:])]
    assert kept(agenda(LEADS[:1], later, shape=OneWeek(("a", "b", "c"), MONDAY), days=12)) == ["b", "c"]


def test_blocks_are_those_of_what_is_kept() -> None:
    """Of the first block a lies too far from b; without it, the blocks are as far apart as they should be."""
    made = [
        activity(id, must=("l1",), first=day(number), end=day(number + 1))
        for id, number in (("a", 0), ("b", 7), ("z", 14))
    ]
    plan = agenda(LEADS[:1], made, shape=Blocks(("a", "b"), ("z",), 2, 7, 7), days=20)
    assert kept(plan, a=2, b=2) == ["b", "z"]
    assert kept(plan, a=2, b=2, z=9) == ["b", "z"]


def test_of_conversations_that_are_alike_as_many_are_held_as_there_are_places_for() -> None:
    """In one day with a meeting: no choice after the other, but a bound."""
    ids = ("l1", "l2")
    talks = [conversation(one.id, ids, leads=ids) for one in STAFF]
    meeting = activity("m", must=ids, minutes=180)
    everything = tuple(one.id for one in (meeting, *talks))
    plan = agenda([*LEADS, *STAFF], [meeting, *talks], shape=OneWeek(everything, MONDAY), days=1)
    weights = {one.id: 10 - number for number, one in enumerate(talks)}
    found = chosen(plan, {**weights, "m": 100})
    assert found is not None
    assert found.proven
    assert found.kept == {"m", "conversation:c1", "conversation:c2"}


def compared(plan: Agenda, weights: list[int], *, by_trying: bool) -> None:
    """See that as much is kept as the best of all choices."""
    counts = {one.id: weight for one, weight in zip(plan.activities, weights, strict=False)}
    most = most_weight(plan, counts, (lambda one: best_values(one) is not None) if by_trying else fits_by_solving)
    found = chosen(plan, counts)
    assert (None if found is None else found.weight) == most
    assert found is None or found.proven


WEIGHTS = st.lists(st.integers(1, 9), min_size=8, max_size=8)


@settings(max_examples=8)
@given(small_agendas(), WEIGHTS)
def test_as_much_is_kept_as_any_choice_that_fits(plan: Agenda, weights: list[int]) -> None:
    """Each choice is tried, and each timetable of it."""
    compared(plan, weights, by_trying=True)


@settings(max_examples=8)
@given(small_agendas(roomed=True), WEIGHTS)
def test_so_it_is_with_rooms(plan: Agenda, weights: list[int]) -> None:
    compared(plan, weights, by_trying=True)


@settings(max_examples=12)
@given(short_of_places(), WEIGHTS)
def test_so_it_is_where_places_are_short(plan: Agenda, weights: list[int]) -> None:
    """Each choice is tried by the whole model."""
    compared(plan, weights, by_trying=False)


@settings(max_examples=12)
@given(packed(), WEIGHTS)
def test_so_it_is_in_packed_reviews(plan: Agenda, weights: list[int]) -> None:
    """Without agreements, which those reviews have not opened the diaries for."""
    open = tuple(replace(one, agreed=None) for one in plan.activities)
    compared(replace(plan, activities=open), weights, by_trying=False)
