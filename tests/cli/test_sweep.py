"""`ltsched compare --sweep`: what it shows and writes, and how it is gone on with."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.review import Review
from ltsched.solve.many import compare as module
from ltsched.solve.result import Result
from tests.cli.conftest import Program, Ran
from tests.support.planned_once import plan_once
from tests.support.small_reviews import small_folder
from tests.support.sweeping import FIRST, LAST

ROOT = Path(__file__).parents[2]
STARTS = ("--from", FIRST, "--to", LAST, "--processes", "1")
FOCUSED = ("--option", "focused")
CALENDAR = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270101T000000Z\r\n"
    "DTSTART:20290101T000000Z\r\nDTEND:20290401T000000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)

Sweep = Callable[..., Ran]


@pytest.fixture(autouse=True)
def planned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no review be planned twice: the planning itself has tests of its own."""
    monkeypatch.setattr(module, "plan", plan_once)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a review that is planned in no time."""
    return small_folder(tmp_path / "review")


@pytest.fixture
def sweep(program: Program, folder: Path) -> Sweep:
    """Return a function that sweeps over three starts of Focused, or over what it is given."""
    return lambda *flags: program("compare", folder, *FOCUSED, *(flags or STARTS))


def planned(monkeypatch: pytest.MonkeyPatch, stop_at: int = 0) -> list[str]:
    """Remember what is planned; Ctrl-C is pressed during the run `stop_at`."""
    starts: list[str] = []

    def remember(review: Review, **limits: Any) -> Result:
        starts.append(review.commissioned.isoformat())
        return replace(plan_once(review, **limits), interrupted=len(starts) == stop_at)

    monkeypatch.setattr(module, "plan", remember)
    return starts


def lines(folder: Path) -> list[str]:
    return (folder / "out" / "sweep.jsonl").read_text(encoding="utf-8").splitlines()


def test_a_table_and_its_files(sweep: Sweep, folder: Path) -> None:
    """A row for each start, the shortest, and what was written, within 80 columns."""
    ran = sweep()
    assert ran.code == 0
    rows = ran.out.partition("Written to")[0].splitlines()
    assert max(map(len, rows)) <= 80
    assert [row.split()[0] for row in rows if row.startswith("2027-")] == ["2027-01-11", "2027-01-18", "2027-01-25"]
    assert "Shortest\n – Focused: " in ran.out
    assert ran.out.endswith(f"Written to {folder / 'out'}: sweep.csv, sweep.xlsx, sweep.jsonl\n")
    assert len(lines(folder)) == 4
    assert "settled" not in ran.err


def test_json_has_every_point(sweep: Sweep) -> None:
    """And whether these are all."""
    document = json.loads(sweep(*STARTS, "--json").out)
    assert (document["format"], document["reference"], document["whole"]) == (1, "LT-2027-01", True)
    assert [point["label"] for point in document["points"]] == ["2027-01-11", "2027-01-18", "2027-01-25"]
    assert {point["status"] for point in document["points"]} == {"optimal"}
    assert all(point["final_report"] > point["label"] for point in document["points"])


def test_a_second_run_plans_nothing(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    """It shows the same, and says that it knew."""
    first = sweep()
    starts = planned(monkeypatch)
    second = sweep()
    assert starts == []
    assert second.out == first.out
    assert "3 of 3 were settled by an earlier run" in second.err


@pytest.mark.parametrize("flags", [("--seed", "1"), ("--time-limit", "59"), ("--workers", "2")])
def test_other_settings_are_another_question(
    sweep: Sweep, monkeypatch: pytest.MonkeyPatch, flags: tuple[str, ...]
) -> None:
    """Nothing that was settled counts."""
    sweep()
    starts = planned(monkeypatch)
    assert "settled" not in sweep(*STARTS, *flags).err
    assert len(starts) == 3


def test_another_review_is_another_question(sweep: Sweep, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that was settled counts after a change of a file."""
    sweep()
    with (folder / "review.toml").open("a", encoding="utf-8") as file:
        file.write("# another thought\n")
    starts = planned(monkeypatch)
    sweep()
    assert len(starts) == 3


def test_a_wider_sweep_goes_on_with_a_narrow_one(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what is new is planned, and a narrow one afterwards loses nothing."""
    sweep("--from", FIRST, "--to", FIRST, "--processes", "1")
    starts = planned(monkeypatch)
    assert "1 of 3 were settled by an earlier run" in sweep().err
    sweep("--from", FIRST, "--to", FIRST, "--processes", "1")
    sweep()
    assert starts == ["2027-01-18", "2027-01-25"]


def test_a_stopped_sweep_says_how_many_are_left(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    """What ran is not settled; the same command goes on."""
    planned(monkeypatch, stop_at=2)
    ran = sweep()
    assert ran.code == 0
    assert "stopped by you: 2 are left; the same command goes on with them" in ran.err
    assert "2027-01-11" in ran.out
    assert "2027-01-18" not in ran.out
    starts = planned(monkeypatch)
    ran = sweep()
    assert "1 of 3 were settled by an earlier run" in ran.err
    assert "stopped" not in ran.err
    assert starts == ["2027-01-18", "2027-01-25"]


def test_a_stopped_sweep_is_not_whole(sweep: Sweep, monkeypatch: pytest.MonkeyPatch) -> None:
    """In JSON, too."""
    planned(monkeypatch, stop_at=1)
    document = json.loads(sweep(*STARTS, "--json").out)
    assert (document["whole"], document["points"]) == (False, [])


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be killed with -9 there")
def test_a_killed_sweep_is_gone_on_with(sweep: Sweep, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """kill -9 in the middle of a line: the lines before it count, and the next run ends as if nothing had been."""
    died = subprocess.run(
        [sys.executable, "-m", "tests.support.sweep_and_die", str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert len(lines(folder)) == 3
    assert not lines(folder)[-1].endswith("}")
    starts = planned(monkeypatch)
    after = sweep()
    assert starts == ["2027-01-18", "2027-01-25"]
    assert "1 of 3 were settled by an earlier run" in after.err
    assert len(lines(folder)) == 4
    (folder / "out" / "sweep.jsonl").unlink()
    assert sweep().out == after.out


def test_a_sweep_over_conversations(program: Program, folder: Path) -> None:
    """More conversations, more hours."""
    ran = program("compare", folder, "--option", "mid-range", "--set", "conversations=1..2", "--json", "--processes", 1)
    one, two = json.loads(ran.out)["points"]
    assert (one["label"], two["label"]) == ("conversations=1", "conversations=2")
    assert one["staff_hours"] < two["staff_hours"]


def test_a_value_that_the_option_refuses_is_a_mistake(sweep: Sweep, folder: Path) -> None:
    """Within its limits, and not possible all the same."""
    ran = sweep("--set", "slot-minutes=7..8")
    assert ran.code == 2
    assert "customise.slot-minutes: 7; expected a length of which a day has a whole number" in ran.err


@pytest.mark.parametrize("start", ["0001-01-01", "9999-12-31"])
def test_a_start_at_the_end_of_time_is_wrong_use(sweep: Sweep, start: str) -> None:
    """review.toml does not take such a day either."""
    assert sweep("--from", start, "--to", start).code == 2


def test_calendars_are_read_as_far_as_the_numbers_need(sweep: Sweep, folder: Path) -> None:
    """Two years of lead-in: the lead reviewer is away in the first months of what comes after them."""
    (folder / "calendars").mkdir()
    (folder / "calendars" / "l1.ics").write_text(CALENDAR, encoding="utf-8", newline="")
    (point,) = json.loads(sweep("--set", "lead-in-weeks=104..104", "--processes", "1", "--json").out)["points"]
    assert point["final_report"] is None or point["final_report"] > "2029-04-01"
