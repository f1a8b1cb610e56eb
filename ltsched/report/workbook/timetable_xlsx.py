"""timetable.xlsx: the timetable as a workbook, with names, for the administrator's own use."""

from __future__ import annotations

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import day_text
from ltsched.report.workbook.bookings_sheet import write_bookings
from ltsched.report.workbook.left_out_sheet import write_left_out
from ltsched.report.workbook.milestones_sheet import write_milestones
from ltsched.report.workbook.sureness_sheet import write_sureness
from ltsched.report.workbook.weeks_sheet import write_weeks
from ltsched.report.workbook.workbook import Book

__all__ = ["timetable_xlsx"]


def timetable_xlsx(timetable: Timetable, review: Review) -> bytes:
    """Return the workbook: what is left out, the bookings, who has what in which week, the milestones, how sure it is.

    Days and times are real ones, local to the review. Equal input gives equal bytes.
    """
    above = (timetable.reference, _end(timetable))
    partial = bool(timetable.left_out)
    book = Book(timetable.reference, review.commissioned, above, timetable.rehearsal, partial)
    write_left_out(book, timetable)
    write_bookings(book, timetable, review)
    write_weeks(book, timetable, review)
    write_milestones(book, timetable, review)
    write_sureness(book, timetable)
    return book.data()


def _end(timetable: Timetable) -> str:
    """Return ``Final report Wed 28 Jul 2027``; empty if it is not known."""
    day = timetable.final_report
    return "" if day is None else f"Final report {day_text(day)}"
