"""Who could stand in for a lead reviewer: found only where one is missing, and each costs what planning again finds."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.stages.replanning import MOVED, MOVED_UNANNOUNCED, TOLD
from ltsched.domain.stages.table import LATE_DAYS, MOVES_LEAST
from ltsched.domain.timetable import Status
from ltsched.solve.replanning import deputies as looked_at
from ltsched.solve.replanning.replanned import Deputy
from ltsched.solve.run import Attempt, Runner
from tests.support.living import Living, begun
from tests.support.three_weeks_later import add_lines

FOR_GOOD = 300
"""Days: to the end of the time in which anything could be planned."""
FREE_FROM = 10
"""Days from today on which the first joint meeting, the second team meeting and the second joint meeting follow."""


@pytest.fixture(scope="module")
def under_way(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a review that is planned and announced; it is only copied."""
    living = begun(tmp_path_factory.mktemp("deputies") / "review")
    with living.now():
        living.invite()
    return living.folder


@pytest.fixture
def living(tmp_path: Path, under_way: Path) -> Living:
    """Return a copy of that review, on the day after; l1, a must at every meeting, is away for good."""
    one = Living(Path(shutil.copytree(under_way, tmp_path / "review")))
    one.today += timedelta(1)
    one.away("l1", FREE_FROM, FOR_GOOD)
    return one


def found(living: Living) -> dict[str, Deputy]:
    """Return who could stand in, by id; empty for somebody from outside."""
    with living.now():
        replanned = living.replan()
    assert replanned.result.status is Status.INFEASIBLE
    return {one.instead: one for one in replanned.deputies}


def costs_in(living: Living, instead: str) -> tuple[int, int, int] | None:
    """Return what moves, who is told and how late it is if `instead` takes the place; None if that is impossible."""
    with living.now():
        timetable = living.replan(replacements={"l1": instead}).result.timetable
    if timetable is None:
        return None
    assert all(stage.proven for stage in timetable.stages if stage.name in MOVES_LEAST)
    value = timetable.stage_value
    return value(MOVED) + value(MOVED_UNANNOUNCED), value(TOLD), value(LATE_DAYS)


def costs(deputy: Deputy) -> tuple[int, int, int]:
    return deputy.moved, deputy.told, deputy.late_days


def all_have_time(living: Living) -> None:
    """Whoever stands in, nothing has to move."""


def some_are_busy(living: Living) -> None:
    """The last meeting has to move for t1, the last two for t2, and nothing for t3."""
    before, last = (living.timetable.booking(id).day for id in ("review-team-meeting:2", "joint-meeting:2"))
    for id, day in (("t1", last), ("t2", before), ("t2", last)):
        living.away(id, (day - living.today).days, 1)


def one_is_away_for_good(living: Living) -> None:
    """Nor could t3 be there."""
    living.away("t3", FREE_FROM, FOR_GOOD)


def it_gets_late(living: Living) -> None:
    """The report is due on the day for which it is planned; with t1 the last meeting is later than planned."""
    file = living.folder / "review.toml"
    due = next(one.date for one in living.timetable.milestones if one.id == "final-report")
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("\ntimezone", f"\ndeadline = {due}\ntimezone", 1), encoding="utf-8")
    living.away("t1", (living.timetable.booking("joint-meeting:2").day - living.today).days, 1)


@pytest.mark.parametrize(
    "happens",
    [
        all_have_time,
        some_are_busy,
        *(pytest.param(one, marks=pytest.mark.long) for one in (one_is_away_for_good, it_gets_late)),
    ],
)
def test_each_costs_what_planning_again_with_them_costs(living: Living, happens: Callable[[Living], None]) -> None:
    """Of the review team all are looked at, and somebody from outside is as cheap as if they were in people.csv."""
    happens(living)
    deputies = found(living)
    assert all(one.proven and one.gone == "l1" for one in deputies.values())
    wanted = {id: costs_in(living, id) for id in ("t1", "t2", "t3")}
    add_lines(living.folder / "people.csv", "x1,Somebody,x1@outside.example,lead-reviewer,,,")
    wanted[""] = costs_in(living, "x1")
    assert {id: costs(one) for id, one in deputies.items()} == {id: one for id, one in wanted.items() if one}
    assert list(deputies) == sorted(deputies, key=lambda id: (deputies[id].late_days, *costs(deputies[id])[:2], id))


def test_their_agencies_are_told(living: Living) -> None:
    """That of somebody from outside is none: a lead reviewer has none either."""
    agencies = {id: one.agency for id, one in found(living).items()}
    assert agencies == {"": "", "t1": "Council", "t2": "Health", "t3": "Police"}


def test_those_with_most_time_are_tried(living: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """With two places: t2 could not be at any of the last three bookings of l1, t1 not at the last; t3 comes first."""
    living.away("t2", FREE_FROM, FOR_GOOD)
    living.away("t1", (living.timetable.booking("joint-meeting:2").day - living.today).days, 1)
    monkeypatch.setattr(looked_at, "MOST_TRIED", 2)
    assert set(found(living)) == {"", "t3", "t1"}


def test_nobody_is_named_where_no_lead_reviewer_is_missing(living: Living) -> None:
    """A day that is agreed on makes it impossible, and everybody is there."""
    file = living.folder / "busy.csv"
    file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    last = living.timetable.booking("joint-meeting:2").day
    living.settle("joint-meeting:1", "agreed", last + timedelta(1))
    living.settle("joint-meeting:2", "agreed", last)
    assert found(living) == {}


def test_nobody_is_named_where_there_is_a_plan(living: Living) -> None:
    """Away for a day: something moves, and nobody has to stand in."""
    file = living.folder / "busy.csv"
    file.write_text(file.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    living.away("l1", (living.timetable.booking("joint-meeting:2").day - living.today).days, 1)
    with living.now():
        replanned = living.replan()
    assert replanned.result.timetable is not None
    assert replanned.deputies == ()


def test_what_is_not_proven_is_not_said_to_be(living: Living, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the effort ends before there is a proof that fewer cannot be told, the costs are what has been found."""
    right = found(living)
    solve = Runner.solve

    def without_proof(*args: Any, **how: Any) -> Attempt:
        attempt = solve(*args, **how)
        ended = attempt.solution is not None and how.get("most_effort") is not None
        return replace(attempt, status=Status.FEASIBLE, bound=0) if ended else attempt

    monkeypatch.setattr(Runner, "solve", without_proof)
    deputies = found(living)
    assert {id: costs(one) for id, one in deputies.items()} == {id: costs(one) for id, one in right.items()}
    assert not any(one.proven for one in deputies.values())
