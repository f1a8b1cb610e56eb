"""Read when somebody is busy from their calendar, an .ics file as any calendar program exports it."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Collection, Iterable
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
from ltsched.files.occurrences import Occurrence, TooMuchWork, occurrences
from ltsched.files.text import decode

__all__ = ["read_calendar"]

MOST_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 30_000
DATES_AN_ENTRY = 4
"""A further date of an entry (RDATE, EXDATE) takes a quarter of the time of an entry."""

MOST_WORK = 1_200_000
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
    own: Collection[str] = (),
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
    own
        UIDs of the review's own invitations: they are to be planned, and keep nobody from it.

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
    mistakes_before = len(mistakes)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries' remarks about calendars are not for users
        found = list(_read_parts(parts, relative, CalendarWindow(*window, zone), mistakes, own))
    if not found and len(mistakes) == mistakes_before:
        text = f"{relative} has no busy time from {window[0]} until {window[1]}: is it the right calendar, and recent?"
        notices.append(Notice(text, relative, path.stem))
    return Diary(
        busy=Spans.of(span for level, span in found if level is Level.BUSY),
        if_needed=Spans.of(span for level, span in found if level is Level.IF_NEEDED),
        entries=len(found),
        has_calendar=True,
    )


def _read_parts(
    parts: list[CalendarPart], relative: str, window: CalendarWindow, mistakes: list[Mistake], own: Collection[str]
) -> Iterable[Occurrence]:
    """Yield what the events and free/busy tables come to; a part that cannot be understood is told and left out."""
    wrong: dict[tuple[str, str, int | None], Mistake] = {}

    def tell(error: NotUnderstood, line: int) -> None:
        # A zone that is unknown is one mistake, however many entries use it.
        key = (error.where, error.found, None if error.where in ("TZID", "VTIMEZONE") else line)
        wrong.setdefault(key, _mistake(error, relative, line))

    zones = CalendarZones([part for part in parts if part.name == "VTIMEZONE"])
    series: dict[str, list[Entry]] = {}
    size = 0
    for part in parts:
        if part.name == "VTIMEZONE":
            continue
        try:
            if part.name == "VFREEBUSY":
                periods = read_periods(part, zones, window.zone)
                size += len(periods)
                for level, period in periods:
                    span = window.span(*period)
                    if span is not None:
                        yield level, span
            else:
                entry = read_entry(part, zones, window.zone)
                size += 1 + (len(entry.more) + len(entry.without)) // DATES_AN_ENTRY
                if entry.uid not in own:
                    series.setdefault(entry.uid, []).append(entry)
        except NotUnderstood as error:
            tell(error, part.line)
        if size > MOST_ENTRIES or len(wrong) >= MOST_MISTAKES:
            break
    if size > MOST_ENTRIES:
        hint = "Export the months of the review only"
        mistakes.append(Mistake(relative, "", f"more than {MOST_ENTRIES:,} entries", "no diary has so many", hint))
        return
    yield from _read_series(series.values(), window, tell, lambda: len(wrong) >= MOST_MISTAKES)
    mistakes.extend(sorted(wrong.values(), key=lambda mistake: mistake.line or 0)[:MOST_MISTAKES])
    if len(wrong) >= MOST_MISTAKES:
        mistakes.append(Mistake(relative, "", f"{MOST_MISTAKES} mistakes or more", "the rest is not listed"))


def _read_series(
    series: Iterable[list[Entry]],
    window: CalendarWindow,
    tell: Callable[[NotUnderstood, int], None],
    enough: Callable[[], bool],
) -> Iterable[Occurrence]:
    work_left = MOST_WORK
    for entries in series:
        line = entries[0].line
        if enough():
            return
        try:
            found, work = occurrences(entries, window, work_left)
        except TooMuchWork:
            expected = "expected fewer rules that repeat so often for so long"
            tell(NotUnderstood("RRULE", "up to here, the repetitions take too many steps", expected), line)
            return
        except NotUnderstood as error:
            tell(error, line)
        except (ValueError, OverflowError, TypeError) as error:  # from inside the libraries, and not foreseen here
            log.debug("line %d: %s", line, type(error).__name__)
            tell(NotUnderstood("", "the repetitions of this entry cannot be worked out", "expected RFC 5545"), line)
        else:
            work_left -= work
            yield from found


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
