"""Where things were before cuts the candidates: what can stay is held, and a distance leaves only its days."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.invitations.standing_answers import PersonTime
from ltsched.domain.people import Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.spans import Spans
from ltsched.model.stay import cannot_stay, propose_staying, stay, within_distance
from tests.support.agendas import activity, agenda, at, booking, day, person, span
from tests.support.small_changes import CHANGES, agendas_again
from tests.support.solving import built, candidates_of, replan_agenda, values

NOW = datetime(2027, 2, 1, tzinfo=UTC)
PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), person("l2", Role.LEAD_REVIEWER, agency="")]
MADE = [activity("a", must=("l1",), end=day(5)), activity("b", must=("l2",), end=day(5))]


def again(busy: Mapping[str, Spans] | None = None, *, hours: Sequence[str] = ("10:00", "10:00"), **more: Any) -> Agenda:
    """Return an agenda of two activities that both were on Tuesday, with `more` about what was before."""
    plan = agenda(PEOPLE, MADE, busy=busy, days=5)
    before = {id: booking(plan, id, at(1, hour)) for id, hour in zip(("a", "b"), hours, strict=True)}
    made = Before(before, Ledger("LT-TEST-1"), plan.review.organiser, NOW)
    return replace(plan, before=replace(made, **more))


def left(plan: Agenda, free: frozenset[str] = frozenset()) -> dict[str, list[datetime]]:
    """Return the starts that staying leaves each activity."""
    known, candidates = candidates_of(plan)
    cut = stay(plan, known.grid, candidates, free)
    return {id: [known.grid.start(slot) for slot in own.starts] for id, own in cut.items()}


def forced(plan: Agenda) -> frozenset[str]:
    known, candidates = candidates_of(plan)
    return cannot_stay(plan, known.grid, candidates)


def days_left(plan: Agenda, **limits: int) -> dict[str, list[date]]:
    """Return the days that a limit of the distance leaves each activity."""
    known, candidates = candidates_of(plan)
    cut = within_distance(plan, known.grid, candidates, limits)
    return {id: sorted({known.grid.start(slot).date() for slot in own.starts}) for id, own in cut.items()}


ALL_DAYS = [day(number) for number in range(5)]
TUESDAY = {"l1": span(1, "09:00", "17:00")}


def test_what_can_stay_is_held_there() -> None:
    """Both at their only start; nothing is forced."""
    plan = again()
    assert left(plan) == {"a": [at(1, "10:00")], "b": [at(1, "10:00")]}
    assert forced(plan) == frozenset()


def test_what_cannot_stay_keeps_all_its_starts() -> None:
    """As l1 is away on Tuesday, a has to move: it is forced, and b is held all the same."""
    plan = again(TUESDAY)
    assert len(left(plan)["a"]) > 1
    assert left(plan)["b"] == [at(1, "10:00")]
    assert forced(plan) == {"a"}


def test_what_started_between_two_starts_cannot_stay() -> None:
    """At ten past ten nothing starts on the grid, and at a quarter past nothing that has steps of half an hour."""
    plan = again(hours=("10:10", "10:15"))
    assert forced(plan) == {"a", "b"}
    assert all(len(starts) > 1 for starts in left(plan).values())


@pytest.mark.parametrize("by", ["user", "caller"])
def test_what_is_free_is_not_held(by: str) -> None:
    """Whether the user wants another time for it, or a search is to open it."""
    plan = again(free=frozenset({"a"})) if by == "user" else again()
    starts = left(plan) if by == "user" else left(plan, frozenset({"a"}))
    assert len(starts["a"]) > 1
    assert starts["b"] == [at(1, "10:00")]


def test_a_move_of_what_is_free_is_not_forced() -> None:
    """It does not count, though it cannot stay."""
    assert forced(again(TUESDAY, free=frozenset({"a"}))) == frozenset()


def test_what_is_new_is_not_held() -> None:
    """It was nowhere before, and nothing forces it from there."""
    plan = again(TUESDAY)
    assert plan.before is not None
    new = plan.changed(before=replace(plan.before, bookings={"b": plan.before.bookings["b"]}))
    assert len(left(new)["a"]) > 1
    assert forced(new) == frozenset()


def test_what_is_agreed_stays_between_two_starts() -> None:
    """People have agreed on ten past ten: it is held there, whatever the grid says."""
    plan = again(hours=("10:10", "10:00"))
    agreed = replace(plan.activity("a"), agreed=at(1, "10:10"))
    plan = plan.changed(activities=(agreed, plan.activity("b")))
    assert forced(plan) == frozenset()


def test_without_a_timetable_before_nothing_is_cut() -> None:
    """Planning afresh has nothing to hold."""
    plan = again().changed(before=None)
    assert forced(plan) == frozenset()
    assert all(len(starts) > 1 for starts in left(plan).values())
    assert days_left(plan, distance=0) == {"a": ALL_DAYS, "b": ALL_DAYS}


def test_a_distance_leaves_the_days_within_it() -> None:
    """Two working days in all, and the other one may stay: Monday to Thursday for each."""
    assert days_left(again(), distance=0) == {"a": [day(1)], "b": [day(1)]}
    assert days_left(again(), distance=2) == {"a": ALL_DAYS[:4], "b": ALL_DAYS[:4]}


def test_what_has_to_move_leaves_the_other_less() -> None:
    """As a goes a day at least, one of two is left for b."""
    days = days_left(again(TUESDAY), distance=2)
    assert days == {"a": [day(0), day(2), day(3)], "b": ALL_DAYS[:3]}


def test_a_day_that_was_proposed_is_no_distance() -> None:
    """Thursday for a, as somebody proposed: nothing is used up by that."""
    proposed = PersonTime(person="l1", activity="a", start=at(3, "10:00"), end=at(3, "12:00"))
    assert days_left(again(proposals=(proposed,)), distance=0) == {"a": [day(1), day(3)], "b": [day(1)]}


def test_without_a_limit_all_days_are_left() -> None:
    """A limit of another stage says nothing of the distance."""
    assert days_left(again(), moved=0) == {"a": ALL_DAYS, "b": ALL_DAYS}


@settings(max_examples=15, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_start_goes_that_a_plan_within_the_distance_has(data: st.DataObject) -> None:
    """Whatever has changed: the plan that moves least lies within its own distance."""
    plan = data.draw(agendas_again(data.draw(st.sampled_from(CHANGES))))
    found = replan_agenda(plan).timetable
    assume(found is not None)
    assert found is not None
    known, candidates = candidates_of(plan)
    cut = within_distance(plan, known.grid, candidates, values(found))
    for one in found.bookings:
        assert one.start in [known.grid.start(slot) for slot in cut[one.activity].starts]


def test_only_what_can_stay_is_proposed_where_it_was() -> None:
    """The starts of b are hinted at, 1 for where it was and 0 for all others; of a, who cannot stay, nothing is."""
    plan = again(TUESDAY)
    model = built(plan)
    propose_staying(model.context)
    hint, variables = model.cp.proto.solution_hint, model.cp.proto.variables
    hinted = {variables[index].name: value for index, value in zip(hint.vars, hint.values, strict=True)}
    slot = model.context.grid.slot_of(at(1, "10:00"))
    assert hinted.pop("start b") == slot
    assert {name for name, value in hinted.items() if value} == {f"b at {slot}"}
    assert set(hinted) == {f"b at {other}" for other in model.context.placements["b"].candidates.starts}
    assert model.cp.validate() == ""
