"""The textbook model means what ltsched means: it is measured against ltsched, so it has to say the same."""

from __future__ import annotations

import time

import pytest

from benchmarks.comparison.runs import Disagreement, Run, Settled, require_agreement
from benchmarks.comparison.textbook_run import TextbookResult, run_textbook
from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.table import stage_names, stage_values, stages_of
from ltsched.model.build import build
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.solve.bookings import bookings
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.search import Search, goals_of
from ltsched.solve.timetable import make_timetable
from tests.support.tiny_reviews import SHAPES, tiny

SECONDS = 3600.0


def ours(plan: Agenda) -> Run:
    """ltsched's whole model of `plan`, solved stage by stage, without any of its short cuts."""
    free = FreeTime.of(plan, lay_grid(plan))
    search = Search(build(plan, free, find_candidates(plan, free)), Runner(time.monotonic() + SECONDS), SILENT)
    search.improve(goals_of(stages_of(plan)))
    stages = (Settled(name, search.values[name], search.bounds[name], 0.0) for name in stage_names(plan.shape))
    return Run(tuple(stages), 0.0, 0.0)


@pytest.fixture(scope="module", params=list(SHAPES.values()), ids=list(SHAPES))
def plan(request: pytest.FixtureRequest) -> Agenda:
    """The tiny review with each of the shapes."""
    return tiny(request.param)


@pytest.fixture(scope="module", params=[False, True], ids=["all starts", "starts cut"])
def textbook(plan: Agenda, request: pytest.FixtureRequest) -> TextbookResult:
    """What the textbook model finds, with all starts and with those that ltsched has cut."""
    return run_textbook(plan, time_limit_seconds=SECONDS, cut=request.param)


@pytest.fixture(scope="module")
def own(plan: Agenda) -> Run:
    """What ltsched's whole model proves."""
    return ours(plan)


def test_both_models_prove_the_same_values(plan: Agenda, textbook: TextbookResult, own: Run) -> None:
    """With every shape, each stage is proven by both, with one value."""
    assert [stage.name for stage in textbook.run.stages] == list(stage_names(plan.shape))
    assert all(stage.proven for stage in (*textbook.run.stages, *own.stages))
    require_agreement(own, textbook.run)


def test_what_the_textbook_model_finds_is_a_sound_timetable(plan: Agenda, textbook: TextbookResult) -> None:
    """Its last solution passes the independent check, and is worth what its terms say."""
    assert textbook.placed is not None
    found = bookings(plan, lay_grid(plan), textbook.placed)
    make_timetable(plan, found, goals_of(stages_of(plan)), {})
    assert {stage.name: stage.value for stage in textbook.run.stages} == stage_values(plan, found)


def test_a_value_that_differs_is_a_disagreement() -> None:
    """Two proofs of different values are an error, and nobody counts them as a speed."""
    one, other = (Run((Settled("late days", value, value, 1.0),), 0.0, 1.0) for value in (2, 3))
    with pytest.raises(Disagreement, match="late days is proven as 2; late days as 3"):
        require_agreement(one, other)


def test_values_after_an_unproven_stage_are_not_compared() -> None:
    """Held to different values before, two models may well differ later."""
    one = Run((Settled("late days", 2, 2, 1.0), Settled("finish", 9, 9, 1.0)), 0.0, 1.0)
    other = Run((Settled("late days", 3, 0, 1.0), Settled("finish", 8, 8, 1.0)), 0.0, 1.0)
    require_agreement(one, other)
