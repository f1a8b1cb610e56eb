"""Preferences about panels are taken from a relaxation where that can be, and proven by it."""

from __future__ import annotations

import time
from typing import Any

import pytest
from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Precedence
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import BALANCE, TRIPS
from ltsched.domain.timetable import Status
from ltsched.model.build import build, build_diaries_by_day
from ltsched.solve.run import Attempt, Runner
from ltsched.solve.search import Goal, Search
from ltsched.solve.steps.beside import Beside
from tests.support.agendas import agenda, conversation, person, span
from tests.support.solving import SECONDS, candidates_of

LEAD = person("l1", Role.LEAD_REVIEWER, agency="")
TEAM = [person("t1"), person("t2")]
STAFF = [person(id, Role.CASE_GROUP, agency="school") for id in ("c1", "c2", "c3", "c4")]
TALKS = [conversation(each.id, ["l1", "t1", "t2"], leads=["l1"]) for each in STAFF]


def plan(**busy: Spans) -> Agenda:
    """Return four conversations of two hours on four days: three fit into a day, so that the lead comes twice."""
    return agenda([LEAD, *TEAM, *STAFF], TALKS, busy=busy, days=4)


def begun(made: Agenda, *, prove: bool = True) -> Beside:
    """Return a search of the whole that has the plan with most trips, and what stands beside it."""
    free, candidates = candidates_of(made)
    search = Search(build(made, free, candidates), Runner(time.monotonic() + SECONDS, prove=prove))
    worst = search.model.cp.clone()
    worst.maximize(search.model.terms[TRIPS])
    solution = search.runner.solve(worst).solution
    assert solution is not None
    search.accept(solution)
    return Beside(search, build_diaries_by_day(made, free, candidates))


def test_bounds_that_are_reached_are_proofs() -> None:
    """The lead comes on two days, and the two others hold as many."""
    beside = begun(plan())
    for name, value in ((TRIPS, 2), (BALANCE, 0)):
        beside.improve(Goal(name), None)
        assert beside.search.values[name] == beside.search.bounds[name] == value
    assert beside.search.status is Status.OPTIMAL


def test_without_any_effort_nothing_is_claimed() -> None:
    """The plan stays, and its bound is one that always holds."""
    beside = begun(plan(), prove=False)
    before = dict(beside.search.values)
    beside.improve(Goal(TRIPS), 0.0)
    assert beside.search.values[TRIPS] <= before[TRIPS]
    assert beside.search.bounds[TRIPS] <= 2


def test_what_cannot_be_as_in_the_relaxation_is_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    """The solver names a conversation that cannot be held then: it is free in the next look, and all others are not."""
    beside = begun(plan())
    assumed: list[set[int]] = []
    solve = Runner.solve

    def first_look_fails(self: Runner, model: cp_model.CpModel, **flags: Any) -> Attempt:
        if flags.get("assumed"):
            assumed.append({literal.index for literal in flags["assumed"]})
            if len(assumed) == 1:
                return Attempt(Status.INFEASIBLE, None, 0, frozenset([min(assumed[0])]))
        return solve(self, model, **flags)

    monkeypatch.setattr(Runner, "solve", first_look_fails)
    beside.improve(Goal(TRIPS), None)
    assert assumed[1] == assumed[0] - {min(assumed[0])}
    assert beside.search.values[TRIPS] == beside.search.bounds[TRIPS] == 2


def test_one_who_holds_all_of_a_day_is_told_by_the_day() -> None:
    """Where only one of two has time on the days that there are, sharing evenly is out of reach, and that is proven."""
    made = agenda(
        [LEAD, *TEAM, *STAFF[:3]],
        TALKS[:3],
        busy={"t2": span(0, "09:00", "17:00")},
        days=1,
        precedences=[Precedence(TALKS[0].id, TALKS[1].id), Precedence(TALKS[1].id, TALKS[2].id)],
    )
    beside = begun(made)
    beside.improve(Goal(BALANCE), None)
    assert beside.search.values[BALANCE] == beside.search.bounds[BALANCE] == 2
