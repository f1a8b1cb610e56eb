"""The sheet "Timetable": a row for each booking, in the order of time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.booking_words import missed_by, over_word, what
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.files.disk.names import Names
from ltsched.report.workbook.columns import PLAIN, Column, Style
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import AMISS, Book

__all__ = ["write_bookings"]


def write_bookings(book: Book, timetable: Timetable, review: Review) -> None:
    """Add the sheet; the header is its first row, so that filters and pivot tables work as they are."""
    write_table(book.sheet("Timetable"), _columns(timetable, Names(review)), timetable.bookings)


def _columns(timetable: Timetable, names: Names) -> list[Column[Booking]]:
    over: list[Column[Booking]] = []
    if timetable.over:
        over.append(Column("Over", lambda booking: over_word(timetable, booking)))
    # Times without a zone: a spreadsheet has none, and everybody lives in that of the review.
    return [
        Column("Day", lambda booking: booking.day, Style.DAY),
        Column("Start", lambda booking: booking.start.time(), Style.TIME),
        Column("End", lambda booking: booking.end.time(), Style.TIME),
        Column("Minutes", lambda booking: booking.minutes, Style.WHOLE),
        Column("What", what, look=_kind, most=32),
        *over,
        Column("Room", lambda booking: names.room(booking.room), most=32),
        Column("Come", lambda booking: len(booking.attendees), Style.WHOLE, look=_missed),
        Column("Expected", lambda booking: len(booking.attendees) + len(booking.missing), Style.WHOLE),
        Column("Held by", lambda booking: names.people(booking.panel), most=24),
        Column("Cannot come", partial(_absent, names), look=_missed, most=24),
        Column("Who comes", lambda booking: ", ".join(booking.attendees), most=36),
    ]


def _absent(names: Names, booking: Booking) -> str:
    """Return who is missing, a line for each; of those who have no seat, it says so."""
    return "\n".join(missed_by(booking, id, names.people([id])) for id in booking.missing)


def _kind(booking: Booking) -> Mapping[str, Any]:
    return {"bg_color": KIND_WORDS[booking.kind].colour}


def _missed(booking: Booking) -> Mapping[str, Any]:
    return AMISS if booking.missing else PLAIN
