"""A booking as it stands on a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.domain.words.wording import clock_span, day_text, one_line
from ltsched.report.words.booking_words import missed_by, over_word, what

__all__ = ["PlanEntry", "entries"]


@dataclass(frozen=True, slots=True)
class PlanEntry:
    """A booking in words.

    Parameters
    ----------
    number
        Its place in the timetable, from 1 on, as in the ids of the charts.
    day, time
        ``Mon 15 Feb 2027``, ``10:00–12:00``.
    start
        The day and time of its start, for machines.
    what, kind, letter, colour
        What it is; what its kind is called, the letter that stands for it, and the name of its colour.
    room
        The name; empty where there is none.
    come, invited
        How many come of how many were to come.
    held_by, missing
        Ids, of those who have no seat with these words; empty where that does not apply.
    over
        ``over`` or ``today`` where it stays as it is for that; else empty.
    booking
        What it was made of.
    """

    number: int
    day: str
    time: str
    start: str
    what: str
    kind: str
    letter: str
    colour: str
    room: str
    come: int
    invited: int
    held_by: str
    missing: str
    over: str
    booking: Booking

    @property
    def clock(self) -> str:
        """The time at which it starts, ``10:00``."""
        return self.time[:5]

    @property
    def tip(self) -> str:
        """All of it in a line, for a bar that somebody points at."""
        return f"{self.what}, {self.day}, {self.time}{f' ({self.over})' if self.over else ''}"


def entries(timetable: Timetable, review: Review, *, own: bool = False) -> tuple[PlanEntry, ...]:
    """Return the bookings in words, in the order of time.

    Parameters
    ----------
    own
        Whether the bookings are called by their titles alone, without the ids of people and files.
    """
    rooms = {room.id: one_line(room.name) for room in review.rooms}
    return tuple(
        _entry(number, booking, rooms, own, over_word(timetable, booking))
        for number, booking in enumerate(timetable.bookings, 1)
    )


def _entry(number: int, booking: Booking, rooms: Mapping[str, str], own: bool, over: str) -> PlanEntry:
    kind = KIND_WORDS[booking.kind]
    return PlanEntry(
        number=number,
        day=day_text(booking.day),
        time=clock_span(booking.start, booking.end),
        start=booking.start.isoformat(timespec="minutes"),
        what=one_line(booking.title) if own else what(booking),
        kind=kind.one,
        letter=kind.letter,
        colour=str(kind.phase),
        room=rooms.get(booking.room, one_line(booking.room)) if booking.room else "",
        come=len(booking.attendees),
        invited=len(booking.attendees) + len(booking.missing),
        held_by=", ".join(booking.panel),
        missing=", ".join(missed_by(booking, id, id) for id in booking.missing),
        over=over,
        booking=booking,
    )
