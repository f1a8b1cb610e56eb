"""`ltsched alternatives`: the table, JSON, exit codes, and what is loaded for it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Program
from tests.support.small_reviews import small_folder

TODAY = ("--today", "2027-01-11")


@pytest.fixture
def folder(tmp_path: Path, program: Program) -> Path:
    """A review of four people that is planned."""
    made = small_folder(tmp_path / "review")
    assert program("plan", made, *TODAY, "-q").code == 0
    return made


def test_a_table_and_how_to_take_one(program: Program, folder: Path) -> None:
    ran = program("alternatives", folder, "conversation:c1", "--count", "3", *TODAY)
    assert ran.code == 0
    assert "Conversation c1, now " in ran.out
    assert "Held by" in ran.out
    assert "Nobody has been invited yet" in ran.out
    shown = json.loads(program("alternatives", folder, "conversation:c1", "--count", "3", "--json", *TODAY).out)
    start = shown["alternatives"][0]["start"][:16]
    assert f"ltsched replan {folder} --move conversation:c1={start}" in ran.out


def test_the_first_can_be_taken(program: Program, folder: Path) -> None:
    """What is shown is what planning again brings: it moves, and nothing else does."""
    shown = json.loads(program("alternatives", folder, "conversation:c1", "--json", *TODAY).out)
    first = shown["alternatives"][0]
    before = {each["activity"]: each["start"] for each in planned(folder)}
    move = f"conversation:c1={first['start'][:16]}"
    assert program("replan", folder, "--move", move, "--yes", "-q", *TODAY).code == 0
    after = {each["activity"]: each["start"] for each in planned(folder)}
    assert {id for id in after if after[id] != before[id]} == {"conversation:c1"}
    assert after["conversation:c1"] == first["start"]


def planned(folder: Path) -> list[dict[str, str]]:
    bookings: list[dict[str, str]] = json.loads((folder / "out" / "timetable.json").read_text())["bookings"]
    return bookings


def test_json(program: Program, folder: Path) -> None:
    """The booking as it is, and each alternative with who, what else, and what it comes to."""
    ran = program("alternatives", folder, "joint-meeting:1", "--count", "2", "--json", *TODAY)
    shown = json.loads(ran.out)
    assert shown["format"] == 1
    assert shown["status"] == "found"
    assert shown["now"]["activity"] == "joint-meeting:1"
    one = shown["alternatives"][0]
    assert {"start", "room", "missing", "newly_missing", "others", "report", "told", "values", "proposed_by"} <= set(
        one
    )
    assert one["values"]["missed attendance"] >= 0


def test_wrong_use(program: Program, folder: Path) -> None:
    """What is not there, what is over, and a number that is none."""
    ran = program("alternatives", folder, "conversation:c9", *TODAY)
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean" in ran.err
    assert program("alternatives", folder, "conversation:c1", "--today", "2027-06-01").code == 2
    assert "is over" in program("alternatives", folder, "conversation:c1", "--today", "2027-06-01").err
    assert program("alternatives", folder, "conversation:c1", "--count", "0", *TODAY).code == 2


def test_there_is_no_other_start(program: Program, folder: Path) -> None:
    """Its one free morning is where it is: impossible, and not only nothing found."""
    own = next(each for each in planned(folder) if each["activity"] == "conversation:c1")
    start, end = own["start"][:16], own["end"][:16]
    (folder / "busy.csv").write_text(f"id,start,end\nc1,2027-01-01T00:00,{start}\nc1,{end},2028-12-31T00:00\n")
    ran = program("alternatives", folder, "conversation:c1", *TODAY)
    assert ran.code == 3
    assert "no other start" in ran.out
    assert (
        json.loads(program("alternatives", folder, "conversation:c1", "--json", *TODAY).out)["status"] == "impossible"
    )


def test_what_is_broken_is_a_warning(program: Program, folder: Path) -> None:
    own = next(each for each in planned(folder) if each["activity"] == "conversation:c2")
    (folder / "busy.csv").write_text(f"id,start,end\nc2,{own['start'][:16]},{own['end'][:16]}\n")
    ran = program("alternatives", folder, "conversation:c1", *TODAY)
    assert ran.code == 0
    assert "the timetable breaks a rule: c2 is not free for all of conversation:c2" in ran.err


def test_the_solver_is_loaded_only_where_others_have_to_move(folder: Path) -> None:
    lines = [
        "import sys",
        "from ltsched.cli.app import run",
        f"code = run(['alternatives', {str(folder)!r}, 'conversation:c1', '--count', '1', '--today', '2027-01-11'])",
        "sys.stderr.write(f'{code} {\"ortools\" in sys.modules}')",
    ]
    done = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True, timeout=600)
    assert done.stderr == "0 False"
