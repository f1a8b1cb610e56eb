"""sweep.csv and sweep.xlsx: a sweep as tables, a row for each variation and option."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.domain.review import Review
from ltsched.domain.sweep import Point
from ltsched.report.words.status_words import STATUS_WORDS
from ltsched.report.workbook.columns import Column, Style
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.table_csv import table_csv
from ltsched.report.workbook.workbook import Book

__all__ = ["sweep_csv", "sweep_xlsx"]

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


def sweep_csv(points: Sequence[Point]) -> bytes:
    """Return the points as CSV."""
    return table_csv(COLUMNS, points)


def sweep_xlsx(points: Sequence[Point], review: Review) -> bytes:
    """Return the points as a workbook. Equal input gives equal bytes."""
    book = Book(review.reference, review.commissioned, (review.reference, "How the duration answers"), review.rehearsal)
    write_table(book.sheet("Sweep"), COLUMNS, points, frozen_columns=2)
    return book.data()
