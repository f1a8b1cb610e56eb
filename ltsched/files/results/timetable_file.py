"""timetable.json: the result as a file that programs read."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.option import Kind
from ltsched.domain.timetable import Booking, Milestone, StageResult, Status, Timetable
from ltsched.files.disk.json_fields import Field, read_document

__all__ = [
    "FORMAT",
    "TIMETABLE_FILE",
    "read_timetable",
    "timetable_document",
    "timetable_json",
    "timetable_of",
]

FORMAT = 1
"""The number of the format; a file with another one is refused."""

TIMETABLE_FILE = "timetable.json"

_TOP = ("format", "reference", "option", "status", "stages", "bookings", "milestones", "measures", "warnings")
_STAGE = ("name", "unit", "value", "bound", "tolerance", "proven")
_BOOKING = ("activity", "kind", "title", "start", "end", "room", "attendees", "missing", "panel")
_SINCE = ("unseated",)
"""What a booking has had only since format 1 was first written: files without it are read."""
_TOP_SINCE = ("today", "rehearsal")
"""The same of the whole."""

_MILESTONE = ("id", "title", "date")


def timetable_json(timetable: Timetable) -> str:
    """Return the text of ``timetable.json``: times with the offset of the review's zone, to the minute."""
    return json.dumps(timetable_document(timetable), indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def timetable_document(timetable: Timetable) -> dict[str, object]:
    """Return what ``timetable.json`` holds, as JSON values."""
    return {
        "format": FORMAT,
        "reference": timetable.reference,
        "option": timetable.option,
        "status": timetable.status,
        "stages": [{name: getattr(stage, name) for name in _STAGE} for stage in timetable.stages],
        "bookings": [_booking_json(booking) for booking in timetable.bookings],
        "milestones": [
            {"id": milestone.id, "title": milestone.title, "date": milestone.date.isoformat()}
            for milestone in timetable.milestones
        ],
        "measures": dict(timetable.measures),
        "warnings": list(timetable.warnings),
        "today": None if timetable.today is None else timetable.today.isoformat(),
        "rehearsal": timetable.rehearsal,
    }


def _booking_json(booking: Booking) -> dict[str, object]:
    times = {"start": _minute(booking.start), "end": _minute(booking.end)}
    return {name: times.get(name, getattr(booking, name)) for name in (*_BOOKING, *_SINCE)}


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def read_timetable(path: Path, zone: ZoneInfo | None = None) -> Timetable:
    """Return the timetable in the file `path`, equal to the one that was written.

    Parameters
    ----------
    zone
        Put the times into this zone; the file knows only their offsets. None leaves them at these offsets, at which
        they show the right local time too.

    Raises
    ------
    InvalidReview
        The file cannot be read, is not a timetable, or is of another format; every mistake is told at once.
    """
    document = read_document(path, "a timetable", FORMAT, "Run `ltsched plan` first.")
    timetable = timetable_of(document, zone)
    document.check()
    return timetable


def timetable_of(document: Field, zone: ZoneInfo | None) -> Timetable:
    """Return the timetable in a document, or in a part of one; mistakes are added to its own."""
    top = document.fields(*_TOP, optional=_TOP_SINCE)
    today, rehearsal = top["today"], top["rehearsal"]
    return Timetable(
        reference=top["reference"].text(),
        option=top["option"].text(),
        status=top["status"].word(Status),
        stages=tuple(_stage(item) for item in top["stages"].items()),
        bookings=tuple(_booking(item, zone) for item in top["bookings"].items()),
        milestones=tuple(_milestone(item) for item in top["milestones"].items()),
        measures=top["measures"].numbers(),
        warnings=top["warnings"].texts(),
        today=None if today.value is None else today.day(),
        rehearsal=rehearsal.value is not None and rehearsal.yes_or_no(),
    )


def _stage(item: Field) -> StageResult:
    part = item.fields(*_STAGE)
    stage = StageResult(
        part["name"].text(),
        part["unit"].text(),
        part["value"].whole(),
        part["bound"].whole(),
        part["tolerance"].whole(),
    )
    if part["proven"].yes_or_no() is not stage.proven:
        part["proven"].wrong(f"expected {str(stage.proven).lower()}, as value, bound and tolerance say")
    return stage


def _booking(item: Field, zone: ZoneInfo | None) -> Booking:
    part = item.fields(*_BOOKING, optional=_SINCE)
    start, end = part["start"].moment(), part["end"].moment()
    if start.tzinfo and end.tzinfo and end <= start:
        part["end"].wrong("expected a time after the start")
    elif zone is not None and start.tzinfo and end.tzinfo:
        start, end = start.astimezone(zone), end.astimezone(zone)
    missing = part["missing"].texts()
    unseated = part["unseated"].texts()
    if set(unseated) - set(missing):
        part["unseated"].wrong("expected some of those who are missing")
    return Booking(
        activity=part["activity"].text(),
        kind=part["kind"].word(Kind),
        title=part["title"].text(),
        start=start,
        end=end,
        room=part["room"].text_or_none(),
        attendees=part["attendees"].texts(),
        missing=missing,
        panel=part["panel"].texts(),
        unseated=unseated,
    )


def _milestone(item: Field) -> Milestone:
    part = item.fields(*_MILESTONE)
    return Milestone(part["id"].text(), part["title"].text(), part["date"].day())
