"""Everybody's own calendar of a timetable, to be imported into their calendar program."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.errors import UnwritableOutput
from ltsched.files.atomic import replace_folder
from ltsched.files.ids import EXPECTED_ID, is_id
from ltsched.files.vtimezones import vtimezone

if TYPE_CHECKING:
    from icalendar import Event, Timezone

__all__ = ["booking_uid", "write_person_calendars"]

PRODID = "-//ltsched//EN"
UID_SPACE = uuid.UUID("5b1f6a0e-3c0d-5f0a-9a5e-6c7473636864")


def write_person_calendars(folder: Path, timetable: Timetable, review: Review) -> tuple[Path, ...]:
    """Write ``<id>.ics`` into `folder` for everybody who attends at least one booking.

    A file has that person's own bookings and nobody's name: when, what for, and in which room. Equal input gives
    equal files, and a booking keeps its UID when it is moved.

    Parameters
    ----------
    folder
        It is replaced as a whole: files of people who have no bookings any more disappear.
    timetable, review
        What to write, and the people, rooms and zone it is about.

    Returns
    -------
    tuple of Path
        The files, in the order of the ids.

    Raises
    ------
    UnwritableOutput
        If an id is none that is safe in a file name, or the disk refuses; the folder is as it was.
    """
    ids = sorted({id for booking in timetable.bookings for id in booking.attendees})
    for id in ids:
        if not is_id(id):
            raise UnwritableOutput(f"cannot write a calendar for {id!r}: {EXPECTED_ID}", path=str(folder), id=id)
    moments = [moment for booking in timetable.bookings for moment in (booking.start, booking.end)]
    block = vtimezone(review.timezone, moments)
    rooms = {room.id: room.name for room in review.rooms}
    files = {f"{id}.ics": _calendar(timetable.of_person(id), review, block, rooms) for id in ids}
    replace_folder(folder, files)
    return tuple(folder / name for name in files)


def booking_uid(reference: str, activity: str) -> str:
    """Return the UID of a booking: the same for all who come, and after every change of the plan."""
    name = f"{reference}\n{activity}"
    return f"{uuid.uuid5(UID_SPACE, name)}@ltsched"


def _calendar(bookings: Sequence[Booking], review: Review, block: Timezone | None, rooms: Mapping[str, str]) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    if block is not None:
        calendar.add_component(block)
    for booking in bookings:
        calendar.add_component(_event(booking, review, local=block is not None, rooms=rooms))
    return bytes(calendar.to_ical())


def _event(booking: Booking, review: Review, *, local: bool, rooms: Mapping[str, str]) -> Event:
    from icalendar import Event

    event = Event()
    event.add("UID", booking_uid(review.reference, booking.activity))
    # No clock: two runs over the same review write the same files.
    event.add("DTSTAMP", datetime.combine(review.commissioned, time(), UTC))
    event.add("SEQUENCE", 0)
    for name, moment in (("DTSTART", booking.start), ("DTEND", booking.end)):
        placed = moment.astimezone(review.timezone)
        # The second pass through the hour in which clocks go back has no name in local time.
        event.add(name, placed if local and not placed.fold else moment.astimezone(UTC))
    event.add("SUMMARY", f"{_plain(review.reference)}: {_plain(booking.title).lower()}")
    if booking.room is not None:
        event.add("LOCATION", _plain(rooms.get(booking.room, booking.room)))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "OPAQUE")
    event.add("STATUS", "CONFIRMED")
    return event


def _plain(text: str) -> str:
    """Return `text` in one line: a line break or a control character in a name has no meaning."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
