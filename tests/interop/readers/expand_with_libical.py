"""Expand the entries of calendars with libical (Evolution, GNOME Calendar): when somebody is not free, in seconds.

Days and times without a zone are told as if they were in UTC, after an "f"; who asks knows where they are local.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import gi

gi.require_version("ICalGLib", "3.0")
from gi.repository import ICalGLib as ICal  # noqa: E402 - the version has to be said first

CALENDAR, EVENT = ICal.ComponentKind.VCALENDAR_COMPONENT, ICal.ComponentKind.VEVENT_COMPONENT


def parts(component: Any, kind: Any) -> list[Any]:
    found = []
    each = component.get_first_component(kind)
    while each is not None:
        found.append(each)
        each = component.get_next_component(kind)
    return found


def value(component: Any, kind: Any) -> str:
    found = component.get_first_property(kind)
    return found.get_value_as_string().upper() if found is not None else ""


def seconds(moment: Any) -> int:
    return int(moment.as_timet_with_zone(moment.get_timezone()))


def spans(events: list[Any], job: dict[str, Any]) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    kinds = ICal.PropertyKind
    moved = {
        (event.get_uid(), seconds(event.get_recurrenceid()))
        for event in events
        if value(event, kinds.RECURRENCEID_PROPERTY)
    }
    for event in events:
        free = (
            value(event, kinds.TRANSP_PROPERTY) == "TRANSPARENT" or value(event, kinds.STATUS_PROPERTY) == "CANCELLED"
        )
        start, end = event.get_dtstart(), event.get_dtend()
        mark = "f" if start.get_timezone() is None or start.is_date() else ""
        if free:
            continue
        if value(event, kinds.RECURRENCEID_PROPERTY):
            found.append((mark, seconds(start), seconds(end)))
            continue

        length = seconds(end) - seconds(start) if start.is_date() else None  # its own spans of days are a day too long

        def add(
            _: Any, span: Any, *__: Any, uid: str = event.get_uid(), mark: str = mark, length: int | None = length
        ) -> None:
            begin = span.get_start()
            if (uid, begin) not in moved:
                found.append((mark, begin, span.get_end() if length is None else begin + length))

        first = ICal.Time.new_from_string(job["from"])
        last = ICal.Time.new_from_string(job["to"])
        event.foreach_recurrence(first, last, add)
    return found


def read(path: str, job: dict[str, Any]) -> Any:
    try:
        whole = ICal.Component.new_from_string(Path(path).read_bytes().decode(errors="surrogateescape"))
    except (UnicodeError, TypeError, ValueError) as error:
        return type(error).__name__
    if whole is None:
        return "nothing"
    calendars = [whole] if whole.isa() == CALENDAR else parts(whole, CALENDAR)
    return [span for each in calendars for span in spans(parts(each, EVENT), job)]


job = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
print(json.dumps({path: read(path, job) for path in job["files"]}))  # noqa: T201 - its result
