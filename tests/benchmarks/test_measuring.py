"""Measuring: a process and a whole row for each run, and what is there is not run again."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.measuring.processes import run_process
from benchmarks.measuring.results import Row, add_row, key_of, read_rows
from benchmarks.measuring.runs import Settings, run_all
from benchmarks.measuring.sources import content_hash

ROOT = Path(__file__).parents[2]
LONG = Settings(time_limit_seconds=3600)


@pytest.fixture(autouse=True)
def _low_floor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure a floor that is quick; what counts is that it is measured."""
    monkeypatch.setattr("benchmarks.measuring.runs.FLOOR", (sys.executable, "-c", "pass"))


@pytest.fixture
def instances(tmp_path: Path) -> Path:
    """A folder with the smallest scenario as the only instance."""
    shutil.copytree(ROOT / "scenarios" / "focused", tmp_path / "instances" / "tiny")
    return tmp_path / "instances"


def run(folder: Path, path: Path, settings: Settings = LONG) -> tuple[list[Row], list[bool]]:
    """Run `folder`; return the rows, and of each whether it was made now."""
    made: list[bool] = []
    rows = run_all([folder], path, settings, lambda name, row: made.append(row is not None))
    return rows, made


def test_a_run_is_a_row_and_is_not_run_again(instances: Path, tmp_path: Path) -> None:
    """As long as the instance, the source and the settings are the same."""
    path = tmp_path / "results.jsonl"
    [row], made = run(instances / "tiny", path)
    assert made == [True]
    assert read_rows(path) == [row]
    assert row["status"] == "optimal"
    assert row["exit_code"] == 0
    seconds = [
        row["read_seconds"],
        row["first_seconds"],
        *(stage["seconds"] for stage in row["stages"]),
        row["seconds"],
    ]
    assert seconds == sorted(seconds)
    assert row["floor_seconds"] > 0
    # Both are rounded, and the floor of these tests is next to nothing.
    assert row["times_the_floor"] == pytest.approx(row["seconds"] / row["floor_seconds"], rel=0.1)
    assert row["peak_mib"] > 10
    # Half a line is what a killed run leaves.
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:40])
    again, made = run(instances / "tiny", path)
    assert (again, made) == ([row], [False])
    people = instances / "tiny" / "people.csv"
    people.write_bytes(people.read_bytes() + b"\n")
    [other], made = run(instances / "tiny", path)
    assert made == [True]
    assert read_rows(path) == [row, other]
    assert {**other, "content": row["content"]}.keys() == row.keys()


def test_the_whole_command_can_be_measured(instances: Path, tmp_path: Path) -> None:
    """It comes to stages without times; what it writes does not stay in the instance."""
    before = sorted(instances.rglob("*"))
    settings = Settings(time_limit_seconds=3600, whole=True, prove=True)
    [row], _ = run(instances / "tiny", tmp_path / "results.jsonl", settings)
    assert (row["status"], row["exit_code"]) == ("optimal", 0)
    assert all(stage["value"] == stage["bound"] for stage in row["stages"])
    assert row["first_seconds"] is None
    assert sorted(instances.rglob("*")) == before


def test_a_run_that_fails_is_a_row_that_says_why(instances: Path, tmp_path: Path) -> None:
    (instances / "tiny" / "people.csv").unlink()
    [row], _ = run(instances / "tiny", tmp_path / "results.jsonl")
    assert row["status"] == "failed"
    assert "people.csv" in row["error"]


def test_a_limit_that_strikes_while_the_review_is_read_leaves_nothing_found(instances: Path, tmp_path: Path) -> None:
    """The limit is of processor time; no review is read and planned in a hundredth of a second."""
    [row], _ = run(instances / "tiny", tmp_path / "results.jsonl", Settings(time_limit_seconds=0.01))
    assert (row["status"], row["stages"], row["first_seconds"]) == ("unknown", [], None)


def test_the_limit_strikes_in_the_background_as_well(tmp_path: Path) -> None:
    """A shell has what it runs there ignore Ctrl-C, and what ignores it never ends by it."""
    (tmp_path / "endless.py").write_text("while True: pass")
    limited = [sys.executable, "-m", "benchmarks.measuring.limited", "0.3", "endless"]
    ignoring = f"import os, signal; signal.signal(signal.SIGINT, signal.SIG_IGN); os.execv({limited[0]!r}, {limited!r})"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path)))}
    ended = run_process([sys.executable, "-c", ignoring], most_seconds=600, environment=environment)
    assert (ended.exit_code, json.loads(ended.stdout)) == (0, {"status": "unknown"})


def test_a_limit_that_is_lost_strikes_again(tmp_path: Path) -> None:
    """What arises in a finalizer or a callback of the interpreter goes no further."""
    endless = "while True: pass"
    (tmp_path / "deaf.py").write_text(f"try:\n    {endless}\nexcept KeyboardInterrupt:\n    {endless}")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path)))}
    limited = [sys.executable, "-m", "benchmarks.measuring.limited", "0.3", "deaf"]
    ended = run_process(limited, most_seconds=600, environment=environment)
    assert (ended.exit_code, json.loads(ended.stdout)) == (0, {"status": "unknown"})


def test_a_process_that_does_not_end_is_killed() -> None:
    ended = run_process([sys.executable, "-c", "import time; time.sleep(600)"], most_seconds=0.2)
    assert ended.exit_code is None
    assert ended.wall_seconds < 600


def test_the_peak_of_memory_is_that_of_the_process() -> None:
    """Of each one for itself, and not of the greatest so far.

    It is measured from a process of its own: what starts another counts as the beginning of that one, and this one may
    have grown in other tests.
    """
    code = """
import sys
from benchmarks.measuring.processes import run_process
for text in ("x = bytearray(200 << 20)", "print('here')"):
    ended = run_process([sys.executable, "-c", text], most_seconds=600)
    print(ended.peak_mib, ended.stdout.strip())
"""
    great, small = subprocess.run(
        [sys.executable, "-c", code], cwd=Path(__file__).parents[2], capture_output=True, text=True, check=True
    ).stdout.splitlines()
    assert float(great) > 200 > float(small.split()[0]) > 1
    assert small.split()[1] == "here"


def test_what_has_been_written_into_a_folder_does_not_change_its_content(instances: Path) -> None:
    before = content_hash(instances / "tiny")
    (instances / "tiny" / "out").mkdir()
    (instances / "tiny" / "out" / "bookings.csv").write_text("x")
    assert content_hash(instances / "tiny") == before
    (instances / "tiny" / "rooms.csv").write_text("id,name,capacity\n")
    assert content_hash(instances / "tiny") != before


def test_a_row_after_half_a_line_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    row = dict.fromkeys(("instance", "content", "source", "ortools", "python", "what", "prove"), 1)
    row |= {"workers": 1, "seed": 0, "time_limit_seconds": 1, "turn": 1}
    path.write_text('{"instance": "half')
    add_row(path, row)
    add_row(path, row | {"turn": 2})
    assert [found["turn"] for found in read_rows(path)] == [1, 2]
    assert key_of(read_rows(path)[0]) == key_of(row)


def command(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run ``python -m benchmarks`` in the root of the repository."""
    line = [sys.executable, "-m", "benchmarks", *arguments]
    return subprocess.run(line, capture_output=True, text=True, cwd=ROOT, encoding="utf-8", timeout=3600)


def test_the_commands_run_and_summarise(instances: Path, tmp_path: Path) -> None:
    """One after the other, as a user gives them; the second run has nothing to do."""
    where = ["--instances", str(instances), "--results", str(tmp_path / "results.jsonl")]
    first = command("run", "--time-limit", "3600", *where)
    assert (first.returncode, first.stderr) == (0, "")
    assert "tiny: " in first.stdout
    assert "times the floor; optimal" in first.stdout
    assert command("run", "--time-limit", "3600", *where).stdout == "tiny: is there\n"
    shown = command("summarise", *where)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert max(map(len, shown.stdout.splitlines())) <= 80
    [told] = json.loads(command("summarise", "--json", *where).stdout)
    assert told["instance"] == "tiny"
    assert told["proven"]
    assert told["read"] <= told["first"] <= told["report"] <= told["all"]


def test_wrong_use_of_the_commands_says_what_there_is(instances: Path, tmp_path: Path) -> None:
    where = ["--instances", str(instances), "--results", str(tmp_path / "results.jsonl")]
    none = command("summarise", *where)
    assert none.returncode == 2
    assert "`python -m benchmarks run` makes some" in none.stderr
    unknown = command("run", "--only", "fool", *where)
    assert unknown.returncode == 2
    assert "there is no instance 'fool'; there are tiny" in unknown.stderr
    (tmp_path / "empty").mkdir()
    nothing = command("run", "--instances", str(tmp_path / "empty"), "--results", where[-1])
    assert nothing.returncode == 2
    assert "has no folder with a review.toml" in nothing.stderr
    seed = command("run", "--seed", str(2**31), *where)
    assert seed.returncode == 2
    assert not (tmp_path / "results.jsonl").exists()
