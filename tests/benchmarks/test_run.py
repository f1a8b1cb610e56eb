"""The benchmark as it is run: by its path, on a shipped scenario."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(*arguments: str, program: str = "run") -> subprocess.CompletedProcess[str]:
    """Run a benchmark with `arguments`, not from its own folder."""
    return subprocess.run(
        [sys.executable, "-B", "-m", f"benchmarks.{program}", *arguments],
        capture_output=True,
        text=True,
        timeout=3600,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        cwd=ROOT / "tests",
    )


def test_the_result_can_be_had_as_json() -> None:
    """On the smallest scenario both prove everything, with the same values."""
    told = json.loads(run("focused", "--json", "--time-limit", "3600").stdout)
    assert {"cores", "python", "ortools"} <= told["machine"].keys()
    [scenario] = told["scenarios"]
    ours, textbook = ([(s["name"], s["value"]) for s in scenario[side]["stages"]] for side in ("ltsched", "textbook"))
    assert ours == textbook
    assert all(stage["proven"] for side in ("ltsched", "textbook") for stage in scenario[side]["stages"])
    assert scenario["ratios"]["all stages"]["planning"]["exact"]


@pytest.mark.parametrize("program", ["run", "way", "replanning"])
def test_a_scenario_that_is_not_shipped_is_wrong_use(program: str) -> None:
    """It says which there are, and ends with 2."""
    ended = run("focused", "fool", program=program)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert "there is no scenario 'fool'; there are full, intensive" in ended.stderr


@pytest.mark.parametrize("program", ["run", "way", "calendars"])
def test_a_repeat_of_none_is_wrong_use(program: str) -> None:
    ended = run("--repeat", "0", program=program)
    assert ended.returncode == 2
    assert "argument --repeat: invalid whole_number value: '0'" in ended.stderr
