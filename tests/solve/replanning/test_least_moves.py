"""Planning again moves the least that trying every timetable finds, stage by stage, and proves it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Issued, Ledger, Method, Shown, invitation_uid
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.replanning.before import Before
from ltsched.domain.review import Organiser
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import PREFERENCES
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.solve.result import Result
from ltsched.verify import verify
from tests.solve.test_small_agendas import FEW, MOST_COMBINATIONS
from tests.support.brute_force import best_values, combinations
from tests.support.small_agendas import PEOPLE, small_agendas, some_time
from tests.support.solving import plan_agenda, replan_agenda

OFFICE = Organiser("Office", "office@example.org")
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
IDS = tuple(person.id for person in PEOPLE)


def planned_first(plan: Agenda) -> Timetable:
    """Return the best timetable of `plan`; the example is of no use if it has none."""
    assume(combinations(plan) <= MOST_COMBINATIONS)
    timetable = plan_agenda(plan).timetable
    assume(timetable is not None)
    assert timetable is not None
    return timetable


def told_of(plan: Agenda, bookings: Collection[Booking], announced: Collection[str]) -> Ledger:
    """Return the ledger after the invitations to the activities `announced` went out."""
    asked = invitees(plan.review, tuple(bookings), OFFICE, Shown.NONE).invitations
    reference = plan.review.reference
    lines = tuple(
        Issued(one.told, invitation_uid(reference, *one.told.key), 0, Method.REQUEST, one.hash(), LONG_AGO, 1)
        for one in asked
        if one.told.activity in announced
    )
    return Ledger(reference, issued=lines)


def again(plan: Agenda, timetable: Timetable, announced: Collection[str], free: Collection[str] = ()) -> Agenda:
    """Return `plan` with `timetable` before it."""
    ids = {activity.id for activity in plan.activities}
    bookings = {one.activity: one for one in timetable.bookings if one.activity in ids}
    ledger = told_of(plan, timetable.bookings, announced)
    return plan.changed(before=Before(bookings, ledger, OFFICE, LONG_AGO, frozenset(free)))


def replanned(plan: Agenda) -> Result:
    """Plan again, with all the time in the world."""
    return replan_agenda(plan)


def without_e_mail(plan: Agenda, ids: Collection[str]) -> Agenda:
    """Return `plan` with people who have no address."""
    people = tuple(replace(one, email="") if one.id in ids else one for one in plan.review.people)
    return plan.changed(review=replace(plan.review, people=people))


def who_is_announced(draw: st.DrawFn, plan: Agenda) -> tuple[str, ...]:
    ids = [activity.id for activity in plan.activities]
    return tuple(draw(st.one_of(st.just(ids), st.just([]), st.lists(st.sampled_from(ids), unique=True))))


@st.composite
def changed_plans(draw: st.DrawFn) -> Agenda:
    """A small agenda that has been planned and announced, in all or in part; then somebody is busy."""
    plan = without_e_mail(draw(small_agendas()), draw(st.sets(st.sampled_from(IDS), max_size=1)))
    assume(not plan.review.rooms)
    timetable = planned_first(plan)
    announced = who_is_announced(draw, plan)
    free = draw(st.sets(st.sampled_from([activity.id for activity in plan.activities]), max_size=1))
    later = again(plan, timetable, announced, free if draw(st.integers(0, 4)) == 0 else ())
    for id in draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True)):
        away = draw(some_time(0, 8))
        available = {**later.availability, id: later.availability[id].without(away)}
        later = later.changed(availability=available)
    if draw(st.booleans()):
        hit = draw(st.sampled_from(timetable.bookings))
        who = draw(st.sampled_from(hit.attendees))
        available = {**later.availability, who: later.availability[who].without(Spans.between(hit.start, hit.end))}
        later = later.changed(availability=available)
    return later


def check(plan: Agenda) -> None:
    """Compare what planning again comes to with all timetables there are."""
    right = best_values(plan)
    result = replanned(plan)
    if right is None:
        assert result.status is Status.INFEASIBLE
        return
    assert result.timetable is not None
    # Who is told is an estimate where a preference is concerned.
    stages = [stage for stage in result.timetable.stages if stage.name not in PREFERENCES]
    assert {stage.name: stage.value for stage in stages} == {stage.name: right[stage.name] for stage in stages}
    assert not [stage for stage in stages if not stage.proven]
    assert verify(plan, result.timetable) == ()


@settings(FEW, max_examples=40)
@given(plan=changed_plans())
def test_it_moves_the_least_that_trying_everything_finds(plan: Agenda) -> None:
    """Late days, moved, told, messages, moved unannounced, distance, and then the rest: each at its proven least."""
    check(plan)


@pytest.mark.long
@settings(FEW, max_examples=80)
@given(plan=changed_plans())
def test_it_does_so_for_many(plan: Agenda) -> None:
    """The same, for longer."""
    check(plan)


@settings(FEW, max_examples=40)
@given(plan=small_agendas(), data=st.data())
def test_without_a_change_nothing_changes(plan: Agenda, data: st.DataObject) -> None:
    """Whoever was told of what: the bookings are those that they were, and that is proven."""
    timetable = planned_first(plan)
    announced = data.draw(st.sets(st.sampled_from([activity.id for activity in plan.activities])))
    result = replanned(again(plan, timetable, announced))
    assert result.timetable is not None
    assert result.timetable.bookings == timetable.bookings
    assert result.status is Status.OPTIMAL
