"""The columns of a table as data: what stands above them, what stands in them, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Any, Generic, TypeVar

__all__ = ["PLAIN", "Cell", "Column", "RowT", "Style"]

Cell = str | int | float | date | time | None
"""What a cell may hold; None leaves it empty."""

RowT = TypeVar("RowT")
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
class Column(Generic[RowT]):
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
    value: Callable[[RowT], Cell]
    style: Style = Style.TEXT
    most: int = 40
    look: Callable[[RowT], Mapping[str, Any]] = _plain
