"""A sweep as a spreadsheet reads it."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

import pytest

from ltsched.domain.people import Role
from ltsched.domain.sweep import Point
from ltsched.domain.timetable import Status
from ltsched.report.workbook.sweep_tables import sweep_csv, sweep_xlsx
from tests.support.agendas import person, review
from tests.support.workbooks import HOSTILE, column, opened, rows, types

REVIEW = review([person("l1", Role.LEAD_REVIEWER)])
POINTS = (
    Point("2027-01-11", "full", Status.OPTIMAL, date(2027, 9, 1), 3, 33.3, 2, 512.5),
    Point("2027-01-11", "focused", Status.FEASIBLE, date(2027, 6, 1), None, 20.0, 0, 99.0),
    Point("span-weeks=1", "themed", Status.INFEASIBLE, why="l1 is away; always"),
)


def table(points: Sequence[Point]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(sweep_csv(points).decode("utf-8-sig"), newline="")))


def test_equal_input_gives_equal_bytes() -> None:
    assert sweep_csv(POINTS) == sweep_csv(POINTS)
    assert sweep_xlsx(POINTS, REVIEW) == sweep_xlsx(POINTS, REVIEW)


def test_days_and_numbers_are_days_and_numbers() -> None:
    """A spreadsheet can sort and draw them; what is not known is empty, and not 0."""
    sheet = opened(sweep_xlsx(POINTS, REVIEW))["Sweep"]
    assert column(sheet, "Final report") == [datetime(2027, 9, 1), datetime(2027, 6, 1), None]
    assert column(sheet, "Weeks since commissioning") == [33.3, 20, None]
    assert column(sheet, "Working days late") == [3, None, None]
    assert column(sheet, "Cannot come") == [2, 0, None]
    assert column(sheet, "Staff hours") == [512.5, 99, None]
    assert column(sheet, "Why") == [None, None, "l1 is away; always"]
    assert column(sheet, "Status")[0] == "proven"
    assert sheet.freeze_panes is not None


def test_the_csv_has_the_same() -> None:
    """With the mark by which Excel knows UTF-8, and its line ends."""
    data = sweep_csv(POINTS)
    assert data.startswith(b"\xef\xbb\xbfVariation,Option,Status,")
    assert data.count(b"\r\n") == 4
    first, _, last = table(POINTS)
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
def test_no_cell_is_a_formula(text: str) -> None:
    """A label or a reason that a spreadsheet would run is a text."""
    points = [replace(POINTS[2], label=text, why=text)]
    assert types(opened(sweep_xlsx(points, REVIEW))) == {"s"}
    assert not table(points)[0]["Why"].startswith(("=", "+", "-", "@", "\t"))


def test_a_sweep_without_points_has_a_head() -> None:
    """As when it was stopped before the first."""
    assert len(rows(opened(sweep_xlsx((), REVIEW))["Sweep"])) == 1
    assert table(()) == []
