"""Local times of a table: ISO 8601, taken generously where the clocks change."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ltsched.domain.spans import minute_after, minute_before

__all__ = ["is_date", "parse_end", "parse_start"]

MOMENT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)"
    r"(?:[Tt ]\s*(?P<clock>\d{1,2}:\d\d(?::\d\d(?:\.\d{1,6})?)?)\s*(?P<offset>[Zz]|[+-]\d\d:?\d\d)?)?"
)
FIRST_YEAR, LAST_YEAR = 1970, 2199
FORM = "expected a date and time such as 2027-01-11 09:30, or a date"
ONE_DAY = timedelta(days=1)


def is_date(text: str) -> bool:
    """Return whether `text` looks like a date without a time."""
    found = MOMENT.fullmatch(text)
    return found is not None and found["clock"] is None


def parse_start(text: str, zone: ZoneInfo) -> int:
    """Return the minute (since the epoch) at which something that starts at `text` starts.

    A date means its first minute. A local time that exists twice, or not at all, means the earlier reading.

    Raises
    ------
    ValueError
        With what would be right.
    """
    day, moment = _parse(text)
    if moment is None:
        moment = datetime.combine(day, time())
    return min(minute_before(reading) for reading in _readings(moment, zone))


def parse_end(text: str, zone: ZoneInfo) -> int:
    """Return the minute (since the epoch) before which something that ends at `text` ends.

    A date is the last day, inclusive. A local time that exists twice, or not at all, means the later reading.

    Raises
    ------
    ValueError
        With what would be right.
    """
    day, moment = _parse(text)
    if moment is None:
        moment = datetime.combine(day + ONE_DAY, time())
    return max(minute_after(reading) for reading in _readings(moment, zone))


def _readings(moment: datetime, zone: ZoneInfo) -> list[datetime]:
    if moment.tzinfo is not None:
        return [moment]
    return [moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)]


def _parse(text: str) -> tuple[date, datetime | None]:
    found = MOMENT.fullmatch(text)
    if found is None:
        raise ValueError(FORM)
    try:
        day = date.fromisoformat(found["day"])
    except ValueError:
        raise ValueError("expected a date that exists") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    if found["clock"] is None:
        return day, None
    clock = found["clock"].zfill(len(found["clock"]) + (found["clock"][1] == ":"))
    offset = (found["offset"] or "").upper()
    if re.fullmatch(r"24:00(:00(\.0+)?)?", clock):  # ISO 8601 has it for the end of a day
        day, clock = day + ONE_DAY, "00:00"
    try:
        return day, datetime.fromisoformat(f"{day.isoformat()}T{clock}{offset}")
    except ValueError:
        raise ValueError("expected a time of day that exists") from None
