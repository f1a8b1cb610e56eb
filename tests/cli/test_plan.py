"""`ltsched plan`: what it shows, writes and returns, with made-up results in the place of the solver's."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.timetable import Status
from ltsched.files.results.timetable_file import read_timetable
from ltsched.solve.progress import SILENT
from ltsched.solve.result import Result
from tests.cli.conftest import Program
from tests.support.agendas import MONDAY
from tests.support.made_up import HOSTILE, Library, found, made_up_agenda, made_up_timetable, unproven
from tests.support.reasons import because

MakeLibrary = Callable[..., Library]


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return where the results of these tests go."""
    return tmp_path / "out"


def test_the_bookings_are_a_table_of_80_columns(program: Program, library: MakeLibrary, out: Path) -> None:
    """Each booking with its day, time, title, room, how many come of how many, who holds it and who cannot come."""
    library(found(made_up_agenda()))
    ran = program("plan", "x", "--out", out)
    assert ran.code == 0
    rows = [" ".join(row.split()) for row in ran.out.splitlines()]
    assert "Tue 2 Mar 2027 10:00–12:00 Set-up meeting r1 3/3" in rows
    assert "Tue 9 Mar 2027 14:00–16:00 Conversation c1 – 3/3 l1, t1" in rows
    assert "Tue 6 Apr 2027 09:30–11:30 Joint meeting 1 r1 5/7 not t3, c3" in rows
    assert max(map(len, ran.out.partition("Written to")[0].splitlines())) <= 80


def test_who_cannot_come_is_named(program: Program, library: MakeLibrary, out: Path) -> None:
    library(found(made_up_agenda()))
    said = program("plan", "x", "--out", out).out.partition("Who cannot come")[2]
    assert "c3  Name of c3    Joint meeting 1 (6 Apr)" in said
    assert "t3  Dana Example  Joint meeting 1 (6 Apr)" in said


def test_milestones_stages_and_the_verdict_follow(program: Program, library: MakeLibrary, out: Path) -> None:
    library(found(made_up_agenda()))
    said = program("plan", "x", "--out", out).out
    assert "Tue 13 Apr 2027  Draft report" in said
    assert "missed attendance 2 2 people proven" in " ".join(said.split())
    assert "Proven: no timetable is better in any stage." in said


def test_the_files_are_written_and_named(program: Program, library: MakeLibrary, out: Path) -> None:
    library(found(made_up_agenda()))
    ran = program("plan", "x", "--out", out)
    assert json.loads((out / "timetable.json").read_text())["status"] == "optimal"
    calendars = len(list((out / "calendars").iterdir()))
    assert (
        f"Written to {out}: timetable.csv, timetable.json, timetable.xlsx, calendars/ ({calendars} files)\n" in ran.out
    )


def test_files_go_into_the_folder_of_the_review_if_nothing_else_is_said(
    program: Program, library: MakeLibrary, tmp_path: Path
) -> None:
    library(found(made_up_agenda()))
    assert program("plan", tmp_path).code == 0
    assert (tmp_path / "out" / "timetable.json").exists()


def test_the_folder_of_a_review_is_no_place_for_the_files(
    program: Program, library: MakeLibrary, tmp_path: Path
) -> None:
    """Its own calendars lie where the new ones would go; that is told before the work."""
    asked = library(found(made_up_agenda())).asked
    (tmp_path / "review.toml").touch()
    ran = program("plan", tmp_path, "--out", tmp_path)
    assert ran.code == 2
    assert "is the folder of a review" in ran.err
    assert asked == []


def test_flags_reach_the_library(program: Program, library: MakeLibrary, out: Path) -> None:
    asked = library(found(made_up_agenda())).asked
    more = ("--time-limit", "2.5", "--seed", "7", "--workers", "2", "--today", "2027-03-12")
    program("plan", "x", "--out", out, "--option", "full", *more)
    assert asked == [
        {"path": Path("x"), "option": "full", "today": date(2027, 3, 12), "results": out, "strict": False},
        {
            "time_limit_seconds": 2.5,
            "seed": 7,
            "workers": 2,
            "prove": False,
            "every_reason": False,
            "canonical": False,
            "partial": False,
        },
    ]


def test_that_no_choice_was_left_is_asked_for_and_said(program: Program, library: MakeLibrary, out: Path) -> None:
    """On the screen only where it holds; in timetable.json, too, and there it is read again."""
    given = found(made_up_agenda())
    assert given.timetable is not None
    one = replace(given, timetable=replace(given.timetable, canonical=True))
    for result, asked, said in ((given, (), False), (given, ("--canonical",), False), (one, ("--canonical",), True)):
        calls = library(result).asked
        ran = program("plan", "x", "--out", out, *asked)
        assert calls[-1]["canonical"] is bool(asked)
        assert ("No choice was left" in ran.out) is said
        assert read_timetable(out / "timetable.json").canonical is said
        assert ("canonical" in json.loads((out / "timetable.json").read_text(encoding="utf-8"))) is said


def test_an_unproven_timetable_says_what_is_open(program: Program, library: MakeLibrary, out: Path) -> None:
    """Each stage with a gap is named, with what might still be possible; the exit code is 0."""
    plan = made_up_agenda()
    library(found(plan, unproven(made_up_timetable(plan)), seconds=60.2))
    ran = program("plan", "x", "--out", out)
    assert ran.code == 0
    assert "Best found in 60 seconds; not proven: missed attendance might be 1 less." in ran.out
    assert "might be 1 less" in ran.out


def test_after_ctrl_c_the_best_so_far_is_kept(program: Program, library: MakeLibrary, out: Path) -> None:
    plan = made_up_agenda()
    library(found(plan, unproven(made_up_timetable(plan)), interrupted=True))
    ran = program("plan", "x", "--out", out)
    assert ran.code == 0
    assert "Stopped by you. Best found; not proven: missed attendance might be 1 less." in " ".join(ran.out.split())
    assert (out / "timetable.json").exists()


def test_warnings_are_told_once_on_stderr(program: Program, library: MakeLibrary, out: Path) -> None:
    """Those of the review come before the planning, those of the planning after it, none twice."""
    library(found(made_up_agenda()))
    ran = program("plan", "x", "--out", out)
    assert ran.err == (
        "warning: no calendar for t3: planned by working hours alone\nwarning: customise.audits has no effect\n"
    )
    assert "no effect" not in ran.out
    assert program("plan", "x", "--out", out, "--quiet").err == ""


def test_an_impossible_review_says_why_and_ends_with_3(program: Program, library: MakeLibrary, out: Path) -> None:
    reasons = because("nobody is free", "r1 is [too] small", "nobody is free")
    library(Result(Status.INFEASIBLE, made_up_agenda(), None, reasons))
    ran = program("plan", "x", "--out", out)
    assert ran.code == 3
    rows = [row.rstrip() for row in ran.out.splitlines()]
    assert rows == ["Impossible: no timetable keeps all the rules.", "– nobody is free", "– r1 is [too] small"]
    assert "Nothing was written." in ran.err
    assert not out.exists()


def test_an_impossible_review_as_json(program: Program, library: MakeLibrary, out: Path) -> None:
    """The reasons are data; their sentences are part of them."""
    cure = Advice("the hold ends earlier", "review.toml", ("hold.until",))
    reason = Reason("diary", "c1 is away", ("c1",), (MONDAY, MONDAY + timedelta(days=1)), {"minutes": 120}, cure)
    library(Result(Status.INFEASIBLE, made_up_agenda(), None, (reason, *because("nobody is free"), reason)))
    ran = program("plan", "x", "--out", out, "--json")
    assert ran.code == 3
    away, other = json.loads(ran.out)["reasons"]
    assert away == {
        "rule": "diary",
        "ids": ["c1"],
        "dates": ["2027-03-01", "2027-03-02"],
        "numbers": {"minutes": 120},
        "text": "c1 is away",
        "cure": {"text": "the hold ends earlier", "file": "review.toml", "keys": ["hold.until"]},
    }
    assert (other["text"], other["dates"], other["cure"]) == ("nobody is free", [], None)


@pytest.mark.parametrize(
    ("interrupted", "said"), [(False, "Nothing found in 60 seconds"), (True, "Stopped by you before any timetable")]
)
def test_nothing_found_ends_with_4(
    program: Program, library: MakeLibrary, out: Path, interrupted: bool, said: str
) -> None:
    library(Result(Status.UNKNOWN, made_up_agenda(), None, interrupted=interrupted))
    ran = program("plan", "x", "--out", out)
    assert ran.code == 4
    assert said in ran.out


@pytest.mark.parametrize("status", [Status.INFEASIBLE, Status.UNKNOWN])
def test_without_a_timetable_an_earlier_one_stays(
    program: Program, library: MakeLibrary, out: Path, status: Status
) -> None:
    """What an earlier run wrote is as it was, and that is said."""
    library(found(made_up_agenda()))
    program("plan", "x", "--out", out)
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    library(Result(status, made_up_agenda(), None))
    ran = program("plan", "x", "--out", out)
    assert "the files of an earlier run are as they were" in ran.err
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_json_is_the_timetable_and_nothing_else(program: Program, library: MakeLibrary, out: Path) -> None:
    """Stdout has the same document as timetable.json."""
    library(found(made_up_agenda()))
    ran = program("plan", "x", "--out", out, "--json")
    assert ran.code == 0
    assert json.loads(ran.out) == json.loads((out / "timetable.json").read_text())


def test_a_place_that_cannot_hold_the_files_is_told_before_the_work(
    program: Program, library: MakeLibrary, tmp_path: Path
) -> None:
    asked = library(found(made_up_agenda())).asked
    (tmp_path / "out").write_text("a file")
    ran = program("plan", "x", "--out", tmp_path / "out")
    assert ran.code == 2
    assert "is a file, not a folder" in ran.err
    assert asked == []


def test_a_timetable_that_cannot_be_written_is_shown_all_the_same(
    program: Program, library: MakeLibrary, tmp_path: Path
) -> None:
    """The work is not lost; the error is told and the program ends with 2."""
    library(found(made_up_agenda()))
    (tmp_path / "file").write_text("in the way")
    ran = program("plan", "x", "--out", tmp_path / "file" / "out", "-q")
    assert ran.code == 2
    assert "Joint meeting 1" in ran.out
    assert "Written to" not in ran.out
    assert ran.err.startswith("error: cannot write")
    assert "was not written" in ran.err


def test_hostile_names_are_shown_harmlessly(program: Program, library: MakeLibrary, out: Path) -> None:
    """Markup, escape sequences, direction overrides and line breaks do nothing."""
    library(found(made_up_agenda(HOSTILE)))
    ran = program("plan", "x", "--out", out)
    assert ran.code == 0
    assert "[bold red]Eve[/]" in ran.out
    assert not {"\x1b", "\x07", "\u202e"} & set(ran.out)


def test_nothing_is_drawn_where_stderr_is_no_terminal(
    program: Program, library: MakeLibrary, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library is given the silent listener."""
    made_up = library(found(made_up_agenda()))
    heard: list[object] = []
    real = made_up.plan

    def plan(review: Any, **more: Any) -> Any:
        heard.append(more["listener"])
        return real(review, **more)

    monkeypatch.setattr("ltsched.plan", plan)
    assert program("plan", "x", "--out", out, "-q").err == ""
    assert heard == [SILENT]
