"""Everybody's own calendar of a timetable, to be imported into their calendar program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.domain.invitations.invitations import invitation_uid
from ltsched.domain.invitations.invitees import subject
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import one_line
from ltsched.errors import UnwritableOutput
from ltsched.files.disk.atomic import replace_folder
from ltsched.files.invitations.calendar_event import booking_event, new_calendar
from ltsched.files.invitations.vtimezones import vtimezone
from ltsched.validation.ids import EXPECTED_ID, is_id

if TYPE_CHECKING:
    from icalendar import Timezone

__all__ = ["write_person_calendars"]


def write_person_calendars(folder: Path, timetable: Timetable, review: Review) -> tuple[Path, ...]:
    """Write ``<id>.ics`` into `folder` for everybody who attends at least one booking.

    A file has that person's own bookings and nobody's name: when, what for, and in which room. Equal input gives
    equal files, and a booking keeps its UID when it is moved; it is that of the person's invitation to it, so that
    nobody who takes both has it twice.

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
    rooms = {room.id: one_line(room.name) for room in review.rooms}
    files = {f"{id}.ics": _calendar(id, timetable, review, block, rooms) for id in ids}
    replace_folder(folder, files)
    return tuple(folder / name for name in files)


def _calendar(id: str, timetable: Timetable, review: Review, block: Timezone | None, rooms: Mapping[str, str]) -> bytes:
    calendar = new_calendar("PUBLISH", block)
    for booking in timetable.of_person(id):
        event = booking_event(
            uid=invitation_uid(review.reference, booking.activity, id),
            sequence=0,
            # No clock: two runs over the same review write the same files.
            stamp=datetime.combine(review.commissioned, time(), UTC),
            start=booking.start,
            end=booking.end,
            zone=review.timezone,
            local=block is not None,
            summary=subject(review.reference, booking.title),
            location="" if booking.room is None else rooms.get(booking.room, one_line(booking.room)),
        )
        event.add("STATUS", "CONFIRMED")
        calendar.add_component(event)
    return bytes(calendar.to_ical())
