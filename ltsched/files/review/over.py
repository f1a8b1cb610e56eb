"""Read what is over: from the timetable that was planned last, and from the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, timedelta
from pathlib import Path

from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.option import Option
from ltsched.domain.over import what_is_over
from ltsched.domain.people import Person, Room
from ltsched.domain.settled import Settled
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.domain.words.wording import one_line
from ltsched.errors import InvalidReview, Notice
from ltsched.files.results.timetable_file import read_timetable
from ltsched.files.review.review_toml import ReviewFile
from ltsched.files.review.when import When

__all__ = ["read_over"]

MEND = "what is over is known from the invitations alone; if you have a copy that is whole, put it back and plan again"


def read_over(
    when: When,
    file: ReviewFile,
    option: Option,
    people: Sequence[Person],
    rooms: Sequence[Room],
    ledger: Ledger,
    notices: list[Notice],
) -> tuple[Booking, ...]:
    """Return the bookings that lie between commissioning and today.

    What people say was agreed or held then is among them: at the time that they say or, where they name only the day,
    at the one planned last for that day; with the people it was planned with.

    Parameters
    ----------
    when
        The day on which it is planned, and the folder of the timetable that was planned last; there may be none.
    file, option, people, rooms
        What was read of the review.
    ledger
        What was issued.
    notices
        What should be known is added here.
    """
    first, today = file.commissioned, when.day(file)
    if first is None or today is None or today < first or when.results is None:
        return ()
    days = first, today
    last = _last(when.results / TIMETABLE_FILE, file, days, notices)
    same = last is None or last.option == option.name
    known = None if same else {template.prefix for template in option.templates}
    names = {one_line(room.name): room.id for room in rooms}
    found = what_is_over(last, ledger, names, days, known)
    every = what_is_over(last, ledger, names, (first, date.max), known)
    found = (*_planned_as_agreed(file.settled, found, last, today), *_held_otherwise(file.settled, found, every, today))
    return _of_those_known(found, [person.id for person in people], [room.id for room in rooms], notices)


def _planned_as_agreed(
    settled: Sequence[Settled], found: Sequence[Booking], last: Timetable | None, today: date
) -> Iterator[Booking]:
    """Yield what was found, but as it was planned last where that is on the day on which people say it took place.

    They were told of another day, and have agreed on this one without an invitation: its time is in the timetable.
    """
    days = {
        one.activity: one.day
        for one in settled
        if one.state.takes_place and one.start is None and one.day is not None and one.day <= today
    }
    planned = {} if last is None else {booking.activity: booking for booking in last.bookings}
    agreed = {id: planned[id] for id, day in days.items() if id in planned and planned[id].day == day}
    as_found = {booking.activity: booking for booking in found}
    elsewhere = {id: one for id, one in agreed.items() if id not in as_found or as_found[id].day != one.day}
    yield from {**as_found, **elsewhere}.values()


def _held_otherwise(
    settled: Sequence[Settled], found: Sequence[Booking], every: Sequence[Booking], today: date
) -> Iterator[Booking]:
    """Yield what took place today or before, as people say, and was planned for later: at the time that they say."""
    there = {booking.activity for booking in found}
    planned = {booking.activity: booking for booking in every if booking.activity not in there}
    for one in settled:
        if one.start is None or one.start.date() > today:
            continue
        if one.state.takes_place and one.activity in planned:
            booking = planned[one.activity]
            end = one.start.astimezone(UTC) + timedelta(minutes=booking.minutes)
            yield replace(booking, start=one.start, end=end.astimezone(one.start.tzinfo))


def _last(path: Path, file: ReviewFile, days: tuple[date, date], notices: list[Notice]) -> Timetable | None:
    """Return the timetable that was planned last; None if there is none, or none that says what has happened."""
    if not path.exists():
        return None
    try:
        last = read_timetable(path, file.timezone)
    except InvalidReview as error:
        # Whatever it was, this run writes a new one: nobody is helped by an error.
        found = str(replace(error.mistakes[0], expected="", hint="")).rstrip(".")
        notices.append(Notice(f"the last timetable cannot be read ({found}): {MEND}", TIMETABLE_FILE))
        return None
    if not any(days[0] <= booking.day <= days[1] for booking in last.bookings):
        return last
    if last.reference != file.reference:
        text = f"{TIMETABLE_FILE} is of {last.reference}, not of {file.reference}: what is over in it is not taken over"
        notices.append(Notice(text, TIMETABLE_FILE))
        return None
    if last.rehearsal and file.today is None:
        text = f"{TIMETABLE_FILE} is of a rehearsal: nothing in it has happened"
        notices.append(Notice(text, TIMETABLE_FILE))
        return None
    return last


def _of_those_known(
    found: Sequence[Booking], people: Sequence[str], rooms: Sequence[str], notices: list[Notice]
) -> tuple[Booking, ...]:
    """Return the bookings without people and rooms that the review does not know any more, and tell of them."""
    kept = []
    for booking in found:
        gone = [id for id in (*booking.attendees, *booking.missing) if id not in people]
        if booking.room is not None and booking.room not in rooms:
            gone.append(booking.room)
            booking = replace(booking, room=None)
        if gone:
            text = (
                f"{booking.activity} of {booking.day} is over and stays without {', '.join(gone)}: not known any more"
            )
            notices.append(Notice(text, TIMETABLE_FILE, booking.activity))
        kept.append(
            replace(
                booking,
                attendees=_without(gone, booking.attendees),
                missing=_without(gone, booking.missing),
                unseated=_without(gone, booking.unseated),
                panel=_without(gone, booking.panel),
            )
        )
    return tuple(kept)


def _without(gone: Sequence[str], ids: Sequence[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)
