"""The values of RFC 5545: dates and times by their digits, lengths and rules by icalendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

__all__ = [
    "ExactLength",
    "Moment",
    "Period",
    "Rule",
    "day_in",
    "parse_length",
    "parse_moment",
    "parse_period",
    "parse_rule",
    "rule_text",
    "until_of",
]

Moment = date | datetime
"""A whole local day, or a time that carries its zone."""

Period = tuple[Moment, Moment]

Rule = dict[str, list[Any]]
"""The parts of an RRULE by name, each with its values: ``{"FREQ": ["WEEKLY"], "BYDAY": ["MO"]}``."""

ONE_DAY = timedelta(days=1)
# Also as ISO 8601 writes it, without seconds, and with an offset: what it means is clear.
MOMENT = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)"
    r"(?:[Tt ]\s*(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?\s*([Zz]|[+-]\d\d:?(?:\d\d)?)?)?",
    re.ASCII,
)
UNTIL = re.compile(r"(?:^|;)\s*UNTIL=([^;]*)", re.IGNORECASE)
DAY_AT_LEAST = re.compile(r"\d{4}-?\d\d-?\d\d", re.ASCII)


class ExactLength(timedelta):
    """A length of a day or more that is written in hours: it is counted by the clock (:rfc:`5545#section-3.3.6`)."""


def parse_moment(text: str) -> date | datetime:
    """Return a day, or a time: with its offset if it says one (``Z`` is UTC), otherwise without a zone.

    Raises
    ------
    ValueError
        It is neither, or there is no such day or time.
    """
    match = MOMENT.fullmatch(text.strip())
    if match is None:
        raise ValueError("neither a day nor a time")
    year, month, day, hour, minute, second, offset = match.groups()
    if hour is None:
        return date(int(year), int(month), int(day))
    clock = int(hour), int(minute), min(int(second or 0), 59)  # 60 is a leap second
    if clock == (24, 0, 0):
        return datetime(int(year), int(month), int(day), tzinfo=_zone(offset)) + ONE_DAY
    return datetime(int(year), int(month), int(day), *clock, tzinfo=_zone(offset))


def _zone(offset: str | None) -> timezone | None:
    if offset is None:
        return None
    if offset in "Zz":
        return UTC
    digits = offset[1:].replace(":", "").ljust(4, "0")
    length = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(-length if offset[0] == "-" else length)


def day_in(text: str) -> date | None:
    """Return the day with which `text` begins, whatever follows; None if it begins with none."""
    match = DAY_AT_LEAST.match(text.strip())
    try:
        return date.fromisoformat(match[0].replace("-", "")) if match else None
    except ValueError:
        return None


def parse_length(text: str) -> timedelta:
    """Return a length of time such as ``PT1H30M``; ValueError if it is none."""
    from icalendar.prop import vDuration

    parse: Callable[[str], timedelta] = vDuration.from_ical
    try:
        length = parse(text.strip())
    except (TypeError, IndexError, OverflowError) as error:
        raise ValueError("no length") from error
    in_hours = length >= timedelta(days=1) and not set("DdWw") & set(text)
    return ExactLength(seconds=length.total_seconds()) if in_hours else length


def parse_period(text: str) -> tuple[datetime, datetime | timedelta] | None:
    """Return the start and the end or the length of a period (``start/end``); None if it is none.

    Raises
    ------
    ValueError
        One of its halves is not understood.
    """
    first, slash, second = text.partition("/")
    if not slash:
        return None
    start = parse_moment(first)
    end = parse_length(second) if "P" in second.upper() else parse_moment(second)
    if not isinstance(start, datetime) or not isinstance(end, datetime | timedelta):
        raise ValueError("a day in a period")
    return start, end


def parse_rule(text: str) -> Rule:
    """Return the parts of a repeating rule; ValueError if it is none."""
    from icalendar.prop import vRecur

    parse: Callable[[str], Any] = vRecur.from_ical
    # Some end with a semicolon, some put blanks after one; the Gregorian calendar is what is meant anyway (RFC 7529).
    pieces = (piece.strip() for piece in text.split(";"))
    kept = ";".join(piece for piece in pieces if piece and piece.upper() != "RSCALE=GREGORIAN")
    until = UNTIL.search(kept)
    if until is not None:
        kept = (kept[: until.start()] + kept[until.end() :]).lstrip(";")
    try:
        rule = dict(parse(kept).items())
    except (TypeError, IndexError, OverflowError, AttributeError) as error:
        raise ValueError("no rule") from error
    if until is not None:
        if "UNTIL" in rule:
            raise ValueError("two ends")
        rule["UNTIL"] = [parse_moment(until[1])]
    return rule


def until_of(text: str) -> date | datetime | None:
    """Return the UNTIL of a rule, even of one that is not understood otherwise; None if there is none."""
    match = UNTIL.search(text)
    try:
        return parse_moment(match[1]) if match else None
    except (ValueError, OverflowError):
        return None


def rule_text(rule: Rule) -> str:
    """Return `rule` as RFC 5545 writes it."""
    from icalendar.prop import vRecur

    write: Callable[[], bytes] = vRecur(rule).to_ical
    return write().decode()
