"""comparison.xlsx: what each option would come to, as a workbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from ltsched.domain.comparison import NO_AGENCY, Comparison, Outcome
from ltsched.domain.words.wording import day_text, one_line
from ltsched.files.disk.atomic import replace_file
from ltsched.report.workbook.columns import Cell, Column, Style
from ltsched.report.workbook.comparison_columns import comparison_columns, title
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import BOLD, Book

__all__ = ["COMPARISON_XLSX", "comparison_xlsx", "write_comparison_xlsx"]

COMPARISON_XLSX = "comparison.xlsx"
NO_AGENCY_HEAD = "No agency"
Hours = Callable[[Outcome], Mapping[str, float]]


def write_comparison_xlsx(folder: Path, comparison: Comparison) -> Path:
    """Write `comparison` to ``comparison.xlsx`` in `folder`, whole or not at all, and return its path.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or the file is open in a program that keeps it; the file is as it was.
    """
    path = folder / COMPARISON_XLSX
    replace_file(path, comparison_xlsx(comparison))
    return path


def comparison_xlsx(comparison: Comparison) -> bytes:
    """Return the workbook: the options, their staff hours by agency and by role, and what was assumed.

    Days and numbers are real ones. Equal input gives equal bytes.
    """
    due = "No deadline" if comparison.deadline is None else f"Deadline {day_text(comparison.deadline)}"
    book = Book(comparison.reference, comparison.commissioned, (comparison.reference, due), comparison.rehearsal)
    options = book.sheet("Options", large=True)
    options.paper.fit_to_pages(2, 0)  # on one page nobody could read so many columns
    options.paper.repeat_columns(0)
    write_table(options, comparison_columns(comparison), comparison.outcomes, frozen_columns=1)
    _write_hours(book, "Hours by agency", comparison, lambda outcome: outcome.hours_by_agency)
    _write_hours(book, "Hours by role", comparison, lambda outcome: outcome.hours_by_role_words)
    _write_assumed(book, comparison)
    return book.data()


def _write_hours(book: Book, name: str, comparison: Comparison, hours: Hours) -> None:
    """Add a sheet with a column for each agency or role, the one with most hours in all options first."""
    totals: dict[str, float] = {}
    for outcome in comparison.outcomes:
        for key, value in hours(outcome).items():
            totals[key] = totals.get(key, 0.0) + value
    keys = sorted(totals, key=lambda key: (-totals[key], str(key)))
    columns: list[Column[Outcome]] = [
        Column("Option", title, look=lambda outcome: BOLD),
        Column("All", lambda outcome: _sum(hours(outcome)), Style.DECIMAL, look=lambda outcome: BOLD),
        *(Column(_head(key), partial(_hours_of, hours, key), Style.DECIMAL) for key in keys),
    ]
    write_table(book.sheet(name), columns, comparison.outcomes, frozen_columns=1)


def _head(key: str) -> str:
    return NO_AGENCY_HEAD if key == NO_AGENCY else one_line(key)


def _hours_of(hours: Hours, key: str, outcome: Outcome) -> Cell:
    """Return nothing without a timetable, and 0 where a timetable takes no hours of anybody there."""
    return hours(outcome).get(key, 0.0) if outcome.timetable is not None else None


def _sum(hours: Mapping[str, float]) -> Cell:
    return round(sum(hours.values()), 2) if hours else None


def _write_assumed(book: Book, comparison: Comparison) -> None:
    rows = [(title(outcome), sentence) for outcome in comparison.outcomes for sentence in outcome.assumed]
    columns: list[Column[tuple[str, str]]] = [
        Column("Option", lambda row: row[0], look=lambda row: BOLD),
        Column("What was assumed", lambda row: row[1], most=100),
    ]
    write_table(book.sheet("Assumed"), columns, rows)
