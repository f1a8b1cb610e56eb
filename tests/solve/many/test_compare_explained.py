"""A comparison says of each option that is impossible what clashes and what would help, as far as there is time."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.options.adapt import adapt
from ltsched.options.expand import expand
from ltsched.solve.explaining.answers import EFFORT
from ltsched.solve.many import compare as module
from ltsched.solve.many.compare import Limits, Task, compare, plan_task
from ltsched.solve.result import Result
from tests.support.explained import explained
from tests.support.small_reviews import small_review


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Let each plan be impossible after two seconds, and its explanation be made up; return what it was asked for."""
    calls: list[dict[str, Any]] = []

    def impossible(review: Review, **limits: Any) -> Result:
        return Result(Status.INFEASIBLE, expand(review), None, seconds=2.0)

    def explain(review: Review, **limits: Any) -> Explanation:
        calls.append(limits)
        return explained()

    monkeypatch.setattr(module, "plan", impossible)
    monkeypatch.setattr(module, "explain", explain)
    return calls


def test_an_option_that_is_impossible_is_explained_in_the_time_that_is_left(asked: list[dict[str, Any]]) -> None:
    (outcome,) = compare(small_review(), ["focused"], limits=Limits(10.0, seed=3)).outcomes
    assert outcome.telling is not None
    assert outcome.telling.cures[0].said.ids == "if t1 could come on Wed 17 Mar 2027"
    assert [(call["time_limit_seconds"], call["seed"], call["most"]) for call in asked] == [(8.0, 3, 1)]
    assert asked[0]["effort"] < EFFORT  # there are other options to plan


@pytest.mark.parametrize("limit", [1.0, 2.0])
def test_without_time_it_is_not(limit: float, asked: list[dict[str, Any]]) -> None:
    (outcome,) = compare(small_review(), ["focused"], limits=Limits(limit)).outcomes
    assert outcome.telling is None
    assert asked == []


def test_a_point_of_a_sweep_is_not(asked: list[dict[str, Any]]) -> None:
    """There are too many of them."""
    review = small_review()
    task = Task(adapt(review, "focused"), review, Limits(10.0))
    assert plan_task(task).telling is None
    assert plan_task(replace(task, explained=True)).telling is not None
    assert len(asked) == 1


def test_what_is_stopped_or_fits_after_all_is_not(asked: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(review: Review, **limits: Any) -> Result:
        return Result(Status.INFEASIBLE, expand(review), None, interrupted=True, seconds=2.0)

    monkeypatch.setattr(module, "plan", stopped)
    (outcome,) = compare(small_review(), ["focused"], limits=Limits(10.0)).outcomes
    assert outcome.telling is None
    monkeypatch.setattr(module, "plan", lambda review, **limits: Result(Status.INFEASIBLE, expand(review), None))
    monkeypatch.setattr(module, "explain", lambda review, **limits: Explanation(Status.UNKNOWN))
    (outcome,) = compare(small_review(), ["focused"], limits=Limits(10.0)).outcomes
    assert outcome.telling is None
