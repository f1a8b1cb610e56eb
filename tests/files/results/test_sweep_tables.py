"""A sweep as a spreadsheet reads it."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from ltsched.domain.people import Role
from ltsched.domain.sweep import Point
from ltsched.domain.timetable import Status
from ltsched.errors import UnwritableOutput
from ltsched.files.results.sweep_tables import write_sweep
from tests.support.agendas import person, review
from tests.support.workbooks import HOSTILE, column, opened, rows, types

REVIEW = review([person("l1", Role.LEAD_REVIEWER)])
POINTS = (
    Point("2027-01-11", "full", Status.OPTIMAL, date(2027, 9, 1), 3, 33.3, 2, 512.5),
    Point("2027-01-11", "focused", Status.FEASIBLE, date(2027, 6, 1), None, 20.0, 0, 99.0),
    Point("span-weeks=1", "themed", Status.INFEASIBLE, why="l1 is away; always"),
)


def table(folder: Path) -> list[dict[str, str]]:
    with (folder / "sweep.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_the_files_are_told_and_equal_every_time(tmp_path: Path) -> None:
    """Missing folders are made."""
    first, second = (write_sweep(tmp_path / name, POINTS, REVIEW) for name in "ab")
    assert [path.relative_to(tmp_path).as_posix() for path in first] == ["a/sweep.csv", "a/sweep.xlsx"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_days_and_numbers_are_days_and_numbers(tmp_path: Path) -> None:
    """A spreadsheet can sort and draw them; what is not known is empty, and not 0."""
    _, workbook = write_sweep(tmp_path, POINTS, REVIEW)
    sheet = opened(workbook.read_bytes())["Sweep"]
    assert column(sheet, "Final report") == [datetime(2027, 9, 1), datetime(2027, 6, 1), None]
    assert column(sheet, "Weeks since commissioning") == [33.3, 20, None]
    assert column(sheet, "Working days late") == [3, None, None]
    assert column(sheet, "Cannot come") == [2, 0, None]
    assert column(sheet, "Staff hours") == [512.5, 99, None]
    assert column(sheet, "Why") == [None, None, "l1 is away; always"]
    assert column(sheet, "Status")[0] == "proven"
    assert sheet.freeze_panes is not None


def test_the_csv_has_the_same(tmp_path: Path) -> None:
    """With the mark by which Excel knows UTF-8, and its line ends."""
    path, _ = write_sweep(tmp_path, POINTS, REVIEW)
    assert path.read_bytes().startswith(b"\xef\xbb\xbfVariation,Option,Status,")
    assert path.read_bytes().count(b"\r\n") == 4
    first, _, last = table(tmp_path)
    assert first == {
        "Variation": "2027-01-11",
        "Option": "full",
        "Status": "proven",
        "Final report": "2027-09-01",
        "Weeks since commissioning": "33.3",
        "Working days late": "3",
        "Cannot come": "2",
        "Staff hours": "512.5",
        "Why": "",
    }
    assert (last["Status"], last["Final report"], last["Staff hours"]) == ("impossible", "", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_no_cell_is_a_formula(tmp_path: Path, text: str) -> None:
    """A label or a reason that a spreadsheet would run is a text."""
    _, workbook = write_sweep(tmp_path, [replace(POINTS[2], label=text, why=text)], REVIEW)
    assert types(opened(workbook.read_bytes())) == {"s"}
    assert not table(tmp_path)[0]["Why"].startswith(("=", "+", "-", "@", "\t"))


def test_a_sweep_without_points_has_a_head(tmp_path: Path) -> None:
    """As when it was stopped before the first."""
    _, workbook = write_sweep(tmp_path, (), REVIEW)
    assert len(rows(opened(workbook.read_bytes())["Sweep"])) == 1
    assert table(tmp_path) == []


def test_what_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    """A folder in the place of a file."""
    (tmp_path / "sweep.xlsx").mkdir()
    with pytest.raises(UnwritableOutput, match=r"cannot write .*sweep\.xlsx"):
        write_sweep(tmp_path, POINTS, REVIEW)
