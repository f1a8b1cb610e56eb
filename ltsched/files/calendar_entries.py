"""One entry of a calendar, a VEVENT: when it is, how it repeats, and how busy it makes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from zoneinfo import ZoneInfo

from ltsched.files.calendar_parts import CalendarPart, NotUnderstood
from ltsched.files.calendar_values import parse_line, parse_value
from ltsched.files.calendar_zones import CalendarZones

__all__ = ["Entry", "Level", "Moment", "Period", "read_entry", "read_periods"]

Moment = date | datetime
"""A whole local day, or a time that carries its zone."""

Period = tuple[Moment, Moment]
ONE_DAY = timedelta(days=1)
MOST_DATES = 200_000
"""In the RDATEs or EXDATEs of one entry."""

SEVERAL = frozenset(("RRULE", "RDATE", "EXDATE"))
"""What an entry may have several of (RFC 5545, 3.6.1: a second RRULE should not, but may); all of them are read."""


class Level(Enum):
    """How busy an entry makes."""

    BUSY = "busy"
    IF_NEEDED = "if-needed"
    FREE = "free"


@dataclass(frozen=True, slots=True)
class Entry:
    """A VEVENT; nothing in it says what it is about.

    Parameters
    ----------
    line
        Where it begins in the file.
    uid
        What entries of one series share; unique where the file has none.
    start, end
        Half-open; both days or both times.
    rules
        The text of its RRULEs.
    more, without
        Its RDATEs (a start, or a period) and EXDATEs.
    replaces
        The RECURRENCE-ID: the occurrence of the series that this entry stands for; None if it is the series itself.
    and_all_after
        It stands for the later ones, too.
    """

    line: int
    uid: str
    sequence: int
    level: Level
    start: Moment
    end: Moment
    rules: tuple[str, ...] = ()
    more: tuple[Moment | Period, ...] = ()
    without: tuple[Moment, ...] = ()
    replaces: Moment | None = None
    and_all_after: bool = False


SAYS_HOW_BUSY = ("STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS")


@dataclass(frozen=True, slots=True)
class _Property:
    name: str
    params: dict[str, str]
    value: str


def read_entry(part: CalendarPart, zones: CalendarZones, zone: ZoneInfo) -> Entry:
    """Return what a VEVENT says; times without a zone are local in `zone`.

    Raises
    ------
    NotUnderstood
        If it has no start, ends before it starts, has a value that is none, or says two things that do not agree.
    """
    properties = [_property(line) for line in part.lines]
    first: dict[str, _Property] = {}
    for prop in properties:
        said = first.setdefault(prop.name, prop)
        if said is not prop and said != prop and prop.name not in SEVERAL:
            raise NotUnderstood(prop.name, "it stands there twice, with different values", "expected one")
    if "EXRULE" in first:
        raise NotUnderstood("EXRULE", "a rule of exceptions stands there", "expected EXDATE; EXRULE is out of use")
    if "DTSTART" not in first:
        raise NotUnderstood("DTSTART", "the entry has no start", "expected a DTSTART")
    start = _moment(first["DTSTART"], zones, zone)
    replaced = first.get("RECURRENCE-ID")
    return Entry(
        line=part.line,
        uid=first["UID"].value if "UID" in first else f"line {part.line}",
        sequence=_sequence(first.get("SEQUENCE")),
        level=_level({name: first[name].value.strip().upper() for name in SAYS_HOW_BUSY if name in first}),
        start=start,
        end=_end(start, first.get("DTEND"), first.get("DURATION"), zones, zone),
        rules=tuple(dict.fromkeys(prop.value.strip() for prop in properties if prop.name == "RRULE")),
        more=_dates("RDATE", properties, zones, zone),
        without=tuple(moment for moment in _dates("EXDATE", properties, zones, zone) if isinstance(moment, date)),
        replaces=None if replaced is None else _moment(replaced, zones, zone),
        and_all_after=replaced is not None and replaced.params.get("RANGE", "").upper() == "THISANDFUTURE",
    )


def read_periods(part: CalendarPart, zones: CalendarZones, zone: ZoneInfo) -> list[tuple[Level, Period]]:
    """Return the periods of a VFREEBUSY; those that are free are left out.

    Raises
    ------
    NotUnderstood
        If one of them is no period, or ends before it starts.
    """
    found: list[tuple[Level, Period]] = []
    for line in part.lines:
        prop = _property(line)
        kind = prop.params.get("FBTYPE", "BUSY").upper()
        level = {"FREE": Level.FREE, "BUSY-TENTATIVE": Level.IF_NEEDED}.get(kind, Level.BUSY)
        for text in prop.value.split(","):
            value = _value(prop, text, zones, zone)
            if not isinstance(value, tuple):
                raise NotUnderstood("FREEBUSY", f"{text[:40]} stands there", "expected start/end or start/duration")
            if level is not Level.FREE:
                found.append((level, value))
    return found


def _property(line: str) -> _Property:
    if '"' in line:
        try:
            return _Property(*parse_line(line))
        except ValueError as error:
            name = line.partition(";")[0][:20]
            raise NotUnderstood(name, "a line that is no property stands there", "expected NAME:VALUE") from error
    # Without quotes, the first colon ends the parameters; the library takes ten times as long to find it.
    # Outlook writes TZID=tzone://Microsoft/Utc, which should have been in quotes.
    head, _, value = line.rpartition(":") if "=tzone:" in line.lower() else line.partition(":")
    name, *params = head.split(";")
    pairs = (param.partition("=") for param in params)
    return _Property(name.upper(), {key.upper(): text for key, _, text in pairs}, value)


def _moment(prop: _Property, zones: CalendarZones, zone: ZoneInfo) -> Moment:
    value = _value(prop, prop.value.strip(), zones, zone)
    if not isinstance(value, date):
        raise _no_moment(prop.name, prop.value)
    return value


def _value(prop: _Property, text: str, zones: CalendarZones, zone: ZoneInfo) -> Moment | Period:
    try:
        value = parse_value(text)
    except ValueError as error:
        raise _no_moment(prop.name, text) from error
    if isinstance(value, tuple):
        start = _placed(value[0], prop, text, zones, zone)
        try:
            end = _after(start, value[1]) if isinstance(value[1], timedelta) else value[1]
        except OverflowError as error:
            raise _no_moment(prop.name, text) from error
        end = _placed(end, prop, text, zones, zone)
        return start, _ordered(prop.name, start, end)
    return _placed(value, prop, text, zones, zone)


def _placed(value: object, prop: _Property, text: str, zones: CalendarZones, zone: ZoneInfo) -> Moment:
    """Give a time its zone: its own (UTC), the one that the property names, or that of the review."""
    if isinstance(value, datetime):
        if value.tzinfo is not None:
            return value.astimezone(UTC)
        name = prop.params.get("TZID", "").strip()
        return value.replace(tzinfo=zones.find(name) if name else zone)
    if isinstance(value, date):
        return value
    raise _no_moment(prop.name, text)


def _dates(name: str, properties: list[_Property], zones: CalendarZones, zone: ZoneInfo) -> tuple[Moment | Period, ...]:
    found: dict[Moment | Period, None] = {}
    for prop in properties:
        if prop.name == name and prop.value.strip():
            if prop.value.count(",") + len(found) > MOST_DATES:
                raise NotUnderstood(name, f"more than {MOST_DATES:,} dates", "no entry has so many")
            found.update((_value(prop, text, zones, zone), None) for text in prop.value.split(","))
    return tuple(found)


def _end(
    start: Moment, end: _Property | None, duration: _Property | None, zones: CalendarZones, zone: ZoneInfo
) -> Moment:
    """Return DTEND, or DTSTART and DURATION, or else the end of the day or no time at all (RFC 5545, 3.6.1)."""
    if end is not None and duration is not None:
        last, other = _end(start, end, None, zones, zone), _end(start, None, duration, zones, zone)
        if last != other:
            found = f"the entry ends at {_shown(last)} by its DTEND and at {_shown(other)} by its DURATION"
            raise NotUnderstood("DURATION", found, "expected one of them")
        return last
    if end is not None:
        last = _moment(end, zones, zone)
        if last == start and not isinstance(start, datetime):
            return start + ONE_DAY  # some programs write the last day, where the first day after it is meant
        return _ordered("DTEND", start, last)
    if duration is not None:
        try:
            length = parse_value(duration.value)
            if not isinstance(length, timedelta):
                raise ValueError("no length")
            return _ordered("DURATION", start, _after(start, length))
        except (ValueError, OverflowError) as error:
            found = f"{duration.value[:40]} stands there"
            raise NotUnderstood("DURATION", found, "expected a length such as PT1H30M") from error
    return start if isinstance(start, datetime) else start + ONE_DAY


def _after(start: Moment, length: timedelta) -> Moment:
    """Return `start` plus `length`: its days by the calendar, the rest by the clock, also where the clocks change."""
    if not isinstance(start, datetime):
        whole = start + timedelta(days=length.days)
        if length == timedelta(days=length.days):
            return whole
        raise ValueError("a day plus some hours is no day")
    moment = start + timedelta(days=length.days)
    rest = length - timedelta(days=length.days)
    return (moment.astimezone(UTC) + rest).astimezone(start.tzinfo) if rest else moment


def _ordered(name: str, start: Moment, end: Moment) -> Moment:
    if isinstance(start, datetime) != isinstance(end, datetime):
        expected = "expected both to be dates or both to be times"
        raise NotUnderstood(name, f"the entry starts at {_shown(start)} and ends at {_shown(end)}", expected)
    if end < start:
        expected = "expected an end that is not before the start"
        raise NotUnderstood(name, f"the entry starts at {_shown(start)} and ends at {_shown(end)}", expected)
    return end


def _level(values: dict[str, str]) -> Level:
    outlook = values.get("X-MICROSOFT-CDO-BUSYSTATUS")
    if values.get("STATUS") == "CANCELLED" or values.get("TRANSP") == "TRANSPARENT" or outlook == "FREE":
        return Level.FREE
    return Level.IF_NEEDED if "TENTATIVE" in (values.get("STATUS"), outlook) else Level.BUSY


def _sequence(prop: _Property | None) -> int:
    text = "" if prop is None else prop.value.strip()
    return int(text) if text.isdecimal() and len(text) < 10 else 0


def _no_moment(name: str, text: str) -> NotUnderstood:
    return NotUnderstood(name, f"{text.strip()[:40] or 'nothing'} stands there", "expected 20270301T093000 or 20270301")


def _shown(moment: Moment) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
