"""`ltsched replan`: why something moves or comes back, what is kept in one plan alone, and what more would gain."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from ltsched.domain.timetable import Change, ChangeKind
from ltsched.report.screen.living.replan_tables import offer_text
from tests.cli.conftest import Program
from tests.support.agendas import LONDON
from tests.support.small_reviews import small_folder

TODAY = ("--today", "2027-01-11")
ROOMS = {"r1": "r1,Hall,20\n", "r2": "r2,Library,20\n"}
HEAD = "id,name,capacity\n"


@pytest.fixture
def folder(tmp_path: Path, program: Program) -> Path:
    """A review of four people that is planned, with two rooms."""
    made = small_folder(tmp_path / "review")
    (made / "rooms.csv").write_text(HEAD + "".join(ROOMS.values()), encoding="utf-8")
    assert program("plan", made, *TODAY, "-q").code == 0
    return made


def add(folder: Path, text: str) -> None:
    path = folder / "review.toml"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


def booked(folder: Path, activity: str) -> dict[str, Any]:
    found = json.loads((folder / "out" / "timetable.json").read_text(encoding="utf-8"))["bookings"]
    one: dict[str, Any] = next(each for each in found if each["activity"] == activity)
    return one


def why(program: Program, folder: Path, activity: str) -> str:
    """Plan again, and return why the activity is not as it was."""
    told = json.loads(program("replan", folder, *TODAY, "--dry-run", "--json").out)
    (change,) = [one for one in told["changes"] if one["activity"] == activity]
    reason: str = change["why"]
    return reason


@pytest.mark.parametrize(
    ("more", "said"),
    [("", "no room is free then any more"), ("r3,Cupboard,2\n", "no room that is free then seats 4")],
)
def test_that_no_room_is_left(program: Program, folder: Path, more: str, said: str) -> None:
    """Its room is lost, and the other has its own diary: that is why it moves, and no mere improvement."""
    own = booked(folder, "joint-meeting:1")
    (other,) = ROOMS.keys() - {own["room"]}
    (folder / "rooms.csv").write_text(HEAD + ROOMS[other] + more, encoding="utf-8")
    busy = f"id,start,end\n{other},{own['start'][:16]},{own['end'][:16]}\n"
    (folder / "busy.csv").write_text(busy, encoding="utf-8")
    assert why(program, folder, "joint-meeting:1") == said


def test_what_was_not_held_and_what_waited_are_not_new(program: Program, folder: Path) -> None:
    """What a hold without an end has put off comes back when it gets one."""
    add(folder, '[[hold]]\nscope = "activity:joint-meeting:1"\nfrom = 2027-01-12\n')
    assert program("replan", folder, *TODAY, "--yes", "-q").code == 0
    add(folder, "until = 2027-01-20\n")
    assert why(program, folder, "joint-meeting:1") == "what it waited for has an end"
    day = booked(folder, "set-up")["start"][:10]
    add(folder, '[[booking]]\nactivity = "set-up"\nstate = "not-held"\n')
    told = json.loads(program("replan", folder, "--today", day, "--dry-run", "--json").out)
    assert {one["why"] for one in told["changes"] if one["activity"] == "set-up"} == {"it was not held"}


def test_a_day_that_cannot_be_is_why_it_cannot_stay(program: Program, folder: Path) -> None:
    """It is told as what people have agreed on, and not as a window."""
    (folder / "busy.csv").write_text("id,start,end\nl1,2027-02-03,2027-02-03\n", encoding="utf-8")
    add(folder, '[[booking]]\nactivity = "joint-meeting:1"\nstart = 2027-02-03\n')
    ran = program("replan", folder, *TODAY, "--dry-run")
    assert ran.code == 3
    assert "Wed 3 Feb 2027 is agreed" in ran.out


def test_a_move_that_only_this_plan_keeps_is_a_warning(program: Program, folder: Path) -> None:
    """Somebody is not free then: the next plan would move it back, unless it stands in review.toml."""
    said = "conversation:c1 lies there in this plan alone: put it under [[booking]] in review.toml"
    (folder / "busy.csv").write_text("id,start,end\nl1,2027-01-20,2027-01-20\n", encoding="utf-8")
    ran = program("replan", folder, *TODAY, "--dry-run", "--move", "conversation:c1=2027-01-20T10:00")
    assert (ran.code, said in ran.err) == (0, True)
    (folder / "busy.csv").unlink()
    ran = program("replan", folder, *TODAY, "--dry-run", "--move", "conversation:c1=2027-01-20T10:00")
    assert (ran.code, said in ran.err) == (0, False)
    start = booked(folder, "conversation:c1")["start"][:16]
    add(folder, f'[[booking]]\nactivity = "conversation:c1"\nstart = {start}:00\n')
    ran = program("replan", folder, *TODAY, "--dry-run", "--move", "conversation:c1=2027-01-20T10:00")
    assert (ran.code, said in ran.err) == (0, True)


def test_a_move_that_makes_the_report_late_is_a_warning(program: Program, folder: Path) -> None:
    """Late days come before moves: the next plan would move it back."""
    said = "joint-meeting:1 lies there in this plan alone: put it under [[booking]] in review.toml"
    timetable = json.loads((folder / "out" / "timetable.json").read_text(encoding="utf-8"))
    start = datetime.fromisoformat(booked(folder, "joint-meeting:1")["start"])
    move = f"joint-meeting:1={start + timedelta(days=7):%Y-%m-%dT%H:%M}"
    assert said not in program("replan", folder, *TODAY, "--dry-run", "--move", move).err
    report = next(one["date"] for one in timetable["milestones"] if one["id"] == "final-report")
    file = folder / "review.toml"
    lines = f"deadline = {report}\n{file.read_text(encoding='utf-8')}"
    file.write_text(lines, encoding="utf-8")
    assert said in program("replan", folder, *TODAY, "--dry-run", "--move", move).err
    assert said not in program("replan", folder, *TODAY, "--dry-run").err


def test_windows_of_somebody_are_why_it_moves(program: Program, folder: Path) -> None:
    """Nothing of it stands in their diary."""
    later = int(booked(folder, "conversation:c1")["start"][11:13]) < 13
    hours = "13:00-17:00" if later else "09:00-13:00"
    add(folder, f'[[window]]\nperson = "c1"\nhours = "{hours}"\n')
    assert why(program, folder, "conversation:c1").startswith("it lies outside the windows of c1 in review.toml")


def test_who_is_replaced_has_to_take_part(program: Program, folder: Path) -> None:
    ran = program("replan", folder, *TODAY, "--dry-run", "--replace", "c11=t1")
    assert ran.code == 2
    assert '"c11" takes part in nothing that is still to come; expected the id of somebody who does' in ran.err
    assert "Did you mean" in ran.err


def test_what_moves_anyway_is_not_one_more() -> None:
    moment = datetime(2027, 1, 20, 10, tzinfo=LONDON)
    moves = [Change(id, ChangeKind.MOVED, moment, moment, "") for id in ("introduction", "joint-meeting:1")]
    gains = [("introduction", ["t1"])]
    end = "t1 can come to introduction (1 missing instead of 2)"
    assert offer_text(moves, gains, (1, 2)) == f"2 more moved: {end}"
    assert offer_text(moves[:1], gains, (1, 2), {"introduction"}) == f"introduction moved elsewhere: {end}"
    assert offer_text(moves, gains, (1, 2), {"introduction"}) == f"1 more moved, introduction moved elsewhere: {end}"


def test_who_has_declined_is_why_it_moves(program: Program, folder: Path) -> None:
    """It is told as a sentence: their diary says nothing of it."""
    add(folder, '[organiser]\nname = "Office"\nemail = "office@council.example"\n')
    assert program("invite", folder).code == 0
    assert program("replies", folder, "--no", "c1", "conversation:c1").code == 0
    assert why(program, folder, "conversation:c1") == "c1 has declined"
