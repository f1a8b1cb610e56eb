"""The sheet "Left out" of a partial timetable: what there is no room for, and why."""

from __future__ import annotations

from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.partial_words import most_kept_words, partial_text
from ltsched.report.workbook.columns import Column
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import BOLD, GOOD, UNSURE, Book

__all__ = ["write_left_out"]

WHY_SIGNS = 70


def write_left_out(book: Book, timetable: Timetable) -> None:
    """Add the sheet, where anything is left out."""
    if not timetable.left_out:
        return
    sheet = book.sheet("Left out")
    sheet.put(0, 0, partial_text(timetable), look={**BOLD, **UNSURE, "text_wrap": False})
    sheet.put(1, 0, most_kept_words(timetable), look={**(GOOD if timetable.most_kept else UNSURE), "text_wrap": False})
    columns: list[Column[LeftOut]] = [
        Column("What", lambda one: one.title),
        Column("Activity", lambda one: one.activity),
        Column("Why", lambda one: one.why, most=WHY_SIGNS),
    ]
    if any(one.cure for one in timetable.left_out):
        columns.append(Column("What would help", lambda one: one.cure, most=WHY_SIGNS))
    write_table(sheet, columns, timetable.left_out, top=3, filtered=0)
