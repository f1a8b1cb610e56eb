"""The rows of a Gantt chart: one for each phase, or one for each person."""

from __future__ import annotations

from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.kind_words import KIND_WORDS, Phase
from ltsched.domain.words.wording import one_line
from ltsched.report.charts.lanes import Bar, BarRow, moment_number

__all__ = ["rows_by_person", "rows_by_phase", "shortened"]

MOST_SIGNS = 24


def rows_by_phase(timetable: Timetable) -> list[BarRow]:
    """Return a row for each phase that has bookings; a bar is named by the place of its booking, from 1 on."""
    rows: dict[Phase, list[Bar]] = {phase: [] for phase in Phase}
    for number, booking in enumerate(timetable.bookings, 1):
        rows[KIND_WORDS[booking.kind].phase].append(_bar(booking, f"booking-{number}"))
    return [BarRow(phase.words, tuple(bars)) for phase, bars in rows.items() if bars]


def rows_by_person(timetable: Timetable, review: Review) -> list[BarRow]:
    """Return a row for each person who is invited to anything, in the order of the review.

    A bar stands for an attendance, or for one that is missed.
    """
    rows: dict[str, list[Bar]] = {person.id: [] for person in review.people}
    for number, booking in enumerate(timetable.bookings, 1):
        for id in booking.attendees:
            rows[id].append(_bar(booking, f"booking-{number}-{id}"))
        for id in booking.missing:
            rows[id].append(_bar(booking, f"missing-{number}-{id}", missing=True))
    return [BarRow(f"{shortened(review.person(id).name)} ({id})", tuple(bars)) for id, bars in rows.items() if bars]


def shortened(text: str, most: int = MOST_SIGNS) -> str:
    """Return `text` on one line, of at most `most` characters."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def _bar(booking: Booking, name: str, *, missing: bool = False) -> Bar:
    kind = KIND_WORDS[booking.kind]
    return Bar(
        name,
        moment_number(booking.start),
        moment_number(booking.end),
        kind.phase,
        kind.letter,
        missing,
    )
