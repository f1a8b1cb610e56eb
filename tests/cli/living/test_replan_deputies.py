"""`ltsched replan`: a lead reviewer is away for weeks, and all could wait; who would keep the plan is told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.support.small_reviews import small_folder

TODAY = ("--today", "2027-01-11")
LATER = """
[[window]]
activity = "joint-meeting:1"
from = 2027-03-01
"""


@pytest.fixture
def folder(tmp_path: Path, program: Program) -> Path:
    """A planned review with a joint meeting some weeks after all the rest, and more than enough time."""
    made = small_folder(tmp_path / "review", LATER)
    review = made / "review.toml"
    review.write_text(review.read_text(encoding="utf-8").replace("span-weeks = 4", "span-weeks = 20"), encoding="utf-8")
    assert program("plan", made, *TODAY, "-q").code == 0
    return made


def replanned(program: Program, folder: Path, until: str) -> dict[str, Any]:
    """Plan again where the lead reviewer is away from the day after the planning on."""
    (folder / "busy.csv").write_text(f"id,start,end\nl1,2027-01-12,{until}\n", encoding="utf-8")
    ran = program("replan", folder, *TODAY, "--dry-run", "--json")
    assert ran.code == 0
    found: dict[str, Any] = json.loads(ran.out)
    return found


def test_who_would_keep_the_plan_is_told_where_it_could_wait(program: Program, folder: Path) -> None:
    """With somebody from outside nothing moves; without, everything does."""
    found = replanned(program, folder, "2027-03-12")
    assert {one["kind"] for one in found["changes"]} == {"moved"}
    outside = next(one for one in found["deputies"] if not one["instead"])
    assert (outside["gone"], outside["moved"], outside["proven"]) == ("l1", 0, True)
    shown = program("replan", folder, *TODAY, "--dry-run").out
    assert "Who could stand in" in shown
    assert "somebody from outside" in shown


def test_nobody_is_replaced_for_a_few_days(program: Program, folder: Path) -> None:
    """Who is away for less than four weeks of what they are a must at is waited for."""
    found = replanned(program, folder, "2027-02-05")
    assert any(one["kind"] == "moved" for one in found["changes"])
    assert found["deputies"] == []
