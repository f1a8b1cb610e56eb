"""Read when somebody is busy from their calendar, an .ics file as any calendar program exports it."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.availability import Diary
from ltsched.domain.spans import Spans
from ltsched.errors import Mistake, Notice
from ltsched.files.calendar_entries import Entry, Level, read_entry, read_periods
from ltsched.files.calendar_parts import CalendarPart, NotUnderstood, split_calendar
from ltsched.files.calendar_window import CalendarWindow
from ltsched.files.calendar_zones import CalendarZones
from ltsched.files.occurrences import Occurrence, occurrences
from ltsched.files.text import decode

__all__ = ["read_calendar"]

MOST_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 50_000
MOST_WORK = 2_000_000
"""For all repeating entries of a file together, as `recurrence_guard` counts it."""

MOST_MISTAKES = 20
"""Of one file; whoever exported it has one cause to look for."""

# Programs paste these into descriptions, which are not read; they say nothing about the rest of the file.
STRAY_CONTROLS = b"\x0b\x0c\x1c\x1d\x1e\x1f"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")

log = logging.getLogger(__name__)


def read_calendar(
    path: Path,
    relative: str,
    window: tuple[date, date],
    zone: ZoneInfo,
    mistakes: list[Mistake],
    notices: list[Notice],
) -> Diary:
    """Read the busy times of a calendar file.

    Titles, places and guests are private and are never looked at. Cancelled and transparent entries block nothing,
    tentative ones are if-needed, all others are busy.

    Parameters
    ----------
    path, relative
        The file, and what it is called in a mistake.
    window
        ``[first day, end day)``, local days in `zone`: only what touches it counts, and a rule may be endless.
    zone
        Where whole days and times without a zone are local.
    mistakes, notices
        What is wrong, and what is worth knowing, is added here.

    Returns
    -------
    Diary
        With `entries` the number of occurrences in the window; after mistakes, what could be read.
    """
    text = _read(path, relative, mistakes)
    if text is None:
        return Diary(has_calendar=True)
    try:
        parts = split_calendar(text)
    except NotUnderstood as error:
        mistakes.append(_mistake(error, relative, error.line))
        return Diary(has_calendar=True)
    found_before = len(notices)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries' remarks about calendars are not for users
        found = list(_read_parts(parts, relative, CalendarWindow(*window, zone), mistakes))
    log.debug("%s: %d busy times, %d notices", relative, len(found), len(notices) - found_before)
    return Diary(
        busy=Spans.of(span for level, span in found if level is Level.BUSY),
        if_needed=Spans.of(span for level, span in found if level is Level.IF_NEEDED),
        entries=len(found),
        has_calendar=True,
    )


def _read_parts(
    parts: list[CalendarPart], relative: str, window: CalendarWindow, mistakes: list[Mistake]
) -> Iterable[Occurrence]:
    zones = CalendarZones([part for part in parts if part.name == "VTIMEZONE"])
    series: dict[str, list[Entry]] = {}
    wrong: list[Mistake] = []
    for number, part in enumerate(part for part in parts if part.name != "VTIMEZONE"):
        if number == MOST_ENTRIES:
            hint = "Export the months of the review only"
            wrong.append(Mistake(relative, "", f"more than {MOST_ENTRIES:,} entries", "no diary has so many", hint))
        if number == MOST_ENTRIES or len(wrong) >= MOST_MISTAKES:
            break
        try:
            if part.name == "VFREEBUSY":
                for level, period in read_periods(part, zones, window.zone):
                    span = window.span(*period)
                    if span is not None:
                        yield level, span
            else:
                entry = read_entry(part, zones, window.zone)
                series.setdefault(entry.uid, []).append(entry)
        except NotUnderstood as error:
            wrong.append(_mistake(error, relative, part.line))
    work_left = MOST_WORK
    for entries in series.values():
        if len(wrong) >= MOST_MISTAKES:
            break
        try:
            found, work = occurrences(entries, window, work_left)
        except NotUnderstood as error:
            wrong.append(_mistake(error, relative, entries[0].line))
        except (ValueError, OverflowError, TypeError) as error:
            log.debug("%s, line %d: %s", relative, entries[0].line, type(error).__name__)
            told = NotUnderstood("", "the repetitions of this entry cannot be worked out", "expected RFC 5545")
            wrong.append(_mistake(told, relative, entries[0].line))
        else:
            work_left -= work
            yield from found
    mistakes.extend(sorted(wrong, key=lambda mistake: mistake.line or 0)[:MOST_MISTAKES])
    if len(wrong) >= MOST_MISTAKES:
        mistakes.append(Mistake(relative, "", f"{MOST_MISTAKES} mistakes or more", "the rest is not listed"))


def _read(path: Path, relative: str, mistakes: list[Mistake]) -> str | None:
    export = "expected an iCalendar file (.ics), as a calendar program exports it"
    try:
        if not path.is_file():  # a folder; or a pipe, which would never end
            mistakes.append(Mistake(relative, "", "it is not a file", export))
            return None
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        mistakes.append(Mistake(relative, "", f"it cannot be read ({error.strerror})", export))
        return None
    if len(data) > MOST_BYTES:
        found = f"it has more than {MOST_BYTES // 1024**2} MB"
        mistakes.append(Mistake(relative, "", found, "no diary is that large", "Export the months of the review only"))
        return None
    if not data.strip():
        mistakes.append(Mistake(relative, "", "the file is empty", export, "Delete it, or export the calendar again"))
        return None
    try:
        return decode(data if data.startswith(UTF_16_MARKS) else data.translate(None, STRAY_CONTROLS))
    except ValueError as error:
        mistakes.append(Mistake(relative, "", str(error), export))
        return None


def _mistake(error: NotUnderstood, relative: str, line: int | None) -> Mistake:
    return Mistake(relative, error.where, error.found, error.expected, error.hint, error.line or line)
