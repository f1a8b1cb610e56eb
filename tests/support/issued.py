"""A review in a folder, with a timetable and invitations, for what the commands do with them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from icalendar import Calendar

from ltsched.domain.timetable import Booking, Timetable
from ltsched.files.results.timetable_file import read_timetable
from ltsched.files.review.new_folder import write_new_folder
from ltsched.files.review.review_folder import read_review_folder
from ltsched.library.beginning import read_option
from ltsched.options.expand import expand
from ltsched.options.template import shipped_options
from tests.support.any_timetables import any_timetable
from tests.support.written import write_timetable

__all__ = ["change", "planned", "reply"]

COMMISSIONED = date(2027, 1, 11)
"""A Monday after the day on which all tests run."""


def planned(folder: Path, option: str = "full") -> Path:
    """Make a review in `folder` with a timetable in its ``out``; return the folder."""
    for name, data in _planned(option, COMMISSIONED).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


@cache
def _planned(option: str, start: date) -> Mapping[str, bytes]:
    """Return the files of a review with a timetable by their paths: made once, and put down as often as wanted."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "review"
        write_new_folder(folder, read_option(option), start, shipped_options())
        write_timetable(folder / "out", any_timetable(expand(read_review_folder(folder))))
        files = (path for path in folder.rglob("*") if path.is_file())
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def change(folder: Path, activity: str, **fields: object) -> Booking:
    """Change a booking of the timetable in `folder`, or take it away if no fields are given; return what it was."""
    timetable = read_timetable(folder / "out" / "timetable.json")
    before = timetable.booking(activity)
    after = (replace(before, **fields),) if fields else ()  # type: ignore[arg-type]  # any field of a booking
    bookings = [one for each in timetable.bookings for one in (after if each is before else (each,))]
    write_timetable(folder / "out", _with(timetable, bookings))
    return before


def _with(timetable: Timetable, bookings: list[Booking]) -> Timetable:
    return replace(timetable, bookings=tuple(sorted(bookings, key=lambda booking: booking.start)))


def reply(
    request: Path, partstat: str, into: Path, *, at: datetime, sender: str = "", later: timedelta | None = None
) -> Path:
    """Write the answer to the invitation in `request` as ``<name>.<partstat>.ics`` into the folder `into`.

    Whoever was invited answers, unless a `sender` is given; `later` proposes to be later by so much.
    """
    calendar: Any = Calendar.from_ical(request.read_bytes())
    (event,) = calendar.walk("VEVENT")
    calendar["METHOD"] = "REPLY" if later is None else "COUNTER"
    event["ATTENDEE"].params["PARTSTAT"] = partstat
    if sender:
        event["ATTENDEE"] = type(event["ATTENDEE"])(f"mailto:{sender}", params=event["ATTENDEE"].params)
    for name, value in (
        ("DTSTAMP", at),
        *((name, event[name].dt + (later or timedelta())) for name in ("DTSTART", "DTEND")),
    ):
        del event[name]
        event.add(name, value)
    into.mkdir(exist_ok=True)
    path = into / f"{request.stem}.{partstat.lower()}.ics"
    path.write_bytes(calendar.to_ical())
    return path
