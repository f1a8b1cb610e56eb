"""Read when somebody is busy from their calendar, an .ics file as any calendar program exports it."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from ltsched.domain.availability import Diary, DiaryTime, Level
from ltsched.domain.explaining.told_kind import kind_at
from ltsched.errors import Mistake
from ltsched.files.calendars.coverage import coverage_of
from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.entry.levels import Busyness
from ltsched.files.calendars.entry.read import read_entries
from ltsched.files.calendars.free_busy import read_periods
from ltsched.files.calendars.own import own_parts
from ltsched.files.calendars.own_merged import Part
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.series.occurrences import Expansion, Occurrence, expand
from ltsched.files.calendars.series.reach import reaches
from ltsched.files.calendars.series.versions import series_of
from ltsched.files.calendars.series.window import CalendarWindow
from ltsched.files.calendars.syntax.doubts import Doubt, Hostile, NotUnderstood
from ltsched.files.calendars.syntax.moments import Place
from ltsched.files.calendars.syntax.parts import CalendarPart, split_calendar
from ltsched.files.calendars.syntax.zones import CalendarZones

__all__ = ["CalendarReading", "read_calendar"]

MOST_BYTES = 20 * 1024 * 1024
MOST_ENTRIES = 30_000
DATES_AN_ENTRY = 4
"""A further date of an entry (RDATE, EXDATE) takes a quarter of the time of an entry."""

MOST_WORK = 1_200_000
"""For all repeating entries of a file together, as `guard` counts it."""

EXPORT_LESS = "Export the months of the review only"

log = logging.getLogger(__name__)


@dataclass(slots=True)
class CalendarReading:
    """What was read of a calendar file.

    Parameters
    ----------
    diary
        The times in the window, and what the file covers.
    doubts
        What was not understood of entries that may touch the window, in the order of the file.
    unread
        How many entries that cannot touch it were not understood.
    whole_days_free
        The days, ``[first, end)``, of whole-day entries that are shown as free and may be leave.
    """

    diary: Diary = field(default_factory=lambda: Diary(has_calendar=True))
    doubts: tuple[Doubt, ...] = ()
    unread: int = 0
    whole_days_free: tuple[tuple[date, date], ...] = ()


def read_calendar(
    path: Path, relative: str, window: CalendarWindow, owner: Owner, mistakes: list[Mistake]
) -> CalendarReading:
    """Read the busy times of a calendar file.

    Places and notes are private and are never looked at; of subjects and categories nothing stays but the kind of
    reason that their words tell. What is not understood of an entry is a doubt, and what is known of its time is busy.

    Parameters
    ----------
    path, relative
        The file, and what it is called in a mistake.
    window
        The time that counts; a rule may be endless.
    owner
        Whose calendar it is.
    mistakes
        A file that is no calendar, is not whole, or is larger than any person's is added here.
    """
    data = _read(path, relative, mistakes)
    if data is None:
        return CalendarReading()
    try:
        parts = split_calendar(data)
    except NotUnderstood as error:
        mistakes.append(_mistake(error, relative))
        return CalendarReading()
    reader = _Reader(parts, relative, window, owner)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the libraries' remarks about calendars are not for users
        try:
            reader.read()
        except Hostile as error:
            mistakes.append(_mistake(error, relative))
    return reader.reading(date.fromtimestamp(path.stat().st_mtime))


class _Reader:
    """Reads the parts of one file."""

    def __init__(self, parts: list[CalendarPart], relative: str, window: CalendarWindow, owner: Owner) -> None:
        self.parts = parts
        self.relative = relative
        self.window = window
        self.owner = owner
        self.zones = CalendarZones(parts, window.zone)
        self.entries: list[Entry] = []
        self.found: list[Occurrence] = []
        self.doubts: list[Doubt] = []
        self.unread = 0
        self.size = 0

    def read(self) -> None:
        place = Place(self.zones, self.window.zone)
        for part in self.parts:
            if part.name == "VFREEBUSY":
                periods, doubts = read_periods(part, place)
                self.size += len(periods)
                self.doubts += doubts
                self._add_periods(part, periods)
            elif part.name == "VEVENT":
                self._read_event(part, place)
            if self.size > MOST_ENTRIES:
                found = f"more than {MOST_ENTRIES:,} entries"
                raise Hostile("", found, "no diary has so many", EXPORT_LESS)
        self._expand()

    def _read_event(self, part: CalendarPart, place: Place) -> None:
        self.size += 1
        try:
            entries = read_entries(part, place, self.owner.addresses)
        except Hostile as error:
            error.line = error.line or part.line
            raise
        except NotUnderstood as error:
            self.doubts.append(Doubt(error.where, error.found, "nothing is known of its time", part.line))
        except (ValueError, OverflowError, TypeError) as error:  # from inside the libraries, and not foreseen here
            log.debug("line %d: %s", part.line, type(error).__name__)
            self.doubts.append(Doubt("", "it cannot be read", "nothing is known of its time", part.line))
        else:
            self.size += sum(len(entry.more) + len(entry.without) for entry in entries) // DATES_AN_ENTRY
            self.entries += entries

    def _add_periods(self, part: CalendarPart, periods: Iterable[tuple[Level, tuple[datetime, datetime]]]) -> None:
        for level, (start, end) in periods:
            span = self.window.span(start, end)
            if span is not None:
                self.found.append(Occurrence(Busyness(level), span, span, part.line, whole_days=False))

    def _expand(self) -> None:
        by_uid: dict[str, list[Entry]] = {}
        for number, entry in enumerate(self.entries):
            by_uid.setdefault(entry.uid or f"\n{number}", []).append(entry)
        work = 0
        for entries in by_uid.values():
            expansion = self._expansion(entries)
            self.found += expansion.occurrences
            work += expansion.work
            self._tell(entries, expansion.doubts)
            if work > MOST_WORK:
                found = "up to here, the repetitions take too many steps"
                expected = "expected fewer rules that repeat so often for so long"
                raise Hostile("RRULE", found, expected, EXPORT_LESS, entries[0].line)

    def _expansion(self, entries: list[Entry]) -> Expansion:
        try:
            series = series_of(entries)
            expansion = expand(series, self.window)
            expansion.doubts += series.doubts
        except Hostile as error:
            error.line = error.line or entries[0].line
            raise
        except (NotUnderstood, ValueError, OverflowError, TypeError) as error:  # not foreseen here
            log.debug("line %d: %s", entries[0].line, type(error).__name__)
            return _by_themselves(entries, self.window)
        return expansion

    def _tell(self, entries: list[Entry], doubts: list[Doubt]) -> None:
        """Take down the doubts about entries that may touch the window, and count the others."""
        with_doubts = [entry for entry in entries if entry.doubts]
        told = {entry.line for entry in entries if reaches(entry, self.window)} if with_doubts or doubts else set()
        self.unread += sum(entry.line not in told for entry in with_doubts)
        self.doubts += [doubt for entry in with_doubts if entry.line in told for doubt in entry.doubts]
        if any(entry.line in told for entry in entries):
            self.doubts += doubts
        else:
            self.unread += len(doubts)

    def reading(self, file_date: date) -> CalendarReading:
        """Return what was read; `file_date` is the day on which the file was written."""
        own = own_parts(self.found, self.entries, self.parts, self.owner)
        times = [time for i, each in enumerate(self.found) for time in self._times(each, own.get(i, ()))]
        free = sorted(
            {
                (self._day(each.span[0]), self._day(each.span[1] - 1, after=True))
                for i, each in enumerate(self.found)
                if each.busy.asked and i not in own
            }
        )
        coverage = coverage_of(self.parts, self.entries, self.found, self.window, file_date)
        diary = Diary.of(tuple(times), has_calendar=True, coverage=coverage)
        ordered = sorted(dict.fromkeys(self.doubts), key=lambda doubt: doubt.line)
        return CalendarReading(diary, tuple(ordered), self.unread, tuple(free))

    def _times(self, each: Occurrence, own: Sequence[Part]) -> Iterator[DiaryTime]:
        """Yield a time of the calendar; in its parts, where it has own bookings in it."""
        source = f"{self.relative}:{each.line}"
        for part in own:
            level = each.busy.level if part.stays else Level.FREE
            yield DiaryTime(*part.span, level, source, part.why, kind_at(level, each.kind))
        level, why = each.busy.level, each.busy.why
        if own:
            return
        if each.busy.asked:
            level, why = self.owner.all_day_free or Level.IF_NEEDED, "whole day shown as free"
        elif level is Level.FREE and not why:
            return
        yield DiaryTime(*each.span, level, source, why, kind_at(level, each.kind))

    def _day(self, minute: int, *, after: bool = False) -> date:
        day = datetime.fromtimestamp(minute * 60, UTC).astimezone(self.window.zone).date()
        return date.fromordinal(day.toordinal() + 1) if after else day


def _by_themselves(entries: Iterable[Entry], window: CalendarWindow) -> Expansion:
    """Return the entries without their repetitions, which could not be worked out."""
    found = Expansion()
    for entry in entries:
        span = window.span(entry.start, entry.end)
        if span is not None and entry.busy.level is not Level.FREE:
            found.occurrences.append(Occurrence(entry.busy, span, span, entry.line, entry.whole_days, entry.kind))
        said = "the repetitions of this entry cannot be worked out"
        found.doubts.append(Doubt("", said, "only its start is taken as busy", entry.line))
    return found


def _read(path: Path, relative: str, mistakes: list[Mistake]) -> bytes | None:
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
        mistakes.append(Mistake(relative, "", found, "no diary is that large", EXPORT_LESS))
        return None
    if not data.strip():
        mistakes.append(Mistake(relative, "", "the file is empty", export, "Delete it, or export the calendar again"))
        return None
    return data


def _mistake(error: NotUnderstood, relative: str) -> Mistake:
    return Mistake(relative, error.where, error.found, error.expected, error.hint, error.line)
