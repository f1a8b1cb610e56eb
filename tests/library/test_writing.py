"""All files of a result end up in one folder, or the old ones stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import ltsched
from ltsched.domain.comparison import Comparison
from ltsched.domain.sweep import Point, Sweep
from ltsched.domain.timetable import Status
from ltsched.errors import UnwritableOutput, WrongUse
from ltsched.files.results.timetable_file import read_timetable
from ltsched.solve.result import Result
from tests.support.agendas import activity, agenda, at, booking, person, timetable
from tests.support.compared import compared


def planned(day: int = 0) -> Result:
    plan = agenda([person("t1"), person("t2")], [activity("meeting:1", expected=("t1", "t2"))])
    found = timetable(plan, [booking(plan, "meeting:1", at(day, "10:00"))])
    return Result(found.status, plan, found)


def swept() -> Sweep:
    return Sweep(planned().agenda.review, ("full",), (Point("a", "full", Status.OPTIMAL, date(2027, 9, 1)),))


FILES = [
    (planned(), ["calendars/t1.ics", "calendars/t2.ics", "timetable.csv", "timetable.xlsx", "timetable.json"]),
    (compared(), ["comparison.csv", "comparison.xlsx", "comparison.json"]),
    (swept(), ["sweep.csv", "sweep.xlsx"]),
]


@pytest.mark.parametrize(("result", "names"), FILES)
def test_all_files_are_written_and_told(result: Result | Comparison | Sweep, names: list[str], tmp_path: Path) -> None:
    """Of a timetable timetable.json is last of all; and equal input gives equal bytes."""
    out, again = tmp_path / "deep" / "out", tmp_path / "again"
    written = ltsched.write(result, out)
    assert [path.relative_to(out).as_posix() for path in written] == names
    there = [path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()]
    assert sorted(there) == sorted(names)
    assert [path.read_bytes() for path in ltsched.write(result, str(again))] == [path.read_bytes() for path in written]


def test_the_timetable_is_read_again_as_it_was(tmp_path: Path) -> None:
    ltsched.write(planned(), tmp_path)
    assert read_timetable(tmp_path / "timetable.json") == planned().timetable


def test_the_calendars_of_a_review_are_never_replaced(tmp_path: Path) -> None:
    """A folder with a review.toml is refused: its calendars are somebody's diaries."""
    (tmp_path / "review.toml").write_text("")
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "t1.ics").write_text("diary")
    with pytest.raises(UnwritableOutput, match="it is the folder of a review"):
        ltsched.write(planned(), tmp_path)
    assert (tmp_path / "calendars" / "t1.ics").read_text() == "diary"


def test_a_failure_leaves_the_timetable_as_it_was(tmp_path: Path) -> None:
    """Where the calendars cannot be replaced, timetable.json is still the old one."""
    ltsched.write(planned(), tmp_path)
    before = (tmp_path / "timetable.json").read_bytes()
    (tmp_path / "calendars" / "notes.docx").write_text("mine")
    with pytest.raises(UnwritableOutput, match=r"it holds notes\.docx"):
        ltsched.write(planned(1), tmp_path)
    assert (tmp_path / "timetable.json").read_bytes() == before


@pytest.mark.parametrize(("result", "name"), [(compared(), "comparison.xlsx"), (swept(), "sweep.xlsx")])
def test_a_table_that_cannot_be_replaced_is_told(result: Comparison | Sweep, name: str, tmp_path: Path) -> None:
    """A folder in the place of the file: nothing is lost, and nothing is left beside it."""
    (tmp_path / name).mkdir()
    with pytest.raises(UnwritableOutput, match=rf"cannot write .*{name}"):
        ltsched.write(result, tmp_path)
    assert not list(tmp_path.glob("*.part"))


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("mine")
    with pytest.raises(UnwritableOutput, match="is a file, not a folder"):
        ltsched.write(compared(), tmp_path / "out")


def test_without_a_timetable_nothing_is_written(tmp_path: Path) -> None:
    """What is impossible has no files, and those of an earlier run stay."""
    with pytest.raises(WrongUse, match="the result is infeasible: there is no timetable to write"):
        ltsched.write(replace(planned(), status=Status.INFEASIBLE, timetable=None), tmp_path / "out")
    assert not (tmp_path / "out").exists()


def test_only_a_comparison_has_pictures(tmp_path: Path) -> None:
    with pytest.raises(WrongUse, match="only a comparison"):
        ltsched.write(planned(), tmp_path, pictures=["svg"])
