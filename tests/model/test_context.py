"""What the model asks of the grid and the agenda, against the domain's own words for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from ortools.sat.python import cp_model

from ltsched.domain.people import Role
from ltsched.domain.stages.preferences import touches_lunch
from ltsched.model.context import Context
from ltsched.model.overlaps import Overlaps
from tests.support.agendas import activity, agenda, conversation, option, person
from tests.support.solving import candidates_of

LEADS = [person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2")]


@pytest.fixture
def context() -> Context:
    """Two days with a meeting of two and a conversation that one of them holds."""
    people = [*LEADS, person("t1"), person("p1", Role.CASE_GROUP, agency="school")]
    made = [
        activity("joint-meeting:1", must=("l1",), expected=("t1",)),
        conversation("p1", ["l1", "l2", "t1"], leads=["l1", "l2"]),
    ]
    plan = agenda(people, made, days=2)
    free, candidates = candidates_of(plan)
    return Context(plan, free, candidates, cp_model.CpModel(), False, Overlaps.of(plan))


def test_lunch_is_that_of_the_domain(context: Context) -> None:
    """Start by start, whatever the length: the model reckons with slots, the domain with moments."""
    grid, some = context.grid, context.candidates["joint-meeting:1"]
    for minutes in (15, 60, 95, 120, 290, 300):
        own = replace(some, activity=replace(some.activity, minutes=minutes), length=grid.length(minutes))
        for slot in range(grid.slots):
            taken = touches_lunch(grid.start(slot), grid.start(slot) + timedelta(minutes=minutes))
            assert context.takes_lunch(own, slot) == taken
            assert context.lunch_starts(own) >> slot % grid.slots_a_day & 1 == taken


def test_a_whole_slot_may_reach_into_lunch_though_the_booking_does_not() -> None:
    """Of an hour and a half in slots of an hour, from eleven o'clock on: that ends when lunch begins."""
    coarse = option(slot_minutes=60, start_step_minutes=60)
    plan = agenda(LEADS, [activity("a", minutes=90, must=("l1",))], days=1, option=coarse)
    free, candidates = candidates_of(plan)
    context = Context(plan, free, candidates, cp_model.CpModel(), False, Overlaps.of(plan))
    taken = {free.grid.start(slot).hour: context.takes_lunch(candidates["a"], slot) for slot in candidates["a"].starts}
    assert taken == {9: 0, 10: 0, 11: 0, 12: 1, 13: 1, 14: 0, 15: 0}


def test_stretches_of_free_time_are_those_of_their_day(context: Context) -> None:
    """In slots of the grid; a day that is not on it has none."""
    free, grid = context.free, context.grid
    for index, day in enumerate(grid.days):
        for first, end in free.runs("l1", day):
            assert index * grid.slots_a_day <= first < end <= (index + 1) * grid.slots_a_day
        assert (
            sum(end - first for first, end in free.runs("l1", day))
            == (free.free["l1"] & grid.day_mask(day)).bit_count()
        )
    assert free.runs("l1", grid.days[0] - timedelta(days=1)) == []


def test_who_might_have_another_booking_is_asked_of_the_agenda(context: Context) -> None:
    """A reviewer who may hold a conversation might be at it instead; nobody invited to that may do anything else."""
    joint, talk = context.agenda.activities
    assert list(context.clashing(joint)) == ["t1"]
    assert list(context.clashing(talk)) == []
