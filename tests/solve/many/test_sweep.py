"""Planning a review again and again, each time a little otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from ltsched.domain.review import Review
from ltsched.domain.sweep import Variation
from ltsched.domain.timetable import Status
from ltsched.errors import InvalidReview
from ltsched.solve.many import compare as module
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.sweep import sweep
from ltsched.solve.result import Result
from tests.support.agendas import MONDAY
from tests.support.planned_once import plan_once
from tests.support.small_reviews import small_review

WEEK = timedelta(weeks=1)
STARTS = tuple(Variation(f"+{n}", commissioned=MONDAY + n * WEEK) for n in range(3))
OPTIONS = ("focused", "mid-range")


@pytest.fixture(autouse=True)
def planned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no review be planned twice: the planning itself has tests of its own."""
    monkeypatch.setattr(module, "plan", plan_once)


def watched(monkeypatch: pytest.MonkeyPatch, stop_at: int = 0) -> list[Review]:
    """Remember what is planned; Ctrl-C is pressed during the run `stop_at`."""
    planned: list[Review] = []

    def remember(review: Review, **limits: Any) -> Result:
        planned.append(review)
        return replace(plan_once(review, **limits), interrupted=len(planned) == stop_at)

    monkeypatch.setattr(module, "plan", remember)
    return planned


def test_each_option_in_each_variation() -> None:
    """In this order; a week later is a week later, without an end of the year or a holiday between."""
    points = list(sweep(small_review(), STARTS, OPTIONS))
    assert [(each.label, each.option) for each in points] == [(v.label, name) for v in STARTS for name in OPTIONS]
    assert {each.status for each in points} == {Status.OPTIMAL}
    focused = [each.final_report for each in points if each.option == "focused"]
    assert None not in focused
    assert [day - focused[0] for day in focused if day and focused[0]] == [0 * WEEK, WEEK, 2 * WEEK]


def test_numbers_and_conversations_reach_the_option(monkeypatch: pytest.MonkeyPatch) -> None:
    """Longer days, more talks: more hours."""
    planned = watched(monkeypatch)
    wanted = [Variation("long", numbers={"joint-meeting-minutes": 420}), Variation("one", conversations=1)]
    long, one = sweep(small_review(), wanted, ["mid-range"])
    assert planned[0].option.numbers["joint-meeting-minutes"] == 420
    assert [person.id for person in planned[1].people if person.conversation_rank] == ["c1"]
    assert long.staff_hours is not None
    assert one.staff_hours is not None
    assert long.staff_hours > one.staff_hours


def test_what_is_known_is_not_planned_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """By label and option."""
    planned = watched(monkeypatch)
    known = {(variation.label, name) for variation in STARTS for name in OPTIONS} - {("+1", "mid-range")}
    assert [(each.label, each.option) for each in sweep(small_review(), STARTS, OPTIONS, known=known)] == [
        ("+1", "mid-range")
    ]
    assert [(each.commissioned, each.option.name) for each in planned] == [(MONDAY + WEEK, "mid-range")]


def test_points_come_as_soon_as_they_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is planned ahead: a sweep that is killed loses what runs, and no more."""
    planned = watched(monkeypatch)
    points = sweep(small_review(), STARTS, ["focused"])
    next(points)
    assert len(planned) == 1


def test_what_was_interrupted_is_not_settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the one that ran nor those after it: they are planned when the sweep is gone on with."""
    watched(monkeypatch, stop_at=2)
    assert [each.label for each in sweep(small_review(), STARTS, ["focused"])] == ["+0"]


def test_what_is_not_found_is_settled() -> None:
    """The time limit is a part of the question."""
    (point,) = sweep(small_review(), STARTS[:1], ["focused"], limits=Limits(0))
    assert (point.status, point.final_report) == (Status.UNKNOWN, None)


@pytest.mark.parametrize(
    ("option", "numbers", "what"), [("medium", {}, "medium"), ("focused", {"joint-meting": 3}, "joint-meting")]
)
def test_what_does_not_exist_is_told_first(
    option: str, numbers: dict[str, int], what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An option or a number: nothing is planned before."""
    planned = watched(monkeypatch)
    wanted = [*STARTS, Variation("wrong", numbers=numbers)]
    with pytest.raises(InvalidReview, match=what):
        list(sweep(small_review(), wanted, [option]))
    assert planned == []
