"""timetable.xlsx: the timetable as a workbook, with names, for the administrator's own use."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import day_text
from ltsched.files.disk.atomic import replace_file
from ltsched.report.workbook.bookings_sheet import write_bookings
from ltsched.report.workbook.milestones_sheet import write_milestones
from ltsched.report.workbook.sureness_sheet import write_sureness
from ltsched.report.workbook.weeks_sheet import write_weeks
from ltsched.report.workbook.workbook import Book

__all__ = ["XLSX_FILE", "timetable_xlsx", "write_timetable_xlsx"]

XLSX_FILE = "timetable.xlsx"


def write_timetable_xlsx(folder: Path, timetable: Timetable, review: Review) -> Path:
    """Write `timetable` to ``timetable.xlsx`` in `folder`, whole or not at all, and return its path.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or the file is open in a program that keeps it; the file is as it was.
    """
    path = folder / XLSX_FILE
    replace_file(path, timetable_xlsx(timetable, review))
    return path


def timetable_xlsx(timetable: Timetable, review: Review) -> bytes:
    """Return the workbook: the bookings, who has what in which week, the milestones, and how sure all that is.

    Days and times are real ones, local to the review. Equal input gives equal bytes.
    """
    book = Book(timetable.reference, review.commissioned, (timetable.reference, _end(timetable)), timetable.rehearsal)
    write_bookings(book, timetable, review)
    write_weeks(book, timetable, review)
    write_milestones(book, timetable, review)
    write_sureness(book, timetable)
    return book.data()


def _end(timetable: Timetable) -> str:
    """Return ``Final report Wed 28 Jul 2027``; empty if it is not known."""
    day = timetable.final_report
    return "" if day is None else f"Final report {day_text(day)}"
