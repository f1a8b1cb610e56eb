"""The columns of a table as data: what stands above them, what stands in them, and how it is written."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

from ltsched.report.workbook.formula_safe import formula_safe

__all__ = ["PLAIN", "Cell", "Column", "Style", "columns_csv"]

Cell = str | int | float | date | time | None
"""What a cell may hold; None leaves it empty."""

Row = TypeVar("Row")
PLAIN: Mapping[str, Any] = {}
"""No look of its own."""


class Style(StrEnum):
    """How the values of a column are written in a workbook: the number format of a spreadsheet."""

    TEXT = "@"
    WHOLE = "0"
    DECIMAL = "0.0#"
    SHARE = "0%"
    DAY = "ddd d mmm yyyy"
    WEEK = "d mmm"
    TIME = "hh:mm"


def _plain(row: object) -> Mapping[str, Any]:
    return PLAIN


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """One column.

    Parameters
    ----------
    head
        What stands above it; a day in a table of weeks.
    value
        What it holds in a row.
    style
        How that is written in a workbook.
    most
        The greatest width in a workbook, in characters; longer texts are broken over lines.
    look
        What sets the cell of a row apart in a workbook: properties of its format, such as a colour.
    """

    head: str | date
    value: Callable[[Row], Cell]
    style: Style = Style.TEXT
    most: int = 40
    look: Callable[[Row], Mapping[str, Any]] = _plain


def columns_csv(columns: Sequence[Column[Row]], rows: Iterable[Row]) -> str:
    """Return a table as CSV, for a spreadsheet: days as ``2027-02-15``, shares as ``94.7%``, no cell a formula."""
    file = io.StringIO(newline="")
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([_text(column.head, Style.TEXT) for column in columns])
    writer.writerows([_text(column.value(row), column.style) for column in columns] for row in rows)
    return file.getvalue()


def _text(value: Cell, style: Style) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return formula_safe(value)
    if style is Style.SHARE and isinstance(value, int | float):
        return f"{100 * value:.3g}%"
    return f"{value:.10g}" if isinstance(value, float) else str(value)
