"""The sheet "Milestones": when it ends, and whether that is in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from ltsched.domain.report_dates import final_report_of
from ltsched.domain.review import Review
from ltsched.domain.timetable import FINAL_REPORT, Timetable
from ltsched.domain.words.wording import plural
from ltsched.domain.working_days import WorkingDays
from ltsched.report.workbook.columns import PLAIN, Column, Style
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import AMISS, BOLD, GOOD, Book

__all__ = ["write_milestones"]

WAITS = "it waits for the end of a hold that has none"


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """One row: a day, with a remark where there is something to say; None for what has no day yet."""

    title: str
    day: date | None
    remark: str = ""
    look: Mapping[str, Any] = field(default_factory=dict)


def write_milestones(book: Book, timetable: Timetable, review: Review) -> None:
    """Add the sheet: a row for each milestone, and one for the deadline if there is one."""
    columns: list[Column[MilestoneLine]] = [
        Column("Milestone", lambda line: line.title, look=lambda line: line.look),
        Column("Date", lambda line: line.day, Style.DAY, look=lambda line: line.look),
        Column("Remark", lambda line: line.remark, look=lambda line: line.look),
    ]
    write_table(book.sheet("Milestones"), columns, list(_lines(timetable, review)), filtered=0)


def _lines(timetable: Timetable, review: Review) -> Iterator[MilestoneLine]:
    for milestone in timetable.milestones:
        look = {**BOLD, "bg_color": "#DDEBF7"} if milestone.id == FINAL_REPORT else PLAIN
        yield MilestoneLine(milestone.title, milestone.date, look=look)
    if timetable.waiting:
        yield MilestoneLine("Final report", None, WAITS, {**BOLD, **AMISS})
    if review.deadline is not None:
        yield _deadline(timetable, review, review.deadline)


def _deadline(timetable: Timetable, review: Review, deadline: date) -> MilestoneLine:
    if timetable.waiting or not timetable.bookings:
        return MilestoneLine("Deadline", deadline)
    final_report = final_report_of(timetable.milestones, max(booking.day for booking in timetable.bookings))
    days = WorkingDays(review.holidays)
    late, spare = days.after(deadline, final_report), days.after(final_report, deadline)
    if late:
        return MilestoneLine("Deadline", deadline, f"the final report is {plural(late, 'working day')} late", AMISS)
    if final_report > deadline:
        return MilestoneLine("Deadline", deadline, "the final report comes after it, with no working day between")
    early = f"{plural(spare, 'working day')} early" if spare else "in time, with no working day to spare"
    return MilestoneLine("Deadline", deadline, f"the final report is {early}", GOOD)
