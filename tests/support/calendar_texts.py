"""Calendars written by hand for the tests, and how they are read there."""

from __future__ import annotations

import tempfile
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.availability import Diary
from ltsched.domain.spans import Spans
from ltsched.errors import Mistake
from ltsched.files.calendars.owner import Owner
from ltsched.files.calendars.read import CalendarReading, read_calendar
from ltsched.files.calendars.series.window import CalendarWindow
from ltsched.files.calendars.syntax.doubts import Doubt

LONDON = ZoneInfo("Europe/London")
OWNER = Owner("p07", "N. Elderbrook", frozenset({"p07@agency.example"}))
WINDOW = (date(2027, 1, 1), date(2028, 1, 1))
LONDON_BLOCK = """BEGIN:VTIMEZONE
TZID:{name}
BEGIN:STANDARD
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE"""


def event(*lines: str) -> str:
    """Return a VEVENT with these lines."""
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def calendar(*parts: str) -> str:
    """Return a VCALENDAR with these parts, with the line ends of RFC 5545."""
    return "\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:test", *parts, "END:VCALENDAR", ""]).replace(
        "\n", "\r\n"
    )


def reading(
    text: str | bytes, *, window: tuple[date, date] = WINDOW, zone: ZoneInfo = LONDON, owner: Owner = OWNER
) -> tuple[CalendarReading, list[Mistake]]:
    """Read `text` as the calendar of p07."""
    mistakes: list[Mistake] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p07.ics"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        found = read_calendar(path, "calendars/p07.ics", CalendarWindow(*window, zone), owner, mistakes)
    return found, mistakes


def read(
    text: str | bytes, *, window: tuple[date, date] = WINDOW, zone: ZoneInfo = LONDON, owner: Owner = OWNER
) -> tuple[Diary, list[Doubt], list[Mistake]]:
    """Read `text` as the calendar of p07."""
    found, mistakes = reading(text, window=window, zone=zone, owner=owner)
    return found.diary, list(found.doubts), mistakes


def diary_of(*parts: str, zone: ZoneInfo = LONDON) -> Diary:
    """Read a calendar of these parts, of which everything must be understood."""
    found, mistakes = reading(calendar(*parts), zone=zone)
    assert mistakes == []
    assert found.doubts == ()
    assert found.unread == 0
    return found.diary


def doubts_of(*parts: str) -> list[Doubt]:
    """Return what is in doubt of a calendar of these parts, which is read all the same."""
    _, doubts, mistakes = read(calendar(*parts))
    assert mistakes == []
    return doubts


def local(spans: Spans, zone: ZoneInfo = LONDON) -> list[str]:
    """Return spans as readable local times: ``03-01 10:00 to 03-01 11:00``."""
    form = "%m-%d %H:%M"
    return [f"{start:{form}} to {end:{form}}" for start, end in spans.moments(zone)]


def busy(*pairs: tuple[datetime, datetime]) -> Spans:
    """Return the spans between pairs of times."""
    found = Spans()
    for start, end in pairs:
        found = found | Spans.between(start, end)
    return found
