"""One week, or blocks: it is enough to look at the best ones, in one order of what is alike."""

from __future__ import annotations

import itertools
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, OneWeek
from ltsched.domain.spans import NEVER
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.solve.explaining.clashes import find_clash, held_to, without
from ltsched.solve.explaining.fitting.alike import in_order
from ltsched.solve.explaining.fitting.packed import groups_of, parts_of
from ltsched.solve.explaining.possible import Trial, only
from tests.support.agendas import MONDAY, activity, agenda, conversation, day, person, span
from tests.support.clashing import fits, is_smallest, rules, runner, the
from tests.support.packed import packed

L1, L2 = (person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2"))
STAFF = [person(f"c{number}", Role.CASE_GROUP, agency="school") for number in range(1, 10)]


def talks(count: int) -> Agenda:
    """Return conversations of two hours that the same two have to hold in one week, for which there are many."""
    made = [conversation(one.id, ("l1", "l2"), leads=("l1", "l2")) for one in STAFF[:count]]
    shape = OneWeek(tuple(one.id for one in made), MONDAY)
    return agenda([L1, L2, *STAFF], made, shape=shape, days=60)


@settings(max_examples=25)
@given(packed(later=7))
def test_what_is_said_of_a_week_or_block_is_so(plan: Agenda) -> None:
    """By the whole model, in which each day is looked at."""
    for group in groups_of(plan):
        part = only(plan, group)
        assert Trial.of(part).possible(runner()) in (fits(part), None)
    assert Trial.of(plan).possible(runner()) in (fits(plan), None)


@settings(max_examples=25)
@given(packed(later=7), st.data())
def test_part_of_what_fits_fits(plan: Agenda, data: st.DataObject) -> None:
    """Of two blocks, too, that may be no farther apart than some days."""
    ids = [one.id for one in plan.activities]
    some = data.draw(st.sets(st.sampled_from(ids), min_size=1))
    part = only(plan, some)
    if fits(plan):
        assert fits(part)
        assert Trial.of(part).possible(runner()) is not False


def test_of_weeks_that_are_alike_one_is_looked_at() -> None:
    plan = talks(2)
    grid = lay_grid(plan)
    free = FreeTime.of(plan, grid)
    parts = parts_of(plan, free, find_candidates(plan, free))
    assert [{grid.start(own.starts[0]).date() for own in part.values()} for part in parts] == [{MONDAY}]


def test_of_weeks_of_which_none_is_better_each_is_looked_at() -> None:
    """In one somebody is away on Monday, in the next on Tuesday; in the third on both: that one is no better."""
    taken = NEVER
    for number in (0, 8, 14, 15):
        taken |= span(number, "09:00", "17:00")
    plan = talks(2)
    own = plan.availability["l1"]
    plan = plan.changed(availability={**plan.availability, "l1": replace(own, free=own.free - taken)})
    plan = plan.changed(horizon_end=day(21))
    free = FreeTime.of(plan, lay_grid(plan))
    assert len(parts_of(plan, free, find_candidates(plan, free))) == 2


def test_what_is_alike_comes_one_after_another() -> None:
    plan = talks(3)
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = find_candidates(plan, free)
    ids = [one.id for one in plan.activities]
    rules = in_order(plan, candidates, ()).precedences
    assert [(rule.before, rule.after) for rule in rules] == list(itertools.pairwise(ids))
    assert in_order(plan, candidates, ("l1", "l2")) is plan  # they may overlap, where nobody is in their way


def test_more_than_two_people_can_hold_in_a_week_is_one_clash_that_is_smallest() -> None:
    """Three conversations fit into a day, with the half hours between; on three days there is something else."""
    talks_too = [conversation(one.id, ("l1", "l2"), leads=("l1", "l2")) for one in STAFF]
    made = [*talks_too, *(activity(f"day:{number}", minutes=480, must=("l1",)) for number in (1, 2, 3))]
    plan = agenda([L1, L2, *STAFF], made, shape=OneWeek(tuple(one.id for one in made), MONDAY), days=60)

    clash = find_clash(plan, runner())

    assert clash is not None
    assert clash.smallest
    assert len(clash.activities) == 2 * 3 + 3 + 1
    assert {"one week", "panel", "gap", "double booking", "must attend", "length", "diary"} <= rules(clash)
    assert Trial.of(held_to(plan, clash)).possible(runner()) is False
    assert all(Trial.of(without(plan, clash, fact)).possible(runner()) for fact in clash.facts)


def test_blocks_too_far_apart_are_about_two_activities_and_how_long_a_block_may_be() -> None:
    """Between them lie the rest of the first block, and of the second: five working days each, at most."""
    made = [activity(id, minutes=60, must=("l1",)) for id in "abcd"]
    made[0] = replace(made[0], end=day(2))
    made[3] = replace(made[3], first=day(42))
    shape = Blocks(("a", "b"), ("c", "d"), 5, 7, 28)
    plan = agenda([L1], made, shape=shape, days=60)

    clash = find_clash(plan, runner())

    assert clash is not None
    assert clash.activities == ("a", "d")
    assert the(clash, "block").number == 5
    assert the(clash, "blocks apart").number == 28
    is_smallest(plan, clash)
    near = plan.changed(shape=replace(shape, most_days=35))
    assert fits(only(near, ("a", "d")))
    assert fits(near)
