"""Read calendars with vobject (on which Radicale and much else is built), write them again and answer them.

For times it uses the VTIMEZONE of the file; of several files in one process, that of the first with the same TZID.
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import vobject
from dateutil.tz import tzutc


def facts(calendar: Any) -> dict[str, Any]:
    event = calendar.vevent
    return {
        "method": calendar.method.value,
        "uid": event.uid.value,
        "sequence": int(event.sequence.value),
        "status": event.status.value,
        "start": int(event.dtstart.value.timestamp()),
        "end": int(event.dtend.value.timestamp()),
        "stamp": int(event.dtstamp.value.timestamp()),
        "summary": event.summary.value,
        "location": event.location.value,
        "description": event.description.value,
        "comment": "\n".join(each.value for each in event.contents.get("comment", [])),
        "organiser": [event.organizer.value, event.organizer.params["CN"][0]],
        "attendees": [
            [each.value, each.params["CN"][0], each.params.get("PARTSTAT", [""])[0]] for each in event.attendee_list
        ],
    }


def answer(calendar: Any, partstat: str, stamp: str) -> str:
    """Return the REPLY: the request with who answers, what and when."""
    reply = vobject.iCalendar()
    reply.copy(calendar)
    reply.method.value = "REPLY"
    reply.vevent.dtstamp.value = datetime.strptime(stamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=tzutc())
    del reply.vevent.attendee.params["RSVP"]
    reply.vevent.attendee.params["PARTSTAT"] = [partstat]
    return str(reply.serialize())


def read(path: str, answers: dict[str, str]) -> dict[str, Any]:
    calendar = vobject.readOne(Path(path).read_text(encoding="utf-8"))
    return {
        "facts": facts(calendar),
        "written": calendar.serialize(),
        "answers": {partstat: answer(calendar, partstat, stamp) for partstat, stamp in answers.items()},
    }


job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(json.dumps({path: read(path, job["answers"] if path in job["answered"] else {}) for path in job["files"]}))  # noqa: T201 - its result
