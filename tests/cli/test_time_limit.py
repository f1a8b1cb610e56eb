"""A real review whose time is up: either the best so far with its gaps, or nothing new."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from ltsched.model.build import Model, build
from ltsched.solve.run import Attempt, Runner
from tests.cli.conftest import Program

SCENARIO = Path(__file__).parents[2] / "scenarios" / "mid-range"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of a shipped scenario, without what anybody planned in it."""
    return Path(shutil.copytree(SCENARIO, tmp_path / "mid-range", ignore=shutil.ignore_patterns("out")))


def time_is_up(monkeypatch: pytest.MonkeyPatch, *, after_the_whole: bool) -> None:
    """Let the time be up as soon as there is a first solution: of the whole review, or of the meetings alone."""
    counts = not after_the_whole

    def building(*arguments: Any, **more: Any) -> Model:
        nonlocal counts
        counts = True
        return build(*arguments, **more)

    class ShortRunner(Runner):
        def solve(self, *arguments: Any, **more: Any) -> Attempt:
            answer = super().solve(*arguments, **more)
            if counts and answer.solution is not None:
                self.deadline = 0.0
            return answer

    monkeypatch.setattr("ltsched.solve.steps.extend.build", building)
    monkeypatch.setattr("ltsched.solve.plan.Runner", ShortRunner)


def test_when_time_is_up_the_best_so_far_is_shown_with_its_gaps(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Exit code 0, and everything says that it may not be the best; the files, too."""
    time_is_up(monkeypatch, after_the_whole=True)
    ran = program("plan", folder)
    assert ran.code == 0, ran.out + ran.err
    assert "warning: the time limit ended the search" in ran.err
    assert "not proven: " in ran.out
    assert "might be" in ran.out
    written = json.loads((folder / "out" / "timetable.json").read_text())
    assert written["status"] == "feasible"
    assert any("the time limit ended the search" in text for text in written["warnings"])
    assert any(stage["value"] > stage["bound"] for stage in written["stages"])
    assert all(stage["value"] >= stage["bound"] for stage in written["stages"])


def test_when_time_is_up_before_any_timetable_the_earlier_files_stay(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The meetings alone are no timetable: exit code 4, and the files of an earlier run are as they were."""
    out = folder / "out"
    (out / "calendars").mkdir(parents=True)
    for name in ("timetable.json", "timetable.csv", "calendars/p01.ics"):
        (out / name).write_text("of an earlier run")
    time_is_up(monkeypatch, after_the_whole=False)
    ran = program("plan", folder)
    assert ran.code == 4, ran.out + ran.err
    assert "nothing is proven" in ran.out
    assert "Nothing was written; the files of an earlier run are as they were." in ran.err
    files = [path for path in out.rglob("*") if path.is_file()]
    assert len(files) == 3
    assert {path.read_text() for path in files} == {"of an earlier run"}
