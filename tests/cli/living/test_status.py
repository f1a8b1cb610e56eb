"""`ltsched status`: one screen on where a review stands, and the same facts as JSON."""

from __future__ import annotations

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from ltsched.cli.app import run
from tests.cli.conftest import Program
from tests.conftest import NOW
from tests.support.issued import change, planned, reply

SOON = NOW + timedelta(hours=1)
TODAY = ("--today", "2027-02-09")
"""The day after the set-up meeting of the timetable, which books an activity a day from the end of the lead-in on."""


@pytest.fixture(scope="module")
def invited(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a small review whose invitations have been issued: it is only copied."""
    made = planned(tmp_path_factory.mktemp("invited") / "review")
    assert run(["invite", str(made), "--quiet"]) == 0
    return made


@pytest.fixture
def folder(tmp_path: Path, invited: Path) -> Path:
    """Return a copy of that folder."""
    return Path(shutil.copytree(invited, tmp_path / "review"))


def test_before_there_is_a_timetable(program: Program, folder: Path) -> None:
    """It says so, and what to type."""
    shutil.rmtree(folder / "out")
    (folder / "invitations.json").unlink()
    ran = program("status", folder)
    assert ran.code == 0
    assert "There is no timetable yet." in ran.out
    assert f"    ltsched plan {folder}" in ran.out.splitlines()
    assert json.loads(program("status", folder, "--json").out)["status"] == "no timetable"


def test_one_screen(program: Program, folder: Path, tmp_path: Path) -> None:
    """How far it has come, what is next, who has not answered, and what to do; within 80 columns."""
    inbox = tmp_path / "inbox"
    batch = folder / "out" / "invitations" / "001"
    reply(batch / "l1.introduction.request.ics", "ACCEPTED", inbox, at=SOON)
    reply(batch / "t1.introduction.request.ics", "DECLINED", inbox, at=SOON)
    program("replies", folder, inbox)
    ran = program("status", folder, *TODAY)
    assert ran.code == 0
    assert "1 of 13 bookings held; now: Set-up, introduction" in ran.out
    (first,) = [line for line in ran.out.splitlines() if "Introduction to the case group" in line]
    assert first.split()[:4] == ["Tue", "9", "Feb", "2027"]
    assert "declined: t1 introduction (Tue 9 Feb 2027)" in ran.out
    assert " ltsched replan " in ran.out
    assert max(len(line.rstrip()) for line in ran.out.splitlines() if "ltsched" not in line) <= 80


def test_the_same_as_json(program: Program, folder: Path) -> None:
    found = json.loads(program("status", folder, *TODAY, "--json").out)
    assert (found["format"], found["status"], found["today"]) == (1, "under way", "2027-02-09")
    assert found["course"]["held"] == ["set-up"]
    assert found["course"]["to_come"][0]["activity"] == "introduction"
    assert found["answers"]["open"] == sum(len(each["people"]) for each in found["answers"]["unanswered"]) > 0
    assert all({"text", "command"} == set(action) for action in found["actions"])


def test_messages_that_are_due_are_counted_as_invite_does(program: Program, folder: Path) -> None:
    """Nobody is told of a booking that has moved before `invite` is run."""
    before = change(folder, "joint-meeting:1")
    change(folder, "introduction", room=None)
    due = json.loads(program("invite", folder, "--dry-run", "--json").out)["messages"]
    found = json.loads(program("status", folder, "--json").out)
    assert before.attendees
    assert found["messages_due"] == len(due) > 0


def test_somebody_who_has_left_stops_nothing(program: Program, folder: Path) -> None:
    """Who is in the timetable and not in people.csv any more is told, where other commands would refuse it."""
    people = folder / "people.csv"
    lines = people.read_text(encoding="utf-8").splitlines(keepends=True)
    people.write_text("".join(line for line in lines if not line.startswith("t3,")), encoding="utf-8")
    (folder / "calendars" / "t3.ics").unlink(missing_ok=True)
    busy = folder / "busy.csv"
    busy.write_text("".join(line for line in busy.read_text().splitlines(True) if not line.startswith("t3,")))
    ran = program("status", folder, *TODAY)
    assert ran.code == 0
    assert "not in people.csv any more: t3" in ran.out


def test_a_rehearsal_says_so_first(program: Program, folder: Path) -> None:
    review = folder / "review.toml"
    review.write_text("today = 2027-01-11\n" + review.read_text(encoding="utf-8"), encoding="utf-8")
    ran = program("status", folder)
    assert ran.out.startswith("REHEARSAL: as if today were Mon 11 Jan 2027")
    assert "ltsched invite" not in ran.out


def test_what_a_hold_does_is_told(program: Program, folder: Path) -> None:
    with (folder / "review.toml").open("a", encoding="utf-8") as file:
        file.write('\n[[hold]]\nscope = "review"\nfrom = 2027-02-15\nuntil = 2027-02-19\n')
    out = " ".join(program("status", folder, *TODAY).out.split())
    assert "the hold on the review, 15–19 Feb 2027, takes 5 working days" in out
    assert "Mon 15 Feb 2027 the hold on the review begins" in out
    broken = json.loads(program("status", folder, *TODAY, "--json").out)["since_plan"]["broken"]
    assert any(text.endswith("which is held") for text in broken)


def test_quiet_leaves_out_the_word_on_warnings(program: Program, folder: Path) -> None:
    assert "ltsched check" in program("status", folder, *TODAY).err
    assert program("status", folder, *TODAY, "--quiet").err == ""


def test_a_timetable_of_another_option_is_an_error(program: Program, folder: Path) -> None:
    ran = program("status", folder, "--option", "focused")
    assert ran.code == 2
    assert "add --option full" in ran.err
