"""`ltsched compare`: what it shows, writes and returns."""

from __future__ import annotations

import csv
import json
import re
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.review import Review
from ltsched.files.review.new_folder import write_new_folder
from ltsched.library.beginning import read_option
from ltsched.options.template import shipped_options
from ltsched.solve.many import compare as module
from ltsched.solve.result import Result
from tests.cli.conftest import Program
from tests.support.own_group import run_in_own_group
from tests.support.planned_once import plan_once
from tests.support.small_reviews import small_folder

TWO = ("--option", "mid-range", "--option", "focused", "--processes", "1")
FILES = {"comparison.csv", "comparison.xlsx"}


@pytest.fixture(autouse=True)
def planned_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no review be planned twice: the planning itself has tests of its own."""
    monkeypatch.setattr(module, "plan", plan_once)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a review that is planned in no time."""
    return small_folder(tmp_path / "review")


def test_a_table_and_its_files(program: Program, folder: Path) -> None:
    """The options that were named, in their order, within 80 columns; the files are told."""
    ran = program("compare", folder, *TWO)
    assert ran.code == 0
    table = ran.out.partition("Written to")[0].splitlines()
    assert table[2].split() == ["Mid-range", "Focused"]
    assert max(map(len, table)) <= 80
    assert f"Written to {folder / 'out'}: comparison.csv, comparison.json, comparison.xlsx" in ran.out
    with (folder / "out" / "comparison.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["Option"] for row in rows] == ["Mid-range", "Focused"]
    assert "Focused: none of 2 key staff heard individually" in ran.out
    assert ran.err.count("\n") == ran.err.count("warning: ") > 0
    assert program("compare", folder, *TWO, "--quiet").err == ""


def test_a_new_folder_can_be_compared(program: Program, tmp_path: Path) -> None:
    """As `ltsched new` makes it."""
    folder, start = tmp_path / "review", date(2027, 1, 11)
    write_new_folder(folder, read_option("focused"), start, shipped_options())
    ran = program("compare", folder, *TWO, "--out", tmp_path / "elsewhere")
    assert ran.code == 0
    assert "Assumed\n – Mid-range: conversations with all 5 of the case group: nobody has a rank" in ran.out
    assert {path.name for path in (tmp_path / "elsewhere").iterdir()} >= FILES
    assert not (folder / "out").exists()


def test_json_has_everything(program: Program, folder: Path) -> None:
    """One document: dates as dates, numbers as numbers, what the table cannot say, too."""
    ran = program("compare", folder, *TWO, "--json")
    document = json.loads(ran.out)
    assert (document["format"], document["reference"], document["deadline"]) == (1, "LT-2027-01", None)
    assert (document["commissioned"], document["starting_point"]) == ("2027-01-11", None)
    mid_range, focused = document["options"]
    assert (mid_range["option"], mid_range["status"], mid_range["given_up"]) == ("mid-range", "optimal", "")
    expected = {"key_staff": 2, "heard": 2, "analysis_meetings": 1, "joint_meetings": 1, "files_audited": 0}
    assert {name: mid_range["evidence"][name] for name in expected} == expected
    assert focused["given_up"] == "none of 2 key staff heard individually"
    assert focused["activities"]["event"] == 1
    assert date.fromisoformat(focused["final_report"]) > date.fromisoformat(focused["last_meeting"])
    assert (focused["days_late"], focused["reasons"], focused["assumed"]) == (None, [], [])
    assert focused["hours_by_role"]["lead-reviewer"] == focused["hours_by_agency"][""]
    assert (folder / "out" / "comparison.xlsx").exists()


def test_an_impossible_option_does_not_cost_the_comparison(program: Program, folder: Path) -> None:
    """The others are shown; why it is impossible stands below. That is a result, so the exit code is 0."""
    with (folder / "review.toml").open("a", encoding="utf-8") as file:
        file.write('[[hold]]\nscope = "activity:event"\nfrom = 2027-01-01\nreason = "a trial"\n')
    ran = program("compare", folder, *TWO)
    assert ran.code == 0
    assert "Not proven, or impossible\n – Focused: impossible: " in ran.out
    status = next(line for line in ran.out.splitlines() if line.startswith("Status"))
    assert status.split() == ["Status", "proven", "impossible"]
    assert "Mid-range: without the hold on event, which is not on the agenda" in " ".join(ran.out.split())


def test_ctrl_c_leaves_a_comparison(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was planned is shown and written; what was not says so."""

    def stopped(review: Review, **limits: Any) -> Result:
        return replace(plan_once(review, **limits), interrupted=True)

    monkeypatch.setattr(module, "plan", stopped)
    ran = program("compare", folder, *TWO)
    assert ran.code == 0
    assert "stopped before it was planned" in ran.out
    assert (folder / "out" / "comparison.csv").exists()


@pytest.mark.parametrize(
    ("flags", "said"),
    [
        (("--option", "medium"), "there is no option 'medium'; expected full, intensive,"),
        (("--option", "focused", "--option", "focussed"), 'Did you mean "focused"?'),
        (("--processes", "0"), "'0' is not a whole number from 1 to 64"),
        (("--time-limit", "0"), "'0' is not a number of seconds"),
        (("--from", "yesterday"), "'yesterday' is not a date; expected year-month-day, such as 2027-01-11"),
        (("--from", "2027-01-11"), "'--to': a sweep over start dates needs --from and --to"),
        (("--to", "2027-01-11"), "'--from': a sweep over start dates needs --from and --to"),
        (("--sweep",), "a sweep over start dates needs --from and --to"),
        (("--from", "2027-01-11", "--to", "2027-01-10"), "2027-01-10 is before --from 2027-01-11"),
        (("--every", "month"), "'month' is not known; expected day, week or fortnight"),
        (("--every", "day"), "a sweep over start dates needs --from and --to"),
        (("--set", "span-weeks=4..5", "--png"), "a sweep has no pictures"),
        (("--set", "conversations"), "'conversations' is not understood"),
        (("--set", "span-weak=1..2"), 'Did you mean "span-weeks"?'),
        (("--out", "people.csv"), "people.csv is a file, not a folder"),
    ],
)
def test_wrong_use(program: Program, folder: Path, flags: tuple[str, ...], said: str) -> None:
    """What was typed and what is right, with exit code 2; nothing is planned or written."""
    flags = tuple(str(folder / flag) if flag == "people.csv" else flag for flag in flags)
    ran = program("compare", folder, *flags)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.endswith("Try: ltsched compare --help\n")
    assert not (folder / "out").exists()


def test_two_sweeps_at_a_time_are_wrong_use(program: Program, folder: Path) -> None:
    """Over start dates or over a number: both cannot be meant."""
    ran = program("compare", folder, *TWO, "--set", "span-weeks=4..4", "--from", "2027-01-11", "--to", "2027-01-11")
    assert ran.code == 2


def test_a_mistake_in_the_review_is_told(program: Program, folder: Path) -> None:
    (folder / "people.csv").unlink()
    ran = program("compare", folder, *TWO)
    assert ran.code == 2
    assert "people.csv" in ran.err


def test_an_option_beside_the_review(program: Program, folder: Path) -> None:
    """One that is there takes part; one that is not is told."""
    (folder / "ours.toml").write_text('based-on = "focused"\ntitle = "Ours"\nsummary = "ours"\n', encoding="utf-8")
    ran = program("compare", folder, "--option", "ours.toml", "--processes", "1")
    assert (ran.code, ran.out.splitlines()[2].split()) == (0, ["Ours"])
    ran = program("compare", folder, "--option", "theirs.toml")
    assert ran.code == 2
    assert '"theirs.toml" is not an option file' in ran.err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no process groups there")
def test_a_real_ctrl_c_in_the_middle(folder: Path, tmp_path: Path) -> None:
    """It ends with a comparison that says how sure it is, and without a traceback.

    One option is planned then, one has a timetable whose preferences are being improved, one has none yet, the last has
    not begun. What people act on is proven of the second: that its preferences are not changes nothing about that.
    """
    ended = run_in_own_group("-m", "tests.support.stop_in_the_middle", str(folder), str(tmp_path / "pipe"))
    assert ended.returncode == 0, ended.stderr
    assert not [line for line in ended.stderr.splitlines() if not line.startswith("warning: ")]
    status = next(line for line in ended.stdout.splitlines() if line.startswith("Status"))
    assert re.split("  +", status.strip()) == ["Status", "proven", "proven", "stopped", "stopped"]
    assert "Focused: stopped " in ended.stdout
    assert "Full: stopped before it was planned" in ended.stdout
    assert {path.name for path in (folder / "out").iterdir()} >= FILES
