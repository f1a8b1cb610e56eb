"""A table on a sheet stays in sight, can be filtered, and shows all of what it holds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from ltsched.report.workbook.columns import Column, Style
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import Book
from tests.support.workbooks import opened, rows

DAY = date(2027, 3, 1)
COLUMNS: list[Column[str]] = [
    Column("Text", lambda row: row, most=20),
    Column("A long head", lambda row: len(row), Style.WHOLE),
    Column(DAY, lambda row: None),
]


def table(values: Sequence[str], columns: Sequence[Column[str]] = COLUMNS, **more: Any) -> Worksheet:
    book = Book("LT-1", DAY, ("", ""))
    write_table(book.sheet("S"), columns, values, **more)
    return opened(book.data())["S"]


def test_the_header_stays_in_sight_and_is_printed_on_every_page() -> None:
    """It is frozen with the columns that should stay, and filtered."""
    sheet = table(["a", "b"], frozen_columns=1)
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("B2", "A1:C3", "$1:$1")


def test_a_table_further_down_keeps_what_is_above_it_in_sight() -> None:
    """Its filters, of some columns only, start at its own header."""
    sheet = table(["a"], top=2, filtered=2)
    assert (sheet.freeze_panes, sheet.auto_filter.ref, sheet.print_title_rows) == ("A4", "A3:B4", "$3:$3")


def test_filters_can_be_left_out() -> None:
    """A short list needs none."""
    assert table(["a"], filtered=0).auto_filter.ref is None


def test_a_column_is_as_wide_as_what_it_holds_up_to_its_most() -> None:
    """A short text needs little room, a long one is broken over lines, and its row is as high as these."""
    narrow, wide = table(["short"]), table(["some words that go on and on, far beyond the most"])
    assert narrow.column_dimensions["A"].width < wide.column_dimensions["A"].width < 24
    assert narrow.row_dimensions[2].height is None
    assert wide.row_dimensions[2].height == 3 * 15
    assert wide["A2"].alignment.wrap_text


def test_lines_within_a_text_count() -> None:
    """Each line of a cell is seen."""
    assert table(["a\nb\nc\nd"]).row_dimensions[2].height == 4 * 15


def test_no_row_is_higher_than_a_spreadsheet_takes() -> None:
    """409 points are the most."""
    assert table(["word " * 1000]).row_dimensions[2].height <= 409


def test_no_rows_leave_the_header() -> None:
    """A day as a head is a real day."""
    sheet = table([])
    (heads,) = rows(sheet)
    assert [heads[0], heads[2].date()] == ["Text", DAY]
    assert sheet.auto_filter.ref == "A1:C1"
