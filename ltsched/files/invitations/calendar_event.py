"""A booking as an entry of a calendar (RFC 5545): what is the same wherever it is written."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from icalendar import Calendar, Event, Timezone

__all__ = ["booking_event", "calendar_text", "new_calendar"]

PRODID = "-//ltsched//EN"


def new_calendar(method: str, block: Timezone | None) -> Calendar:
    """Return a calendar without entries.

    Parameters
    ----------
    method
        What it is for: PUBLISH, REQUEST, CANCEL.
    block
        Explains the zone of its times; None if they are in UTC.
    """
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("PRODID", PRODID)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", method)
    if block is not None:
        calendar.add_component(block)
    return calendar


def booking_event(
    *,
    uid: str,
    sequence: int,
    stamp: datetime,
    start: datetime,
    end: datetime,
    zone: ZoneInfo,
    local: bool,
    summary: str,
    location: str,
) -> Event:
    """Return a private entry without anybody's name; the caller adds what else there is to say.

    `local` writes its times in `zone`, which the calendar must explain; otherwise they are in UTC. An empty `location`
    is left out.
    """
    from icalendar import Event

    event = Event()
    event.add("UID", uid)
    event.add("DTSTAMP", stamp)
    event.add("SEQUENCE", sequence)
    for name, moment in (("DTSTART", start), ("DTEND", end)):
        placed = moment.astimezone(zone)
        event.add(name, placed if local and not _comes_twice(placed) else moment.astimezone(UTC))
    event.add("SUMMARY", calendar_text(summary))
    if location:
        event.add("LOCATION", calendar_text(location))
    event.add("CLASS", "PRIVATE")
    event.add("TRANSP", "OPAQUE")
    return event


def calendar_text(text: str) -> str:
    r"""Return `text` as it can be written into a calendar: with strokes for backslashes.

    icalendar takes ``\N`` in a text for a line break, and libical loses the address of a name that ends in a
    backslash.
    """
    return text.replace("\\", "/")


def _comes_twice(moment: datetime) -> bool:
    """Whether a local time comes twice, as clocks go back: some programs mean the first pass, some the second."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()
