"""sweep.csv and sweep.xlsx: a sweep as a table, a row for each variation and option."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.sweep import Point
from ltsched.domain.words.status_words import STATUS_WORDS
from ltsched.files.disk.atomic import replace_file
from ltsched.files.disk.csv_file import write_csv
from ltsched.files.disk.one_writer import one_writer
from ltsched.report.workbook.columns import Column, Style, columns_csv
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import Book

__all__ = ["write_sweep"]

COLUMNS: tuple[Column[Point], ...] = (
    Column("Variation", lambda point: point.label),
    Column("Option", lambda point: point.option),
    Column("Status", lambda point: STATUS_WORDS[point.status]),
    Column("Final report", lambda point: point.final_report, Style.DAY),
    Column("Weeks since commissioning", lambda point: point.elapsed_weeks, Style.DECIMAL),
    Column("Working days late", lambda point: point.days_late, Style.WHOLE),
    Column("Cannot come", lambda point: point.missed, Style.WHOLE),
    Column("Staff hours", lambda point: point.staff_hours, Style.DECIMAL),
    Column("Why", lambda point: point.why, most=60),
)


def write_sweep(folder: Path, points: Sequence[Point], review: Review) -> tuple[Path, ...]:
    """Write ``sweep.csv`` and ``sweep.xlsx`` into `folder`, and return what was written.

    Each is written whole or not at all.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    book = Book(review.reference, review.commissioned, (review.reference, "How the duration answers"), review.rehearsal)
    write_table(book.sheet("Sweep"), COLUMNS, points, frozen_columns=2)
    table, workbook = folder / "sweep.csv", folder / "sweep.xlsx"
    with one_writer(folder):
        write_csv(table, columns_csv(COLUMNS, points))
        replace_file(workbook, book.data())
    return table, workbook
