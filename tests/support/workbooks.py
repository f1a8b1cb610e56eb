"""Workbooks as openpyxl reads them."""

from __future__ import annotations

import io
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

HOSTILE = ('=HYPERLINK("http://x.example","x")', "+1", "-2", "@x", "\t=1", "007", "http://x.example", "{=1}", "TRUE")
"""Texts that a spreadsheet would rather take for something else."""


def opened(data: bytes) -> Workbook:
    return load_workbook(io.BytesIO(data))


def rows(sheet: Worksheet) -> list[list[Any]]:
    """Return the values of all rows."""
    return [list(row) for row in sheet.iter_rows(values_only=True)]


def column(sheet: Worksheet, head: str, *, top: int = 1) -> list[Any]:
    """Return the values under a head."""
    heads = [cell.value for cell in sheet[top]]
    return [row[heads.index(head)] for row in rows(sheet)[top:]]


def types(book: Workbook) -> set[str]:
    """Return the types of all cells that hold something: s is a text, n a number, d a day or a time, f a formula."""
    return {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
