"""Read calendars with libical (Evolution, GNOME Calendar), write them again and answer them.

For times it uses the VTIMEZONE of the file, and its own zones only for a TZID that the file does not explain.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ICal  # noqa: E402 - the version has to be said first


def properties(component: Any, kind: Any) -> list[Any]:
    found = []
    each = component.get_first_property(kind)
    while each is not None:
        found.append(each)
        each = component.get_next_property(kind)
    return found


def text(component: Any, kind: Any, getter: str) -> str:
    return "\n".join(getattr(each, getter)() for each in properties(component, kind))


def parameter(owner: Any, kind: Any, getter: str) -> Any:
    found = owner.get_first_parameter(kind)
    return getattr(found, getter)() if found is not None else None


def word(owner: Any, kind: Any) -> str:
    """Return the value of a parameter that is one of some words."""
    found = owner.get_first_parameter(kind)
    return found.as_ical_string().partition("=")[2] if found is not None else ""


def seconds(moment: Any) -> int:
    return int(moment.as_timet_with_zone(moment.get_timezone()))


def facts(calendar: Any) -> dict[str, Any]:
    kinds = ICal.PropertyKind
    event = calendar.get_first_component(ICal.ComponentKind.VEVENT_COMPONENT)
    name = ICal.ParameterKind.CN_PARAMETER
    organisers = [
        [each.get_organizer(), parameter(each, name, "get_cn")] for each in properties(event, kinds.ORGANIZER_PROPERTY)
    ]
    return {
        "method": text(calendar, kinds.METHOD_PROPERTY, "get_value_as_string"),
        "uid": event.get_uid(),
        "sequence": event.get_sequence(),
        "status": text(event, kinds.STATUS_PROPERTY, "get_value_as_string"),
        "start": seconds(event.get_dtstart()),
        "end": seconds(event.get_dtend()),
        "stamp": seconds(event.get_dtstamp()),
        "summary": event.get_summary(),
        "location": event.get_location(),
        "description": event.get_description(),
        "comment": text(event, kinds.COMMENT_PROPERTY, "get_comment"),
        "organiser": organisers[0] if organisers else None,
        "attendees": [
            [
                each.get_attendee(),
                parameter(each, name, "get_cn"),
                word(each, ICal.ParameterKind.PARTSTAT_PARAMETER),
            ]
            for each in properties(event, kinds.ATTENDEE_PROPERTY)
        ],
    }


def answer(calendar: Any, partstat: str, stamp: str) -> str:
    """Return the REPLY: the request with who answers, what and when, as Evolution makes it."""
    reply = calendar.clone()
    reply.set_method(ICal.PropertyMethod.REPLY)
    event = reply.get_first_component(ICal.ComponentKind.VEVENT_COMPONENT)
    event.set_dtstamp(ICal.Time.new_from_string(stamp))
    (attendee,) = properties(event, ICal.PropertyKind.ATTENDEE_PROPERTY)
    attendee.remove_parameter_by_kind(ICal.ParameterKind.RSVP_PARAMETER)
    attendee.set_parameter_from_string("PARTSTAT", partstat)
    return str(reply.as_ical_string())


def read(path: str, answers: dict[str, str]) -> dict[str, Any]:
    calendar = ICal.Component.new_from_string(Path(path).read_text(encoding="utf-8"))
    found = facts(calendar)
    replies = {partstat: answer(calendar, partstat, stamp) for partstat, stamp in answers.items()}
    errors = calendar.count_errors()
    passes = ICal.restriction_check(calendar)
    return {
        "facts": found,
        "written": calendar.as_ical_string(),
        "answers": replies,
        "restrictions": {"passes": bool(passes), "errors": errors + calendar.count_errors()},
    }


job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(json.dumps({path: read(path, job["answers"] if path in job["answered"] else {}) for path in job["files"]}))  # noqa: T201 - its result
