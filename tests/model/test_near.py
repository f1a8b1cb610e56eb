"""Meetings held near a day, and everything else as the order leaves it then."""

from __future__ import annotations

import time

from ltsched.domain.rules import Precedence
from ltsched.domain.timetable import Status
from ltsched.model.build import build
from ltsched.model.decode import decode
from ltsched.model.near import held_near, near_days
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
