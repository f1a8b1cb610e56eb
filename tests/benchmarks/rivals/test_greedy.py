"""Planning by hand keeps every rule, and is no better than what is proven."""

from __future__ import annotations

from dataclasses import replace

import pytest

from benchmarks.rivals.greedy import plan_by_hand
from benchmarks.rivals.judged import better, judge
from benchmarks.rivals.problem import NotComparable, Problem
from ltsched.domain.agenda import Agenda
from ltsched.domain.review import StageSettings
from ltsched.solve.plan import plan_agenda
from ltsched.solve.run import Runner
from tests.support.agendas import activity, agenda, at, day, person, span
from tests.support.tiny_reviews import SHAPES, tiny


@pytest.mark.parametrize("plan", [tiny(shape) for shape in SHAPES.values()], ids=list(SHAPES))
def test_what_comes_out_is_sound_and_no_better(plan: Agenda) -> None:
    """With every shape it finds a timetable, the independent check passes it, and no stage beats the proven ones."""
    problem = Problem.of(plan)
    placed = plan_by_hand(problem)
    assert placed is not None
    judged = judge(plan, problem.grid, placed, 0.0)
    assert judged.broken == ()
    assert judged.values is not None
    proven = plan_agenda(plan, Runner(float("inf"))).timetable
    assert proven is not None
    assert better(judged.values, {stage.name: stage.value for stage in proven.stages}) is None


def test_most_can_come_counts_before_early() -> None:
    """Of the days near the first possible one it takes that on which most can come."""
    plan = agenda(
        [person("a"), person("b"), person("c")],
        [activity("meeting", must=("a",), expected=("b", "c"), quorum=2, end=day(5))],
        busy={"b": span(0, "09:00", "17:00"), "c": span(1, "09:00", "17:00")},
    )
    placed = plan_by_hand(Problem.of(plan))
    assert placed is not None
    assert Problem.of(plan).grid.start(placed[0].start) == at(2, "09:00")
    assert placed[0].away == frozenset()


def test_nothing_is_taken_back() -> None:
    """Where the earliest time of one leaves none for the next, it ends with nothing, though there is a plan."""
    plan = agenda(
        [person("a"), person("b")],
        [
            activity("one", must=("a",), quorum=1, minutes=480, end=day(2)),
            activity("two", must=("a", "b"), quorum=2, minutes=480, end=day(1)),
        ],
    )
    assert plan_by_hand(Problem.of(plan)) is None


def test_what_cannot_be_compared_is_told() -> None:
    """A stage with a tolerance is no level, and what has no start has none for anybody."""
    plan = tiny(SHAPES["early"])
    settings = StageSettings(tolerances={"finish": 1})
    with pytest.raises(NotComparable, match="tolerance"):
        Problem.of(replace(plan, review=replace(plan.review, stages=settings)))
    away = agenda(
        [person("a")], [activity("one", must=("a",), quorum=1, end=day(1))], busy={"a": span(0, "09:00", "17:00")}
    )
    with pytest.raises(NotComparable, match="one cannot start at any time"):
        Problem.of(away)
