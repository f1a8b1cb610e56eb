"""Timefold plans what we plan: what it says of its plans is what the independent check counts."""

from __future__ import annotations

import pytest

from benchmarks.rivals.judged import better, judge
from benchmarks.rivals.problem import Problem
from benchmarks.rivals.timefold import SEARCHES, Timefold, Unavailable, why_unavailable
from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import stages_of
from ltsched.solve.plan import plan_agenda
from ltsched.solve.run import Runner
from tests.support.tiny_reviews import SHAPES, tiny

MISSING = why_unavailable()


@pytest.mark.long
@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
@pytest.mark.parametrize("plan", [tiny(shape) for shape in SHAPES.values()], ids=list(SHAPES))
def test_both_mean_the_same(plan: Agenda) -> None:
    """With every shape, its plan passes our check, is worth what it says, and is not better than what we prove."""
    problem = Problem.of(plan)
    proven = plan_agenda(plan, Runner(float("inf"))).timetable
    assert proven is not None
    with Timefold() as timefold:
        for search in SEARCHES:
            mark = timefold.run(problem, [2.0], search=search)[0]
            assert mark.placed is not None
            assert mark.broken == 0
            judged = judge(plan, problem.grid, mark.placed, 0.0)
            assert judged.broken == ()
            assert judged.values is not None
            assert tuple(judged.values.values()) == mark.values
            assert better(judged.values, {stage.name: stage.value for stage in proven.stages}) is None


@pytest.mark.skipif(MISSING is not None, reason=str(MISSING))
def test_without_time_it_has_nothing() -> None:
    """A mark before the first whole plan has none."""
    with Timefold() as timefold:
        marks = timefold.run(Problem.of(tiny(SHAPES["early"])), [1e-6, 2e-6])
    assert [mark.placed for mark in marks] == [None, None]


def test_what_is_missing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the package, or without Java, one sentence says what to install."""
    monkeypatch.setattr("benchmarks.rivals.timefold._jars", lambda: None)
    with pytest.raises(Unavailable, match="pip install"):
        Timefold()
    monkeypatch.setattr("benchmarks.rivals.timefold._jars", list)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(Unavailable, match="no command java: Timefold needs a Java development kit, 17 or later"):
        Timefold()


def test_the_text_has_every_number_that_is_read() -> None:
    """Each list of the problem says how long it is: read as Task.java does, nothing is left over at its end."""
    plan = tiny(SHAPES["spread"])
    problem = Problem.of(plan)
    numbers = [int(word) for word in problem.text().split()]
    assert numbers[:2] == [len(plan.review.people), len(problem.grid.days)]
    assert numbers[5 : 5 + 1 + len(stages_of(plan))] == [len(stages_of(plan)), *range(len(stages_of(plan)))]
    first = next(iter(problem.candidates.values()))
    text = " ".join(map(str, numbers))
    assert f" {len(first.starts)} {' '.join(map(str, first.starts))} " in text
