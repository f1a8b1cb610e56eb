"""What lead reviewers cannot do, whoever else is free: said at a glance, and never of what is possible."""

from __future__ import annotations

import time
from dataclasses import replace
from functools import reduce
from operator import or_

import pytest
from hypothesis import HealthCheck, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Blocks, Early, OneWeek, Shape
from ltsched.domain.stages.table import SHAPE
from ltsched.domain.timetable import Status
from ltsched.solve.run import Attempt, Runner
from ltsched.solve.steps.beside import Beside
from ltsched.solve.steps.leads_alone import leads_cannot
from tests.support.agendas import MONDAY, agenda, conversation, day, person, span
from tests.support.crowded import crowded
from tests.support.plain_model import least, plain_model
from tests.support.solving import SECONDS, candidates_of, does_not_fit, fits, plan_agenda, values

L1, L2 = (person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2"))
T1, T2 = person("t1"), person("t2")
STAFF = [person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2", "c3", "c4")]
TALKS = [conversation(each.id, ["l1", "t1", "t2"], leads=["l1"]) for each in STAFF]
IDS = tuple(talk.id for talk in TALKS)
WORDS = "the lead reviewers would have to be in two places at once"


def one_day(talks: int, shape: Shape, until: str = "17:00") -> Agenda:
    """Return a day with so many conversations of two hours and a gap of half an hour; it is over at `until`."""
    busy = {} if until == "17:00" else {"l1": span(0, until, "17:00")}
    return agenda([L1, T1, T2, *STAFF], TALKS[:talks], busy=busy, shape=shape, days=1)


def cannot(plan: Agenda) -> bool:
    free, candidates = candidates_of(plan)
    return leads_cannot(plan, free, candidates, Runner(time.monotonic() + SECONDS))


@pytest.mark.parametrize("shape", [OneWeek(IDS, MONDAY), Blocks(IDS, (), 1, 0, 0)])
def test_a_day_holds_three_conversations_and_not_four(shape: Shape) -> None:
    """Seven hours are enough for three, with the gaps between them."""
    assert not cannot(one_day(3, shape, "16:00"))
    fits(one_day(3, shape, "16:00"))
    assert cannot(one_day(3, shape, "15:30"))
    assert cannot(one_day(4, shape))


def test_it_is_told_as_a_reason() -> None:
    """Else the reader would look for the cause in all the other diaries. Each block has days enough, but not the pause.

    The lead reviewer has all of days 0 and 9, and time for one conversation on day 2, which alone is near enough.
    """
    away = [span(number, "09:00", "17:00") for number in (1, 3, 4, 7, 8)]
    busy = reduce(or_, away, span(2, "11:00", "17:00"))
    shape = Blocks(IDS[:2], IDS[2:], 1, 1, 3)
    plan = agenda([L1, T1, T2, *STAFF], TALKS, busy={"l1": busy}, shape=shape, days=10)
    assert any(WORDS in reason for reason in does_not_fit(plan))


def test_others_who_are_in_the_way_are_not_looked_at() -> None:
    """Two lead reviewers have time for four conversations in a day, and their one partner has not."""
    ids = ["l1", "l2", "t1"]
    talks = [conversation(each.id, ids, leads=ids[:2]) for each in STAFF]
    plan = agenda([L1, L2, T1, *STAFF], talks, shape=Blocks(IDS, (), 1, 0, 0), days=1)
    assert not cannot(plan)
    assert not any(WORDS in reason for reason in does_not_fit(plan))


def test_who_is_not_to_blame_is_not_blamed() -> None:
    """Two conversations that can only be in different weeks are impossible in one, with any number of reviewers."""
    apart = [replace(TALKS[0], end=day(1)), replace(TALKS[1], first=day(7))]
    plan = agenda([L1, T1, T2, *STAFF], apart, shape=OneWeek(IDS, MONDAY), days=14)
    assert cannot(plan)
    assert not any(WORDS in reason for reason in does_not_fit(plan))


def test_other_shapes_are_not_looked_at() -> None:
    """The look would cost more than it brings."""
    assert not cannot(one_day(4, Early(IDS, MONDAY)))


def test_one_configuration_alone_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the other comes to no end, nothing is known."""
    solve = Runner.solve

    def unsure(self: Runner, *given: object, second_opinion: bool = False, **more: object) -> Attempt:
        return Attempt(Status.UNKNOWN, None, 0) if second_opinion else solve(self, *given, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Runner, "solve", unsure)
    assert not cannot(one_day(4, OneWeek(IDS, MONDAY)))


@settings(deadline=None, derandomize=True, max_examples=60, suppress_health_check=list(HealthCheck))
@given(plan=crowded())
def test_what_they_cannot_is_impossible(plan: Agenda) -> None:
    """By the model without anything that only helps the proof."""
    _, candidates = candidates_of(plan)
    if all(own.starts for own in candidates.values()) and cannot(plan):
        with plain_model():
            assert least(plan, SHAPE) is None


@settings(deadline=None, derandomize=True, max_examples=40, suppress_health_check=list(HealthCheck))
@given(plan=crowded())
def test_the_bounds_for_trips_and_balance_are_bounds_of_the_whole(plan: Agenda) -> None:
    """With them and without, every stage is proven, and has the same value."""
    with_bounds = plan_agenda(plan)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Beside, "improve", lambda beside, goal, most_effort: beside.search.improve([goal]))
        without = plan_agenda(plan)
    assert with_bounds.status is without.status
    if with_bounds.timetable is not None and without.timetable is not None:
        assert values(with_bounds.timetable) == values(without.timetable)
