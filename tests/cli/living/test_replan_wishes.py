"""`ltsched replan`: what is asked for with flags is told by its flag, and what cannot be meant is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Program
from tests.support.small_reviews import small_folder

TODAY = ("--today", "2027-01-11")


@pytest.fixture
def folder(tmp_path: Path, program: Program) -> Path:
    """A review of four people that is planned, with two rooms."""
    made = small_folder(tmp_path / "case A 2027")
    (made / "rooms.csv").write_text("id,name,capacity\nr1,Hall,20\nr2,Cupboard,3\n", encoding="utf-8")
    assert program("plan", made, *TODAY, "-q").code == 0
    return made


def booked(folder: Path) -> dict[str, dict[str, Any]]:
    found = json.loads((folder / "out" / "timetable.json").read_text(encoding="utf-8"))["bookings"]
    return {one["activity"]: one for one in found}


def without(folder: Path, name: str, id: str) -> None:
    """Take the row of somebody, or of a room, out of a table."""
    lines = (folder / name).read_text(encoding="utf-8").splitlines(keepends=True)
    (folder / name).write_text("".join(line for line in lines if not line.startswith(f"{id},")), encoding="utf-8")


def changes(program: Program, folder: Path, *flags: str) -> dict[str, dict[str, Any]]:
    ran = program("replan", folder, *TODAY, "--dry-run", "--json", *flags)
    assert ran.code == 0, ran.out
    return {one["activity"]: one for one in json.loads(ran.out)["changes"]}


def test_until_is_about_what_there_still_is(program: Program, folder: Path) -> None:
    """Who leaves takes the conversation along, wherever it lay; nobody has written a ``[[booking]]`` about it."""
    without(folder, "people.csv", "c2")
    found = changes(program, folder, "--until", "2027-12-31")
    assert found["conversation:c2"]["kind"] == "removed"
    assert found["conversation:c2"]["why"] == "it is not on the agenda any more"
    assert {one["kind"] for id, one in found.items() if id != "conversation:c2"} == {"kept"}


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--move", "conversation:c1=2027-01-20T23:00"), "--move: Wed 20 Jan 2027, 23:00, and it takes 120 minutes"),
        (
            ("--move", "conversation:c1=2027-01-20T10:00", "--move", "introduction=2027-01-20T11:00"),
            "--move: conversation:c1 has nobody who may hold it then",
        ),
        (
            ("--move", "introduction=2027-01-20T10:00", "--move", "joint-meeting:1=2027-01-20T11:00"),
            "(--move) overlap, and both have l1",
        ),
    ],
)
def test_what_a_flag_asks_for_is_told_by_the_flag(
    program: Program, folder: Path, flags: tuple[str, ...], told: str
) -> None:
    """Nothing of it stands in review.toml, which is not named as if it had to be mended there."""
    ran = program("replan", folder, *TODAY, "--dry-run", *flags)
    assert ran.code == 2
    assert told in " ".join(ran.err.split())
    assert "booking[1]" not in ran.err


@pytest.mark.parametrize("flag", ["--pin", "--move"])
def test_what_is_not_on_the_agenda_any_more(program: Program, folder: Path, flag: str) -> None:
    without(folder, "people.csv", "c2")
    given = "conversation:c2" if flag == "--pin" else "conversation:c2=2027-01-20T10:00"
    ran = program("replan", folder, *TODAY, "--dry-run", flag, given)
    assert ran.code == 2
    assert f'{flag}: "conversation:c2"; expected an activity of Mid-range' in ran.err


def test_a_day_alone_is_enough_to_move_something(program: Program, folder: Path) -> None:
    """As in a ``[[booking]]``: the time of day is chosen."""
    day = "2027-02-04"
    assert booked(folder)["joint-meeting:1"]["start"][:10] != day
    moved = changes(program, folder, "--move", f"joint-meeting:1={day}")["joint-meeting:1"]
    assert (moved["kind"], moved["to"][:10], moved["why"]) == ("moved", day, "it was agreed so")


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        ("--pin introduction --free introduction", '"introduction" is to stay, and not to stay (--free)'),
        ("--pin introduction --move introduction=2027-01-20", '"introduction" is to stay, and not to stay (--move)'),
        ("--move introduction=2027-01-20 --move introduction=2027-01-21", "introduction is moved twice"),
        ("--move introduction=2227-01-20", "'--move': 2227-01-20 is not in the years"),
        ("--replace t1=t1", '"t1" takes their own place'),
        ("--replace t1=l1 --replace t1=c1", "t1 is replaced twice"),
        ("--replace l1=t1 --replace t1=l1", '"t1" is to take the place of "l1", and leaves, too'),
        (
            "--replace t1=c1",
            '"c1" is case group, and "t1" review team; expected somebody with an office, or review-team',
        ),
    ],
)
def test_what_cannot_be_meant_is_refused(program: Program, folder: Path, flags: str, told: str) -> None:
    """It would be planned otherwise than somebody believes."""
    ran = program("replan", folder, *TODAY, "--dry-run", *flags.split())
    assert ran.code == 2
    assert told in " ".join(ran.err.split())


def test_that_its_room_is_lost_is_a_change(program: Program, folder: Path) -> None:
    """People believe that they meet there, though nobody who plans knows the room any more."""
    at_home = {id for id, one in booked(folder).items() if one["room"] is not None and id.startswith("conversation")}
    (folder / "rooms.csv").unlink()
    found = changes(program, folder)
    assert at_home
    assert {found[id]["why"] for id in at_home} == {"without a room"}


def test_a_command_can_be_copied_where_the_folder_has_a_blank(program: Program, folder: Path) -> None:
    """What refuses to plan afresh says what to type instead."""
    ran = program("plan", folder, "--today", "2027-03-01")
    assert ran.code == 2
    assert f'`ltsched replan "{folder}"`' in " ".join(ran.err.split())
