"""A table on a sheet: a header that stays in sight, filters, columns and rows as large as what they hold."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from datetime import date, time
from typing import Any, TypeVar

from ltsched.report.workbook.columns import Cell, Column, Style
from ltsched.report.workbook.workbook import Sheet, cell_text

__all__ = ["HEAD", "lines_of", "set_height", "write_table"]

RowT = TypeVar("RowT")
HEAD: Mapping[str, Any] = {"bold": True, "bg_color": "#1F3864", "font_color": "#FFFFFF", "border": 1, "align": "left"}
LINE: Mapping[str, Any] = {"border": 1, "border_color": "#D9D9D9"}
ALIGN = {Style.DAY: "left", Style.TIME: "center", Style.WHOLE: "center", Style.SHARE: "center", Style.DECIMAL: "center"}
CHARACTERS = {Style.DAY: len("Wed 28 Sep 2027"), Style.WEEK: len("28 Sep"), Style.TIME: len("hh:mm")}
FILTER_SIGNS = 3
"""The width of the button of a filter."""

MARGIN_SIGNS = 2
SHORT_HEAD_SIGNS = 11
"""A head that is not longer stands on one line."""

CHARACTERS_A_DIGIT = 1.1
"""The width of a column counts digits, and most characters of a text are narrower."""

LINE_POINTS = 15
MOST_POINTS = 405
"""Excel takes no row that is higher than 409."""


def write_table(
    sheet: Sheet,
    columns: Sequence[Column[RowT]],
    rows: Sequence[RowT],
    *,
    top: int = 0,
    frozen_columns: int = 0,
    filtered: int | None = None,
) -> int:
    """Write a table and return the number of the row below it.

    Parameters
    ----------
    top
        The row of the header, from 0. It stays in sight with all above it, and is printed on every page.
    frozen_columns
        How many columns stay in sight.
    filtered
        How many columns, from the left, have filters; None for all.
    """
    filtered = len(columns) if filtered is None else filtered
    heights = [1] * (len(rows) + 1)
    for place, column in enumerate(columns):
        values = [column.value(row) for row in rows]
        button = FILTER_SIGNS if place < filtered else 0
        width = _width(column, values, button)
        sheet.paper.set_column(place, place, width + MARGIN_SIGNS)
        sheet.put(top, place, column.head, Style.WEEK, HEAD)
        heights[0] = max(heights[0], lines_of(column.head, width - button))
        aligned = {"align": ALIGN[column.style]} if column.style in ALIGN else {}
        for number, (row, value) in enumerate(zip(rows, values, strict=True), 1):
            sheet.put(top + number, place, value, column.style, {**LINE, **aligned, **column.look(row)})
            heights[number] = max(heights[number], lines_of(value, width))
    for number, lines in enumerate(heights, top):
        set_height(sheet, number, lines)
    sheet.paper.freeze_panes(top + 1, frozen_columns)
    sheet.paper.repeat_rows(top)
    if filtered:
        sheet.paper.autofilter(top, 0, top + len(rows), filtered - 1)
    return top + len(rows) + 1


def set_height(sheet: Sheet, row: int, lines: int) -> None:
    """Make a row as high as so many lines need: not every program does that by itself."""
    if lines > 1:
        sheet.paper.set_row(row, min(lines * LINE_POINTS, MOST_POINTS))


def lines_of(value: Cell, width: int) -> int:
    """Return how many lines a value takes in a column of `width` characters."""
    if not isinstance(value, str):
        return 1
    characters = max(1, round(width * CHARACTERS_A_DIGIT))
    return sum(max(1, len(textwrap.wrap(line, characters))) for line in cell_text(value).split("\n"))


def _width(column: Column[Any], values: Sequence[Cell], button: int) -> int:
    if isinstance(column.head, str):
        head = max(min(len(column.head), SHORT_HEAD_SIGNS), *map(len, column.head.split()))
    else:
        head = CHARACTERS[Style.WEEK]
    held = max((_signs(value, column.style) for value in values), default=0)
    return max(head + button, min(held, column.most))


def _signs(value: Cell, style: Style) -> int:
    if value is None:
        return 0
    if isinstance(value, date | time):
        return CHARACTERS[style]
    return max(map(len, cell_text(str(value)).split("\n")))
