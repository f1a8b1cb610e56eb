"""What a row of the table is: a calendar, the times that are right, and why; and the short writing of times."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from ltsched.domain.spans import Spans
from ltsched.files.calendars.owner import Owner
from tests.support.calendar_texts import LONDON, OWNER

YEAR = 2027
NL = "\r\n"


@dataclass(frozen=True)
class Case:
    """A calendar of p07, who lives in London and is asked about 2027.

    Parameters
    ----------
    name
        Says in a few words what is odd about it; no other row has it.
    text
        The file. Text is written as UTF-8.
    busy, if_needed
        The times that are right, as `spans` reads them; what is in both is busy.
    why
        Which rule says so, or which program writes it.
    doubt
        Whether a warning is due.
    unread
        How many entries cannot touch the months, and are only counted.
    aside
        How many times are told as left out: own bookings, and what the person has declined.
    owner
        Whose calendar it is.
    """

    name: str
    text: str | bytes
    busy: str
    why: str
    if_needed: str = ""
    doubt: bool = False
    unread: int = 0
    aside: int = 0
    owner: Owner = OWNER


def spans(text: str) -> Spans:
    """Read times of 2027 on the clock of London.

    ``06-07 10:00-11:00`` is an hour, ``06-07 22:00-06-08 02:00`` a night, ``06-07`` a whole day and ``06-07..06-11``
    five of them. Several days may share their hours: ``06-07 06-14 10:00-11:00``. Semicolons part what differs.
    """
    return Spans.of(pair for each in text.split(";") if each.strip() for pair in _pairs(each.split()))


def _pairs(words: list[str]) -> Iterable[tuple[int, int]]:
    days = [word for word in words if ":" not in word]
    hours = " ".join(words[len(days) :])
    if ":" in hours and " " in hours:  # a night: the end has a day of its own
        start, _, end = hours.partition("-")
        yield _minute(days[0], start), _minute(*end.split())
        return
    for day in days:
        if hours:
            start, _, end = hours.partition("-")
            yield _minute(day, start), _minute(day, end)
        else:
            first, _, last = day.partition("..")
            yield _midnight(first), _midnight(last or first, after=True)


def _minute(day: str, clock: str) -> int:
    return int(datetime.fromisoformat(f"{YEAR}-{day}T{clock}").replace(tzinfo=LONDON).timestamp()) // 60


def _midnight(day: str, *, after: bool = False) -> int:
    found = date.fromisoformat(f"{YEAR}-{day}") + timedelta(days=after)
    return int(datetime(found.year, found.month, found.day, tzinfo=LONDON).timestamp()) // 60


def told(found: Spans) -> list[str]:
    """Return spans as they are written here, so that a difference can be read."""
    return [f"{start:%m-%d %H:%M}-{end:%m-%d %H:%M}" for start, end in found.moments(LONDON)]


def block(name: str, *, standard: str = "+0000", daylight: str = "+0100", rule: str = "{}", fall: str = "02") -> str:
    """Return a VTIMEZONE with the summer time of Europe: by default that of London.

    Parameters
    ----------
    standard, daylight
        The offsets from UTC.
    rule
        How the two rules are written; ``{}`` stands for month and day, ``{hour}`` for the local hour.
    fall
        The local hour at which summer time ends; it begins an hour before.
    """
    spring = f"{int(fall) - 1:02}"
    last_sunday = "BYDAY=-1SU;BYMONTH={}"
    rules = [rule.replace("{hour}", str(int(hour))) for hour in (fall, spring)]
    autumn, summer = (each.replace("{}", last_sunday.format(m)) for each, m in zip(rules, (10, 3), strict=True))
    return "\n".join(
        (
            "BEGIN:VTIMEZONE",
            f"TZID:{name}",
            "BEGIN:STANDARD",
            f"DTSTART:19961027T{fall}0000",
            f"TZOFFSETFROM:{daylight}",
            f"TZOFFSETTO:{standard}",
            f"RRULE:FREQ=YEARLY;{autumn}",
            "END:STANDARD",
            "BEGIN:DAYLIGHT",
            f"DTSTART:19810329T{spring}0000",
            f"TZOFFSETFROM:{standard}",
            f"TZOFFSETTO:{daylight}",
            f"RRULE:FREQ=YEARLY;{summer}",
            "END:DAYLIGHT",
            "END:VTIMEZONE",
        )
    )


def fixed(name: str, offset: str) -> str:
    """Return a VTIMEZONE that has one offset all the year."""
    return "\n".join(
        (
            "BEGIN:VTIMEZONE",
            f"TZID:{name}",
            "BEGIN:STANDARD",
            "DTSTART:16010101T000000",
            f"TZOFFSETFROM:{offset}",
            f"TZOFFSETTO:{offset}",
            "END:STANDARD",
            "END:VTIMEZONE",
        )
    )


def hour(start: str = "20270607T100000", zone: str = "", *lines: str, uid: str = "1@x") -> str:
    """Return the VEVENT of an hour, in a zone or a local one."""
    name = f";TZID={zone}" if zone else ""
    end = f"{start[:9]}{int(start[9:11]) + 1:02}{start[11:]}"
    return "\n".join(
        (
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20270101T090000Z",
            f"DTSTART{name}:{start}",
            f"DTEND{name}:{end}",
            *lines,
            "END:VEVENT",
        )
    )


def days(first: str, end: str = "", *lines: str, uid: str = "1@x") -> str:
    """Return the VEVENT of whole days, ``[first, end)``."""
    return "\n".join(
        (
            "BEGIN:VEVENT",
            f"UID:{uid}",
            "DTSTAMP:20270101T090000Z",
            f"DTSTART;VALUE=DATE:{first}",
            *([f"DTEND;VALUE=DATE:{end}"] if end else []),
            *lines,
            "END:VEVENT",
        )
    )


TEN = "06-07 10:00-11:00"
"""The hour that `hour` writes where nothing else is said."""
