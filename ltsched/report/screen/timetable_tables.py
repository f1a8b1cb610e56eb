"""A timetable on a screen: its bookings, who misses what, its milestones."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text

from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.wording import clock_span, day_text, harmless, plural
from ltsched.report.screen.layout import cell, plain_table
from ltsched.report.screen.people_list import on_day, people_list
from ltsched.report.words.booking_words import missed_by, over_word, what

__all__ = ["absences_table", "bookings_table", "milestones_table", "title_line"]


def title_line(timetable: Timetable, option_title: str) -> Text:
    """Return one line on the whole: the code name, the option, how many bookings, from when to when."""
    line = Text(harmless(timetable.reference), style="bold")
    line.append(f"  {harmless(option_title)}, {plural(len(timetable.bookings), 'booking')}", style="not bold")
    if timetable.bookings:
        first, last = timetable.bookings[0].day, timetable.bookings[-1].day
        line.append(f", {day_text(first)} to {day_text(last)}", style="not bold")
    return line


def bookings_table(timetable: Timetable) -> Table:
    """Return the bookings, a row each; the column of rooms is left out where no booking has one.

    What is over is marked so. ``Come`` is who comes of who was expected. The last column names who holds it, where that
    was chosen, and who cannot come or has no seat.
    """
    rooms = any(booking.room for booking in timetable.bookings)
    heads = ("Day", "Time", "What", *(("Room",) if rooms else ()), "Come", "Who")
    table = plain_table(*heads, numbers=("Come",), whole=("Day", "Time", "Come"))
    for booking in timetable.bookings:
        over = over_word(timetable, booking)
        row = [
            cell(day_text(booking.day)),
            cell(clock_span(booking.start, booking.end)),
            cell(f"{what(booking)} ({over})" if over else what(booking)),
            *([cell(harmless(booking.room or "–"))] if rooms else []),
            cell(f"{len(booking.attendees)}/{len(booking.attendees) + len(booking.missing)}"),
            _who(booking),
        ]
        table.add_row(*row)
    return table


def _who(booking: Booking) -> Text:
    who = cell(", ".join(map(harmless, booking.panel)))
    if booking.missing:
        if booking.panel:
            who.append("; ")
        missing = [missed_by(booking, id, harmless(id)) for id in booking.missing]
        who.append(f"not {', '.join(missing)}", style="yellow")
    return who


def absences_table(timetable: Timetable, review: Review) -> Table | None:
    """Return who cannot come to what they are expected at, by person; None if everybody comes to everything."""
    missed: dict[str, list[str]] = {}
    for booking in timetable.bookings:
        for id in booking.missing:
            missed.setdefault(id, []).append(missed_by(booking, id, on_day(what(booking), booking.day)))
    if not missed:
        return None
    return people_list(sorted(missed.items(), key=lambda item: (-len(item[1]), item[0])), review)


def milestones_table(timetable: Timetable) -> Table:
    """Return the milestones with their days."""
    table = plain_table("", "")
    for milestone in timetable.milestones:
        table.add_row(cell(day_text(milestone.date)), cell(harmless(milestone.title)))
    return table
