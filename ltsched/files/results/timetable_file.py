"""timetable.json: the result as a file that programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ltsched.domain.timetable import Booking, Change, Milestone, Timetable
from ltsched.files.disk.json_file import read_json, read_json_document

if TYPE_CHECKING:
    from ltsched.validation.timetable import BookingRow, ChangeRow, TimetablePart

__all__ = [
    "FORMAT",
    "booking_document",
    "read_timetable",
    "timetable_document",
    "timetable_json",
    "timetable_of",
]

FORMAT = 1
"""The number of the format; a file with another one is refused."""


_STAGE = ("name", "unit", "value", "bound", "tolerance", "proven")
_LEFT_OUT = ("activity", "title", "why", "cure")
_BOOKING = ("activity", "kind", "title", "start", "end", "room", "attendees", "missing", "panel", "unseated")


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
        "bookings": [booking_document(booking) for booking in timetable.bookings],
        "milestones": [
            {"id": milestone.id, "title": milestone.title, "date": milestone.date.isoformat()}
            for milestone in timetable.milestones
        ],
        "measures": dict(timetable.measures),
        "warnings": list(timetable.warnings),
        "today": None if timetable.today is None else timetable.today.isoformat(),
        "rehearsal": timetable.rehearsal,
        "changes": [_change_json(change) for change in timetable.changes],
        "told": list(timetable.told),
        "waiting": list(timetable.waiting),
        **({"chosen": timetable.chosen} if timetable.chosen else {}),
        **({"canonical": True} if timetable.canonical else {}),
        **({"partial": _partial_document(timetable)} if timetable.left_out else {}),
    }


def _partial_document(timetable: Timetable) -> dict[str, object]:
    """Return what the timetable leaves out, as JSON values."""
    left_out = [{name: getattr(one, name) for name in _LEFT_OUT} for one in timetable.left_out]
    return {"proven": timetable.most_kept, "left_out": left_out}


def _change_json(change: Change) -> dict[str, object]:
    return {
        "activity": change.activity,
        "kind": change.kind,
        "from": None if change.before is None else _minute(change.before),
        "to": None if change.after is None else _minute(change.after),
        "why": change.why,
    }


def booking_document(booking: Booking) -> dict[str, object]:
    """Return what ``timetable.json`` holds of one booking, as JSON values."""
    times = {"start": _minute(booking.start), "end": _minute(booking.end)}
    return {name: times.get(name, getattr(booking, name)) for name in _BOOKING}


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
    from ltsched.validation.timetable import TimetableDocument

    data = read_json(path, "a timetable", FORMAT, "Run `ltsched plan` first.")
    return timetable_of(read_json_document(TimetableDocument, path, data), zone)


def timetable_of(document: TimetablePart, zone: ZoneInfo | None) -> Timetable:
    """Return the timetable that a document, or a part of one, tells of."""
    return Timetable(
        reference=document.reference,
        option=document.option,
        status=document.status,
        stages=tuple(row.result for row in document.stages),
        bookings=tuple(_booking(row, zone) for row in document.bookings),
        milestones=tuple(Milestone(row.id, row.title, row.date) for row in document.milestones),
        measures=document.measures,
        warnings=document.warnings,
        today=document.today,
        rehearsal=document.rehearsal,
        changes=tuple(_change(row, zone) for row in document.changes),
        told=document.told,
        waiting=document.waiting,
        chosen=document.chosen,
        canonical=document.canonical,
        left_out=() if document.partial is None else tuple(row.left_out for row in document.partial.left_out),
        most_kept=document.partial is not None and document.partial.proven,
    )


def _booking(row: BookingRow, zone: ZoneInfo | None) -> Booking:
    found = Booking(**{name: getattr(row, name) for name in _BOOKING})
    return found if zone is None else replace(found, start=row.start.astimezone(zone), end=row.end.astimezone(zone))


def _change(row: ChangeRow, zone: ZoneInfo | None) -> Change:
    before, after = (at if at is None or zone is None else at.astimezone(zone) for at in (row.before, row.after))
    return Change(row.activity, row.kind, before, after, row.why)
