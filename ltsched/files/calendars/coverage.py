"""Over which days a calendar tells anything, and when it was written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta

from ltsched.domain.availability import Coverage
from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.series.occurrences import Occurrence
from ltsched.files.calendars.series.window import CalendarWindow
from ltsched.files.calendars.syntax.parts import CalendarPart
from ltsched.files.calendars.syntax.properties import read_property
from ltsched.files.calendars.syntax.values import parse_moment

__all__ = ["coverage_of"]

ONE_DAY = timedelta(days=1)
LEAST_YEAR, MOST_YEAR = 1900, 2199
STARTS = ("X-CALSTART", "X-CLIPSTART")
ENDS = ("X-CALEND", "X-CLIPEND")


def coverage_of(
    parts: Sequence[CalendarPart],
    entries: Sequence[Entry],
    found: Sequence[Occurrence],
    window: CalendarWindow,
    file_date: date,
) -> Coverage:
    """Return the days that a file covers: by X-CALSTART and X-CALEND (Outlook), by its free/busy tables, or entries.

    Where several calendars stand in it, the first begins and the last ends it. Without a word of the file it ends with
    its last entry.
    """
    said = [_said(part, window) for part in parts if part.name in ("VCALENDAR", "VFREEBUSY")]
    firsts = [first for first, _ in said if first is not None]
    ends = [end for _, end in said if end is not None]
    stamp = max(_stamps(parts, entries), default=None)
    written = file_date if stamp is None else _day(stamp, window)
    if ends:
        return Coverage(min(firsts, default=None), max(ends), said=True, written=written)
    days = [_ends(entry, window) for entry in entries if not entry.rules]
    if found:
        last = max(each.span[1] for each in found)
        days.append(_day_after(datetime.fromtimestamp(last * 60, UTC), window))
    return Coverage(min(firsts, default=None), max(days, default=None), written=written)


def _said(part: CalendarPart, window: CalendarWindow) -> tuple[date | None, date | None]:
    names = (STARTS, ENDS) if part.name == "VCALENDAR" else (("DTSTART",), ("DTEND",))
    values: dict[str, date] = {}
    for line in part.lines:
        prop = read_property(line, is_date=True)
        if prop is not None and prop.name in (*names[0], *names[1]):
            try:
                values.setdefault(prop.name, _in_our_time(parse_moment(prop.value)))
            except (ValueError, OverflowError):
                continue
    first = next((values[name] for name in names[0] if name in values), None)
    end = next((values[name] for name in names[1] if name in values), None)
    return (
        None if first is None else _day(first, window),
        None if end is None else _day_after(end, window) if isinstance(end, datetime) else end + ONE_DAY,
    )


def _day(moment: date, window: CalendarWindow) -> date:
    if not isinstance(moment, datetime):
        return moment
    return (moment.astimezone(window.zone) if moment.tzinfo is not None else moment).date()


def _day_after(end: datetime, window: CalendarWindow) -> date:
    """Return the first day of which nothing lies before `end`, in local time."""
    local = end.astimezone(window.zone) if end.tzinfo is not None else end
    return local.date() if local.time() == time() else local.date() + ONE_DAY


def _ends(entry: Entry, window: CalendarWindow) -> date:
    end = _in_our_time(entry.end)
    return _day_after(end, window) if isinstance(end, datetime) else end


def _in_our_time(moment: date) -> date:
    """Return a day or a time; one that is far off, where not every zone has every time, as a day of our centuries."""
    if moment.year > MOST_YEAR:
        return date(MOST_YEAR, 12, 31)
    return date(LEAST_YEAR, 1, 1) if moment.year < LEAST_YEAR else moment


def _stamps(parts: Iterable[CalendarPart], entries: Iterable[Entry]) -> list[datetime]:
    found = [entry.changed for entry in entries if entry.changed is not None]
    for part in parts:
        if part.name == "VFREEBUSY":
            for line in part.lines:
                prop = read_property(line, is_date=True)
                if prop is not None and prop.name == "DTSTAMP":
                    try:
                        moment = parse_moment(prop.value)
                    except (ValueError, OverflowError):
                        continue
                    if isinstance(moment, datetime):
                        found.append(moment)
    return [stamp for stamp in found if LEAST_YEAR <= stamp.year <= MOST_YEAR]
