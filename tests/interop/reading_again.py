"""Read what other programs have written or kept, with the library that ltsched itself uses."""

from __future__ import annotations

from typing import Any

from icalendar import Calendar


def read_again(text: str) -> dict[str, Any]:
    """Return what stands in a calendar with one event, in the form of `Case.meant`."""
    calendar: Any = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    organiser = event["ORGANIZER"]
    return {
        "method": str(calendar.get("METHOD", "")),
        "uid": str(event["UID"]),
        "sequence": int(event["SEQUENCE"]),
        "status": str(event["STATUS"]),
        "start": int(event["DTSTART"].dt.timestamp()),
        "end": int(event["DTEND"].dt.timestamp()),
        "stamp": int(event["DTSTAMP"].dt.timestamp()),
        "summary": str(event["SUMMARY"]),
        "location": str(event["LOCATION"]),
        "description": str(event["DESCRIPTION"]),
        "comment": "\n".join(map(str, _all(event, "COMMENT"))),
        "organiser": [str(organiser), organiser.params["CN"]],
        "attendees": [
            [str(each), each.params["CN"], each.params.get("PARTSTAT", "")] for each in _all(event, "ATTENDEE")
        ],
    }


def _all(event: Any, name: str) -> list[Any]:
    value = event.get(name, [])
    return value if isinstance(value, list) else [value]
