"""Everybody's own calendar of a timetable, to be imported into their calendar program."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time

from ltsched.domain.invitations.invitations import invitation_uid
from ltsched.domain.invitations.invitees import subject
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.wording import one_line
from ltsched.errors import UnwritableOutput
from ltsched.files.invitations.calendar_event import booking_event, new_calendar
from ltsched.files.invitations.vtimezones import vtimezone
from ltsched.validation.ids import EXPECTED_ID, is_id

__all__ = ["person_calendars"]

END = b"END:VCALENDAR\r\n"
UID = b"\r\nUID:\r\n"


def person_calendars(timetable: Timetable, review: Review) -> dict[str, bytes]:
    """Return ``<id>.ics`` for everybody who attends at least one booking, in the order of the ids.

    A file has that person's own bookings and nobody's name: when, what for, and in which room. Equal input gives
    equal files, and a booking keeps its UID when it is moved; it is that of the person's invitation to it, so that
    nobody who takes both has it twice.

    Raises
    ------
    UnwritableOutput
        An id is none that is safe in a file name.
    """
    ids = sorted({id for booking in timetable.bookings for id in booking.attendees})
    for id in ids:
        if not is_id(id):
            raise UnwritableOutput(f"cannot write a calendar for {id!r}: {EXPECTED_ID}", id=id)
    moments = [moment for booking in timetable.bookings for moment in (booking.start, booking.end)]
    block = vtimezone(review.timezone, moments)
    rooms = {room.id: one_line(room.name) for room in review.rooms}
    head = bytes(new_calendar("PUBLISH", block).to_ical()).removesuffix(END)
    entries = {one.activity: _entry(one, review, rooms, local=block is not None) for one in timetable.bookings}

    def entry(booking: Booking, id: str) -> bytes:
        uid = invitation_uid(review.reference, booking.activity, id)
        return entries[booking.activity].replace(UID, f"\r\nUID:{uid}\r\n".encode(), 1)

    return {f"{id}.ics": head + b"".join(entry(one, id) for one in timetable.of_person(id)) + END for id in ids}


def _entry(booking: Booking, review: Review, rooms: Mapping[str, str], *, local: bool) -> bytes:
    """Return the entry of a booking with no UID yet: nothing else is otherwise for anybody who attends it."""
    event = booking_event(
        uid="",
        sequence=0,
        # No clock: two runs over the same review write the same files.
        stamp=datetime.combine(review.commissioned, time(), UTC),
        start=booking.start,
        end=booking.end,
        zone=review.timezone,
        local=local,
        summary=subject(review.reference, booking.title),
        location="" if booking.room is None else rooms.get(booking.room, one_line(booking.room)),
    )
    event.add("STATUS", "CONFIRMED")
    return bytes(event.to_ical())
