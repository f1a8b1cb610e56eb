"""All files of a result end up in one folder, or the old ones stay."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.timetable import Timetable
from ltsched.errors import UnwritableOutput
from ltsched.files.results.outputs import write_outputs
from ltsched.files.results.timetable_file import read_timetable
from tests.support.agendas import activity, agenda, at, booking, person, timetable


def sample() -> tuple[Agenda, Timetable]:
    plan = agenda([person("t1"), person("t2")], [activity("meeting:1", expected=("t1", "t2"))])
    return plan, timetable(plan, [booking(plan, "meeting:1", at(0, "10:00"))])


def test_all_files_are_written(tmp_path: Path) -> None:
    """A calendar for each person, the tables and, last of all, the timetable; the paths are told."""
    plan, found = sample()
    written = write_outputs(tmp_path / "out", found, plan.review)
    names = ["calendars/t1.ics", "calendars/t2.ics", "timetable.csv", "timetable.xlsx", "timetable.json"]
    assert [path.relative_to(tmp_path / "out").as_posix() for path in written] == names
    there = sorted(path for path in (tmp_path / "out").rglob("*") if path.is_file())
    assert [path.relative_to(tmp_path / "out").as_posix() for path in there] == sorted(names)
    assert read_timetable(tmp_path / "out" / "timetable.json") == found


def test_the_same_result_gives_the_same_files(tmp_path: Path) -> None:
    """Equal input, equal output, byte for byte."""
    plan, found = sample()
    first, second = ([path.read_bytes() for path in write_outputs(tmp_path / n, found, plan.review)] for n in "ab")
    assert first == second


def test_the_calendars_of_a_review_are_never_replaced(tmp_path: Path) -> None:
    """A folder with a review.toml is refused: its calendars are somebody's diaries."""
    plan, found = sample()
    (tmp_path / "review.toml").write_text("")
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "t1.ics").write_text("diary")
    with pytest.raises(UnwritableOutput, match="it is the folder of a review"):
        write_outputs(tmp_path, found, plan.review)
    assert (tmp_path / "calendars" / "t1.ics").read_text() == "diary"


def test_a_failure_leaves_the_timetable_as_it_was(tmp_path: Path) -> None:
    """Where the calendars cannot be replaced, timetable.json is still the old one."""
    plan, found = sample()
    write_outputs(tmp_path, found, plan.review)
    before = (tmp_path / "timetable.json").read_bytes()
    (tmp_path / "calendars" / "notes.docx").write_text("mine")
    other = timetable(plan, [booking(plan, "meeting:1", at(1, "10:00"))])
    with pytest.raises(UnwritableOutput, match=r"it holds notes\.docx"):
        write_outputs(tmp_path, other, plan.review)
    assert (tmp_path / "timetable.json").read_bytes() == before
