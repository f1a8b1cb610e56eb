"""A table as CSV."""

from __future__ import annotations

from datetime import date, time

import pytest

from ltsched.report.workbook.columns import Cell, Column, Style
from ltsched.report.workbook.table_csv import table_csv


@pytest.mark.parametrize(
    ("value", "style", "text"),
    [
        (None, Style.WHOLE, ""),
        ("a, b", Style.TEXT, '"a, b"'),
        ("=1", Style.TEXT, "'=1"),
        (-2, Style.WHOLE, "-2"),
        (592.5, Style.DECIMAL, "592.5"),
        (1234567.25, Style.DECIMAL, "1234567.25"),
        (0.947, Style.SHARE, "94.7%"),
        (1, Style.SHARE, "100%"),
        (0.0, Style.SHARE, "0%"),
        (date(2027, 2, 15), Style.DAY, "2027-02-15"),
        (time(9, 30), Style.TIME, "09:30:00"),
    ],
)
def test_a_value_as_csv(value: Cell, style: Style, text: str) -> None:
    """Days, times and numbers as every spreadsheet reads them; a number is never taken for a formula."""
    columns: list[Column[int]] = [Column("Before", lambda row: row), Column("Head", lambda row: value, style)]
    assert table_csv(columns, [7]) == f"\ufeffBefore,Head\r\n7,{text}\r\n".encode()


def test_no_rows_leave_the_header() -> None:
    """A table without rows still says what would be in it; a head is no formula either."""
    columns: list[Column[int]] = [Column("=A", lambda row: row), Column("B", lambda row: row)]
    assert table_csv(columns, []) == "\ufeff'=A,B\r\n".encode()
