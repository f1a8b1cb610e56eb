"""Calendar files as three kinds of office software export them."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from generator.entries import Entry, ShowsAs

__all__ = ["Export", "to_ics"]

ZONE = ZoneInfo("Europe/London")


class Export(StrEnum):
    """How a calendar program writes its times."""

    EXCHANGE = "exchange"
    """A Windows zone name with its own time-zone block."""
    WEB = "web"
    """Single entries in UTC, repeating ones in an IANA zone."""
    FLOATING = "floating"
    """No zone at all: the local time, wherever one is."""


PRODUCERS = {
    Export.EXCHANGE: "-//Example Corporation//Desktop Mail 16.0//EN",
    Export.WEB: "-//Example Web//Calendar 70.9054//EN",
    Export.FLOATING: "-//Example Rota//Roster 3.2//EN",
}
ZONE_NAMES = {Export.EXCHANGE: "GMT Standard Time", Export.WEB: "Europe/London"}
ZONE_BLOCK = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:19810329T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""
BUSY_STATUS = {
    ShowsAs.BUSY: "BUSY",
    ShowsAs.TENTATIVE: "TENTATIVE",
    ShowsAs.FREE: "FREE",
    ShowsAs.AWAY: "OOF",
    ShowsAs.CANCELLED: "FREE",
}


def to_ics(entries: Sequence[Entry], owner: str, exported: date, export: Export) -> bytes:
    """Return a calendar file with `entries`; `owner` makes its UIDs its own."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCERS[export])
    calendar.add("version", "2.0")
    if export in ZONE_NAMES:
        calendar.add_component(Timezone.from_ical(ZONE_BLOCK.format(name=ZONE_NAMES[export])))
    for number, entry in enumerate(entries):
        for event in _events(entry, f"{owner}/{number}", exported, export):
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(entry: Entry, key: str, exported: date, export: Export) -> list[Event]:
    uid = f"{hashlib.sha256(key.encode()).hexdigest()[:20]}@calendar.example"
    event = _event(entry, uid, entry.start, entry.end, exported, export)
    if entry.repeat:
        recur = vRecur(entry.repeat)
        if entry.until is not None:
            closing = datetime.combine(entry.until, time(23, 59, 59))
            # The end of a repetition is in UTC where the start has a zone, and local where it has none.
            recur["until"] = [closing if export is Export.FLOATING else closing.replace(tzinfo=ZONE).astimezone(UTC)]
        event.add("rrule", recur)
    if entry.skipped:
        event.add("exdate", list(entry.skipped), parameters=_zone(export))
    events = [event]
    for was, now in entry.moved:
        change = _event(entry, uid, now, now + entry.length, exported, export)
        change.add("recurrence-id", was, parameters=_zone(export))
        events.append(change)
    return events


def _event(
    entry: Entry, uid: str, start: datetime | date, end: datetime | date, exported: date, export: Export
) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.combine(exported, time(8), UTC))
    event.add("summary", entry.summary)
    for name, moment in (("dtstart", start), ("dtend", end)):
        if not isinstance(moment, datetime):
            event.add(name, moment)
        elif export is Export.WEB and not entry.repeat:
            event.add(name, moment.replace(tzinfo=ZONE).astimezone(UTC))
        else:
            event.add(name, moment, parameters=_zone(export))
    if entry.shows_as is ShowsAs.CANCELLED:
        event.add("status", "CANCELLED")
    if entry.shows_as is ShowsAs.FREE:
        event.add("transp", "TRANSPARENT")
    if export is Export.EXCHANGE:
        event.add("X-MICROSOFT-CDO-BUSYSTATUS", BUSY_STATUS[entry.shows_as])
    elif entry.shows_as is ShowsAs.TENTATIVE:
        event.add("status", "TENTATIVE")
    return event


def _zone(export: Export) -> dict[str, str]:
    return {"TZID": ZONE_NAMES[export]} if export in ZONE_NAMES else {}
