"""The sheet "People by week": who has what in which week, as people know it from plans in Excel."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import partial
from typing import Any

from ltsched.domain.people import Person
from ltsched.domain.review import Review
from ltsched.domain.rules import monday
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.booking_words import subject
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import one_line
from ltsched.report.workbook.columns import PLAIN, Column, Style
from ltsched.report.workbook.sheet_table import write_table
from ltsched.report.workbook.workbook import AMISS, BOLD, Book, Sheet

__all__ = ["write_weeks"]

ONE_WEEK = timedelta(weeks=1)
MOST_SIGNS = 18
PERSON_COLUMNS: list[Column[Person]] = [
    Column("Id", lambda person: person.id, look=lambda person: BOLD),
    Column("Name", lambda person: one_line(person.name), most=24),
    Column("Role", lambda person: person.role_words, most=16),
    Column("Agency", lambda person: one_line(person.agency), most=24),
]


def write_weeks(book: Book, timetable: Timetable, review: Review) -> None:
    """Add the sheet: a row for each person, a column for each week from the first booking to the last, a key below."""
    sheet = book.sheet("People by week", large=True)
    columns = [*PERSON_COLUMNS, *(_week_column(week, bookings) for week, bookings in _weeks(timetable).items())]
    below = write_table(sheet, columns, review.people, frozen_columns=len(PERSON_COLUMNS), filtered=len(PERSON_COLUMNS))
    _write_key(sheet, timetable, below + 1)


def _weeks(timetable: Timetable) -> dict[date, list[Booking]]:
    """Return the bookings of each week, by its Monday; weeks in between that have none are there too."""
    if not timetable.bookings:
        return {}
    days = [booking.day for booking in timetable.bookings]
    first, last = monday(min(days)), monday(max(days))
    weeks: dict[date, list[Booking]] = {first + n * ONE_WEEK: [] for n in range((last - first).days // 7 + 1)}
    for booking in timetable.bookings:
        weeks[monday(booking.day)].append(booking)
    return weeks


def _week_column(week: date, bookings: list[Booking]) -> Column[Person]:
    return Column(week, partial(_text, bookings), Style.TEXT, MOST_SIGNS, partial(_look, bookings))


def _text(bookings: list[Booking], person: Person) -> str | None:
    lines = [_short(booking, missed=person.id in booking.missing) for booking in _of(person, bookings)]
    return "\n".join(lines) or None


def _look(bookings: list[Booking], person: Person) -> Mapping[str, Any]:
    theirs = _of(person, bookings)
    if any(person.id in booking.missing for booking in theirs):
        return AMISS
    return {"bg_color": KIND_WORDS[theirs[0].kind].colour} if theirs else PLAIN


def _of(person: Person, bookings: list[Booking]) -> list[Booking]:
    return [booking for booking in bookings if person.id in (*booking.attendees, *booking.missing)]


def _short(booking: Booking, *, missed: bool) -> str:
    """Return ``Tue RTM 2`` or ``misses Tue RTM 2``."""
    word = KIND_WORDS[booking.kind].short or one_line(booking.title)
    return f"{'misses ' if missed else ''}{booking.day:%a} {word} {subject(booking)}".rstrip()


def _write_key(sheet: Sheet, timetable: Timetable, top: int) -> None:
    """Tell what the short words and the colours mean."""
    kinds = {booking.kind for booking in timetable.bookings}
    named = [(words.short, words.one.capitalize(), words.colour) for kind, words in KIND_WORDS.items() if kind in kinds]
    keys = [(short or name, name, colour) for short, name, colour in named]
    for row, (short, name, colour) in enumerate(keys, top):
        sheet.put(row, 1, short, look={"bg_color": colour})
        sheet.put(row, 2, name, look={"text_wrap": False})
    if any(booking.missing for booking in timetable.bookings):
        sheet.put(top + len(keys), 1, "misses …", look=AMISS)
        why = "cannot come or has no seat" if any(b.unseated for b in timetable.bookings) else "cannot come"
        sheet.put(top + len(keys), 2, f"Expected, and {why}", look={"text_wrap": False})
