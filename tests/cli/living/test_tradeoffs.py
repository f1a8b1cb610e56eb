"""`ltsched tradeoffs` and `plan --choose`: what they show, write and return."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import ltsched
from ltsched.domain.living.tradeoffs import Tradeoffs
from ltsched.domain.timetable import Status
from tests.cli.conftest import Program
from tests.support.small_reviews import small_folder
from tests.support.traded import only_one, tradeoffs

AWAY = "id,start,end,level,note\nc2,2027-01-11,2027-01-30,busy,\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a review that is planned in no time, with somebody away in the first weeks."""
    found = small_folder(tmp_path / "review")
    (found / "busy.csv").write_text(AWAY, encoding="utf-8")
    return found


def test_from_the_frontier_to_the_page(program: Program, folder: Path) -> None:
    """The table and the file; a point is chosen and planned; the page shows both and is as it was planned."""
    ran = program("tradeoffs", folder, "--today", "2027-01-11", "--svg")
    assert ran.code == 0
    table = ran.out.partition("Written to")[0]
    assert max(map(len, table.splitlines())) <= 80
    assert f"Written to {folder / 'out'}: tradeoffs.json, tradeoffs.svg" in ran.out
    points = json.loads((folder / "out" / "tradeoffs.json").read_text())["frontiers"][0]["points"]
    assert len(points) > 1
    assert all(f" missed-attendance={point['value']}" in table for point in points)
    last = points[-1]
    ran = program("plan", folder, "--today", "2027-01-11", "--choose", f"missed-attendance={last['value']}")
    assert ran.code == 0
    assert f"Chosen for this plan: missed-attendance={last['value']}. " in ran.err
    assert f"  tolerance = {{ missed-attendance = {last['stages']['tolerance']['missed-attendance']} }}" in ran.err
    assert json.loads((folder / "out" / "timetable.json").read_text()) == last["timetable"]
    ran = program("report", folder)
    assert ran.code == 0
    assert "warning: as things are now" not in ran.err
    assert "trade-offs" not in ran.err
    assert "What an earlier report costs" in (folder / "out" / "report.html").read_text(encoding="utf-8")


def test_the_lines_of_a_point_do_the_same_as_choosing_it(program: Program, folder: Path) -> None:
    """Put into review.toml they give the same bookings and values; the file does not say that it was chosen."""
    point = json.loads(program("tradeoffs", folder, "--today", "2027-01-11", "--json").out)["frontiers"][0]["points"][1]
    lines = "".join(f"{key} = {_toml(value)}\n" for key, value in point["stages"].items())
    with (folder / "review.toml").open("a", encoding="utf-8") as file:
        file.write(f"[stages]\n{lines}")
    planned = json.loads(program("plan", folder, "--today", "2027-01-11", "--json").out)
    assert "chosen" not in planned
    assert {**planned, "chosen": f"missed-attendance={point['value']}"} == point["timetable"]


def _toml(value: Any) -> str:
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{key} = {number}" for key, number in value.items()) + " }"
    return json.dumps(value)


def test_trade_offs_of_another_state_are_left_out_of_the_page(program: Program, folder: Path) -> None:
    program("tradeoffs", folder, "--today", "2027-01-11")
    program("plan", folder, "--today", "2027-01-11")
    (folder / "busy.csv").unlink()
    ran = program("report", folder)
    assert "The trade-offs are of an earlier state of the folder and left out" in ran.err
    assert "What an earlier report costs" not in (folder / "out" / "report.html").read_text(encoding="utf-8")


def found(monkeypatch: pytest.MonkeyPatch, result: Tradeoffs) -> None:
    monkeypatch.setattr(ltsched, "tradeoffs", lambda review, **limits: result, raising=False)


def test_json_is_the_file(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing else is on stdout."""
    found(monkeypatch, only_one())
    ran = program("tradeoffs", folder, "--json", "--quiet")
    assert json.loads(ran.out)["reference"] == "LT-TEST-1"
    assert ran.out == (folder / "out" / "tradeoffs.json").read_text(encoding="utf-8")
    assert ran.err == ""


def test_stopped_with_points_is_done(program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are shown and written, and said to be those so far."""
    found(monkeypatch, tradeoffs(interrupted=True))
    ran = program("tradeoffs", folder)
    assert ran.code == 0
    assert "Stopped by you: these are the points so far" in ran.out
    assert (folder / "out" / "tradeoffs.json").exists()


@pytest.mark.parametrize(
    ("more", "code", "said"),
    [
        ({"status": Status.INFEASIBLE}, 3, "Impossible: no timetable keeps all the rules."),
        ({"status": Status.UNKNOWN}, 4, "Nothing found in 60 seconds"),
        ({"status": Status.UNKNOWN, "interrupted": True}, 4, "Stopped by you before any timetable was found."),
    ],
)
def test_without_a_point(
    program: Program, folder: Path, monkeypatch: pytest.MonkeyPatch, more: dict[str, Any], code: int, said: str
) -> None:
    """Nothing is written; the exit code is that of planning."""
    found(monkeypatch, tradeoffs(frontiers=(), **more))
    ran = program("tradeoffs", folder)
    assert ran.code == code
    assert said in ran.out
    assert not (folder / "out").exists()
    document = json.loads(program("tradeoffs", folder, "--json").out)
    assert document["status"] == str(more["status"])


def test_an_impossible_review_says_why(program: Program, folder: Path) -> None:
    (folder / "busy.csv").write_text(AWAY.replace("c2", "l1").replace("2027-01-30", "2027-12-30"), encoding="utf-8")
    ran = program("tradeoffs", folder, "--today", "2027-01-11")
    assert ran.code == 3
    assert "No timetable is possible" in ran.out
    assert "(l1) is" in ran.out, "with names"
    assert f"`ltsched explain {folder}` tells all." in " ".join(ran.out.split())
    document = json.loads(program("tradeoffs", folder, "--today", "2027-01-11", "--json").out)
    assert document["clashes"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("missed-attendance", "'missed-attendance' is not understood; expected missed-attendance=NUMBER or if-needed="),
        ("missed-attendence=5", 'Did you mean "missed-attendance"?'),
        ("finish=5", "'finish=5' is not understood"),
        ("missed-attendance=-1", "'missed-attendance=-1' is not understood"),
    ],
)
def test_a_choice_that_is_none(program: Program, folder: Path, given: str, said: str) -> None:
    """What was typed and what is right, with exit code 2; nothing is planned or written."""
    ran = program("plan", folder, "--choose", given)
    assert (ran.code, ran.out) == (2, "")
    assert "'--choose'" in ran.err
    assert said in ran.err
    assert ("Did you mean" in ran.err) is (not given.startswith(("missed-attendance", "finish")))
    assert not (folder / "out").exists()


def test_less_than_there_can_be_names_the_least(program: Program, folder: Path) -> None:
    """Under Focused nobody has to come to a conversation."""
    (folder / "busy.csv").write_text(AWAY.replace("2027-01-30", "2027-12-30"), encoding="utf-8")
    focused = ("--option", "focused")
    ran = program("plan", folder, "--today", "2027-01-11", "--choose", "missed-attendance=0", *focused)
    assert ran.code == 2
    assert "missed attendance cannot be 0: " in ran.err
    assert "is the least there can be, whatever else is given up" in ran.err
