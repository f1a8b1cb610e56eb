"""Put invitations on a CalDAV server as a client does that accepts them, and look for them by their times.

What lies there has no METHOD (RFC 4791, section 4.1).
"""

from __future__ import annotations

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import caldav
from dateutil.tz import tzutc


def accepted(path: str) -> str:
    lines = Path(path).read_bytes().decode().replace("\r\n ", "").split("\r\n")
    kept = (line for line in lines if not line.startswith("METHOD:"))
    return "\r\n".join(line.replace("PARTSTAT=NEEDS-ACTION", "PARTSTAT=ACCEPTED") for line in kept)


def utc(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, tzutc())


def put_and_look(calendar: Any, files: list[str], searches: list[list[int]]) -> dict[str, Any]:
    for path in files:
        # Left alone, caldav raises the SEQUENCE, which is for the organiser to do.
        caldav.Event(calendar.client, data=accepted(path), parent=calendar).save(increase_seqno=False)
    return {
        "kept": [event.data for event in calendar.events()],
        "searches": [
            [
                start,
                end,
                [
                    event.vobject_instance.vevent.uid.value
                    for event in calendar.date_search(utc(start), utc(end), expand=False)
                ],
            ]
            for start, end in searches
        ],
    }


job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
client = caldav.DAVClient(job["url"], username="somebody", password="none")
diary = client.principal().make_calendar(name="diary")
print(json.dumps({name: put_and_look(diary, **run) for name, run in job["runs"].items()}))  # noqa: T201 - its result
