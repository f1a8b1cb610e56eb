"""`plan --partial` from the folder to the invitations: what cannot be held is left out, and that is told."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

import ltsched
from ltsched.files.results.timetable_file import read_timetable
from tests.cli.conftest import Program
from tests.support.small_reviews import small_folder

AWAY = """[organiser]
name = "Review office"
email = "reviews@partnership.example"
[[hold]]
scope = "person:c2"
from = 2027-01-01
until = 2028-12-31
reason = "leave"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a small review in which nobody can have the conversation with c2."""
    return small_folder(tmp_path / "review", AWAY)


@pytest.fixture
def planned(program: Program, folder: Path) -> Path:
    """Return its folder with a partial timetable."""
    ran = program("plan", folder, "--partial")
    assert ran.code == 0, ran.err
    return folder


def test_without_it_nothing_is_planned_and_it_is_told_of(program: Program, folder: Path) -> None:
    ran = program("plan", folder)
    assert ran.code == 3
    assert f"`ltsched plan {folder} --partial` plans the most important that does fit" in ran.err
    assert not (folder / "out").exists()


def test_what_is_left_out_is_told_with_why(program: Program, folder: Path) -> None:
    ran = program("plan", folder, "--partial")
    said = " ".join(ran.out.split())
    assert "PARTIAL: 1 of 6 activities is left out" in said
    assert "What is left out" in said
    assert "(c2)" in said
    assert "conversation:c2" not in said, "people read names, and titles of activities"
    assert "no more can be kept than this" in said
    assert max(map(len, ran.out.partition("Written to")[0].splitlines())) <= 80


def test_the_files_say_it_and_are_read_again(planned: Path) -> None:
    document = json.loads((planned / "out" / "timetable.json").read_text(encoding="utf-8"))
    assert document["partial"]["proven"] is True
    (left_out,) = document["partial"]["left_out"]
    assert left_out["activity"] == "conversation:c2"
    assert left_out["why"] == "the conversation with c2 has no day on which they can come"
    again = read_timetable(planned / "out" / "timetable.json")
    assert [one.activity for one in again.left_out] == ["conversation:c2"]
    assert again.most_kept
    table = (planned / "out" / "timetable.csv").read_bytes().decode("utf-8-sig")
    first = next(csv.DictReader(io.StringIO(table)))
    assert (first["activity"], first["start"], first["left_out"]) == ("conversation:c2", "", left_out["why"])


def test_where_all_fits_nothing_is_otherwise(program: Program, tmp_path: Path) -> None:
    """Byte for byte."""
    folder = small_folder(tmp_path / "review")
    for name, more in (("one", ()), ("other", ("--partial",))):
        assert program("plan", folder, "--out", tmp_path / name, *more).code == 0
    for file in ("timetable.json", "timetable.csv", "timetable.xlsx"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "other" / file).read_bytes()


def test_nobody_is_invited_unless_that_is_asked_for(program: Program, planned: Path) -> None:
    ran = program("invite", planned)
    assert ran.code == 2
    assert "partial: it is partial: 1 activity is left out" in ran.err
    assert "`ltsched invite --partial`" in ran.err
    ran = program("invite", planned, "--partial")
    assert ran.code == 0
    assert "the timetable is partial: 1 activity is left out" in ran.err


def test_the_page_and_the_status_say_it(program: Program, planned: Path) -> None:
    """And the timetable breaks no rule: what is left out is not missing."""
    assert ltsched.write_report(ltsched.read_review(planned)).broken == ()
    page = (planned / "out" / "report.html").read_text(encoding="utf-8")
    assert "PARTIAL: 1 of 6 activities is left out" in page
    assert '<section id="left-out"' in page
    ran = program("status", planned)
    assert "PARTIAL, without conversation:c2" in ran.out
    assert "new on the agenda" not in ran.out
    assert json.loads(program("status", planned, "--json").out)["course"]["left_out"] == ["conversation:c2"]


def test_replan_keeps_it_only_where_that_is_asked_for(program: Program, planned: Path) -> None:
    ran = program("replan", planned, "--dry-run")
    assert ran.code == 3
    assert "--partial` leaves out again" in ran.err
    ran = program("replan", planned, "--dry-run", "--partial")
    assert ran.code == 0
    assert "Nothing has to change." in ran.out


def test_where_there_is_room_again_replan_plans_it(program: Program, planned: Path) -> None:
    text = (planned / "review.toml").read_text(encoding="utf-8")
    (planned / "review.toml").write_text(text.partition("[[hold]]")[0], encoding="utf-8")
    ran = program("replan", planned, "--yes")
    assert ran.code == 0
    document = json.loads((planned / "out" / "timetable.json").read_text(encoding="utf-8"))
    assert "partial" not in document
    added = [(one["activity"], one["why"]) for one in document["changes"] if one["kind"] == "added"]
    assert added == [("conversation:c2", "there is room for it now")]


def test_alternatives_are_those_of_what_is_kept(program: Program, planned: Path) -> None:
    ran = program("alternatives", planned, "conversation:c2")
    assert ran.code == 2
    assert "conversation:c2 is left out of the current timetable" in ran.err
    assert program("alternatives", planned, "conversation:c1").code == 0
