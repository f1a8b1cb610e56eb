"""Meetings held near a day, and everything else as the order leaves it then."""

from __future__ import annotations

import time

from ltsched.domain.rules import Precedence
from ltsched.domain.timetable import Status
from ltsched.model.build import build
from ltsched.model.decode import decode
from ltsched.model.near import held_as, held_at, held_near, held_on_days, near_days
from ltsched.solve.run import Runner
from tests.support.agendas import activity, agenda, conversation, day, person
from tests.support.solving import SECONDS, candidates_of

PEOPLE = [person(id) for id in ("l1", "t1", "c1")]
PLAN = agenda(
    PEOPLE,
    [activity("a", must=("l1",)), conversation("c1", ["l1", "t1"]), activity("b", must=("l1",), end=day(21))],
    precedences=[Precedence("a", "conversation:c1"), Precedence("conversation:c1", "b")],
)


def test_what_lies_between_is_kept_between() -> None:
    """The conversation cannot lie outside what is left of the two meetings."""
    free, candidates = candidates_of(PLAN)
    kept = near_days(PLAN, free.grid, candidates, {"a": 3, "b": 6}, 1)
    assert kept is not None
    days = {id: {slot // free.grid.slots_a_day for slot in own.starts} for id, own in kept.items()}
    assert days == {"a": {2, 3, 4}, "b": {5, 6, 7}, "conversation:c1": {2, 3, 4, 5, 6, 7}}


def test_a_meeting_that_has_nothing_there() -> None:
    """Its window is over by then."""
    free, candidates = candidates_of(PLAN)
    assert near_days(PLAN, free.grid, candidates, {"b": 30}, 2) is None


def test_a_solution_near_is_one_of_the_whole() -> None:
    """The variables are the same, and the whole model is left as it was."""
    free, candidates = candidates_of(PLAN)
    whole = build(PLAN, free, candidates)
    kept = near_days(PLAN, free.grid, candidates, {"a": 3, "b": 6}, 0)
    assert kept is not None
    near = held_near(whole, kept)
    runner = Runner(time.monotonic() + SECONDS)
    found = runner.solve(near.cp).solution
    assert found is not None
    placed = {one.activity.id: one.start // free.grid.slots_a_day for one in decode(whole, found)}
    assert (placed["a"], placed["b"]) == (3, 6)
    whole.cp.add(whole.context.placements["b"].day == 9)
    assert runner.solve(whole.cp).status is Status.OPTIMAL


def test_held_as_a_solution_of_another_model() -> None:
    """By its days, by its starts and panels, or by what is assumed of the conversation: the model is left as it was."""
    free, candidates = candidates_of(PLAN)
    whole, other = build(PLAN, free, candidates), build(PLAN, free, candidates)
    runner = Runner(time.monotonic() + SECONDS)
    other.cp.add(other.context.placements["conversation:c1"].day == 9)
    solution = runner.solve(other.cp).solution
    assert solution is not None
    placed = decode(other, solution)
    assert decode(whole, runner.solve(held_at(whole, other, solution).cp).solution or ()) == placed
    days = [one.start // free.grid.slots_a_day for one in placed]
    found = decode(whole, runner.solve(held_on_days(whole, solution).cp).solution or ())
    assert [one.start // free.grid.slots_a_day for one in found] == days
    model, same = held_as(whole, other, solution, {"l1"})
    assert set(same) == {"conversation:c1"}
    found = decode(whole, (runner.solve(model.cp, assumed=same.values()).solution or ())[: len(solution)])
    assert {one.activity.id: one.start // free.grid.slots_a_day for one in found}["conversation:c1"] == 9
    whole.cp.add(whole.context.placements["conversation:c1"].day == 8)
    assert runner.solve(whole.cp).status is Status.OPTIMAL


def test_what_cannot_be_held_is_named() -> None:
    """The solver says which assumption is to blame."""
    free, candidates = candidates_of(PLAN)
    whole = build(PLAN, free, candidates)
    runner = Runner(time.monotonic() + SECONDS)
    solution = runner.solve(whole.cp).solution
    assert solution is not None
    model, same = held_as(whole, whole, solution, set())
    day_now = solution[whole.context.placements["conversation:c1"].day.index]
    model.cp.add(model.context.placements["conversation:c1"].day != day_now)
    attempt = runner.solve(model.cp, assumed=same.values())
    assert attempt.status is Status.INFEASIBLE
    assert attempt.core == {same["conversation:c1"].index}
