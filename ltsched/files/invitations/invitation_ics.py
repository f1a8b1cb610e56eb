"""An invitation, an update or a cancellation as an iTIP object (RFC 5546)."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

from ltsched.domain.invitations.invitations import Due, Method
from ltsched.domain.review import Organiser
from ltsched.domain.words.wording import one_line
from ltsched.files.invitations.calendar_event import booking_event, calendar_text, new_calendar
from ltsched.files.invitations.invitation_texts import change_text, description

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Timezone, vCalAddress

__all__ = ["invitation_ics"]


def invitation_ics(
    due: Due, organiser: Organiser, name: str, stamp: datetime, zone: ZoneInfo, block: Timezone | None
) -> bytes:
    """Return the iTIP object of `due`: one calendar with one event for one recipient.

    Outlook reads only the first event of a request, and takes one with X-WR-CALNAME for a calendar to subscribe to.

    Parameters
    ----------
    due
        What to say.
    organiser
        The ORGANIZER.
    name
        What the recipient is called; empty if nobody knows any more.
    stamp
        When it is issued.
    zone, block
        The zone of the review, and the block that explains it; None writes the times in UTC.
    """
    told = due.invitation.told
    calendar = new_calendar(due.method, block)
    event = booking_event(
        uid=due.uid,
        sequence=due.sequence,
        stamp=stamp,
        start=told.start,
        end=told.end,
        zone=zone,
        local=block is not None,
        summary=told.summary,
        location=told.location,
    )
    event.add("STATUS", "CONFIRMED" if due.method is Method.REQUEST else "CANCELLED")
    event.add("DESCRIPTION", calendar_text(description(due)))
    if change_text(due):
        event.add("COMMENT", calendar_text(change_text(due)))
    event.add("ORGANIZER", _address(organiser.email, organiser.name))
    event.add("ATTENDEE", _attendee(told.email, name, asked=due.method is Method.REQUEST))
    for other, email in due.invitation.others:
        event.add("ATTENDEE", _attendee(email, other, asked=True))
    calendar.add_component(event)
    return bytes(calendar.to_ical())


def _attendee(email: str, name: str, *, asked: bool) -> vCalAddress:
    address = _address(email, name)
    address.params["CUTYPE"] = "INDIVIDUAL"
    address.params["ROLE"] = "REQ-PARTICIPANT"
    if asked:
        address.params["PARTSTAT"] = "NEEDS-ACTION"
        address.params["RSVP"] = "TRUE"
    return address


def _address(email: str, name: str) -> vCalAddress:
    from icalendar import vCalAddress

    # What a mailto URI may hold as it stands (RFC 6068, section 2).
    address = vCalAddress("mailto:" + quote(email, safe="@!$'*+"))
    if name:
        address.params["CN"] = calendar_text(one_line(name))
    return address
