"""A table as CSV that Excel opens as it is: UTF-8 with its mark, CRLF, and no cell a formula."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ltsched.report.workbook.columns import Cell, Column, RowT, Style
from ltsched.report.workbook.formula_safe import formula_safe

__all__ = ["table_csv"]


def table_csv(columns: Sequence[Column[RowT]], rows: Iterable[RowT]) -> bytes:
    """Return a table as CSV: days as ``2027-02-15``, shares as ``94.7%``; what is None is empty.

    A cell that a spreadsheet would take for a formula starts with an apostrophe.
    """
    from pandas import DataFrame

    heads = [_text(column.head, Style.TEXT) for column in columns]
    cells = [[_text(column.value(row), column.style) for column in columns] for row in rows]
    text = DataFrame(cells, columns=heads, dtype=object).to_csv(index=False, lineterminator="\r\n")
    # Excel takes a file for UTF-8 only if it starts with the mark.
    return text.encode("utf-8-sig")


def _text(value: Cell, style: Style) -> str:
    if value is None:
        return ""
    if isinstance(value, str):
        return formula_safe(value)
    if style is Style.SHARE and isinstance(value, int | float):
        return f"{100 * value:.3g}%"
    return f"{value:.10g}" if isinstance(value, float) else str(value)
