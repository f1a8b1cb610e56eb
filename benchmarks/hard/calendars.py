"""Some of the diaries as calendar files instead of rows of busy.csv, so that reading them is measured as well."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta

__all__ = ["Row", "calendar_files"]

Row = tuple[str, str, str, str]
"""A row of busy.csv: id, start, end, level."""

ZONE = "Europe/London"


def calendar_files(rows: Collection[Row], ids: Collection[str], first: date, weeks: int) -> dict[str, bytes]:
    """Return a calendar for each of `ids` with what `rows` says of them, by path.

    Each also has a meeting of every week from the week of `first` for so many weeks, at eight in the morning, which
    takes nothing from a working day.
    """
    return {f"calendars/{who}.ics": _calendar(who, rows, first, weeks) for who in ids}


def _calendar(who: str, rows: Collection[Row], first: date, weeks: int) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Made up//Hard instances//EN"]
    begin = datetime.combine(first, datetime.min.time()) + timedelta(hours=8)
    series = [_moment("DTSTART", begin.isoformat()), _moment("DTEND", (begin + timedelta(minutes=45)).isoformat())]
    lines += _event(f"{who}-every-week", [*series, f"RRULE:FREQ=WEEKLY;COUNT={weeks}"])
    for number, (_, start, end, level) in enumerate((row for row in rows if row[0] == who), 1):
        if "T" not in start:
            # The end of a whole day is the day after it.
            until = date.fromisoformat(end or start) + timedelta(days=1)
            times = [f"DTSTART;VALUE=DATE:{start.replace('-', '')}", f"DTEND;VALUE=DATE:{until:%Y%m%d}"]
        else:
            times = [_moment("DTSTART", start), _moment("DTEND", end)]
        lines += _event(f"{who}-{number}", [*times, f"STATUS:{'TENTATIVE' if level else 'CONFIRMED'}"])
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _event(uid: str, lines: list[str]) -> Iterator[str]:
    yield from ("BEGIN:VEVENT", f"UID:{uid}@partnership.example", "DTSTAMP:20270101T090000Z")
    yield from (*lines, "TRANSP:OPAQUE", "END:VEVENT")


def _moment(name: str, text: str) -> str:
    return f"{name};TZID={ZONE}:{datetime.fromisoformat(text):%Y%m%dT%H%M%S}"
