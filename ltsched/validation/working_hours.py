"""The ``works`` cell of a person: ``Mon-Wed 09:00-17:00; Thu 09:00-12:30``."""

from __future__ import annotations

import re

from ltsched.domain.people import OFFICE_HOURS, WorkingHours
from ltsched.domain.spans import Spans
from ltsched.validation.shown import shown

__all__ = ["DAY_BY_NAME", "parse_working_hours"]

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAY_BY_NAME = {name: day for day, full in enumerate(WEEKDAYS) for name in (full, full[:3])} | {
    "tues": 1,
    "weds": 2,
    "thur": 3,
    "thurs": 3,
}
DASHES = re.compile("\\s*[-\u2010-\u2015\u2212]\\s*")
PATTERN = re.compile(r"(?P<days>[a-z,\s-]+?)\s*(?P<start>\d{1,2}:\d\d)-(?P<end>\d{1,2}:\d\d)")
MINUTES_A_DAY = 24 * 60
EXAMPLE = "expected days and hours, such as Mon-Wed 09:00-17:00; Thu 09:00-12:30"


def parse_working_hours(text: str) -> WorkingHours:
    """Return the weekly hours that `text` says; an empty text means Monday to Friday, 9:00 to 17:00.

    Patterns are separated by ``;`` and may overlap: their union counts. Days are names (``Mon``, ``Monday``), ranges
    (``Fri-Mon`` runs over the weekend) or lists separated by commas. ``24:00`` is allowed as an end.

    Raises
    ------
    ValueError
        With what was found and what would be right, separated by ``; ``.
    """
    if not text.strip():
        return OFFICE_HOURS
    worked: list[tuple[int, int]] = []
    for pattern in filter(None, map(str.strip, text.split(";"))):
        found = PATTERN.fullmatch(DASHES.sub("-", pattern.casefold()))
        if found is None:
            raise ValueError(f"{shown(pattern)}; {EXAMPLE}")
        start, end = _minutes(found["start"], pattern), _minutes(found["end"], pattern)
        if end <= start:
            raise ValueError(_backwards(pattern, start, end))
        worked += [(day * MINUTES_A_DAY + start, day * MINUTES_A_DAY + end) for day in _days(found["days"], pattern)]
    if not worked:
        raise ValueError(f"{shown(text)}; {EXAMPLE}")
    return WorkingHours(tuple(_by_day(Spans.of(worked))))


def _by_day(worked: Spans) -> list[tuple[int, int, int]]:
    """Cut minutes of the week at every midnight."""
    hours = []
    for start, end in worked:
        while start < end:
            day = start // MINUTES_A_DAY
            midnight = (day + 1) * MINUTES_A_DAY
            hours.append((day, start - day * MINUTES_A_DAY, min(end, midnight) - day * MINUTES_A_DAY))
            start = midnight
    return hours


def _minutes(clock: str, pattern: str) -> int:
    hours, minutes = map(int, clock.split(":"))
    if minutes > 59 or hours * 60 + minutes > MINUTES_A_DAY:
        raise ValueError(f"{shown(clock)} in {shown(pattern)} is no time of day; expected 00:00 to 24:00")
    return hours * 60 + minutes


def _backwards(pattern: str, start: int, end: int) -> str:
    if start == end:
        return f"{shown(pattern)} ends when it starts; {EXAMPLE}"
    if end == 0:
        return f"{shown(pattern)} ends before it starts; expected 24:00 for midnight as an end"
    return (
        f"{shown(pattern)} passes midnight; expected hours within one day "
        "(a shift is a busy time: put it in the calendar or in busy.csv)"
    )


def _days(text: str, pattern: str) -> list[int]:
    days: list[int] = []
    for part in text.split(","):
        ends = [_day(name, pattern) for name in part.split("-")]
        if len(ends) > 2:
            raise ValueError(f"{shown(pattern)}; {EXAMPLE}")
        length = (ends[-1] - ends[0]) % 7
        days += [(ends[0] + step) % 7 for step in range(length + 1)]
    return days


def _day(name: str, pattern: str) -> int:
    day = DAY_BY_NAME.get(name.strip())
    if day is None:
        raise ValueError(
            f"{shown(name.strip())} in {shown(pattern)} is no day; expected Mon, Tue, Wed, Thu, Fri, Sat or Sun"
        )
    return day
