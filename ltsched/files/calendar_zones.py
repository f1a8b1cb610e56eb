"""Time zones as calendars name them: IANA names, Windows names, and what the file itself explains."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ltsched.files.calendar_parts import CalendarPart, NotUnderstood
from ltsched.files.recurrence_guard import check_happens, read_rule
from ltsched.files.zone_names import depends_on_the_machine

__all__ = ["CalendarZones"]

MOST_CHANGES = 500  # RDATEs of one VTIMEZONE; real ones that list every change have fewer than 200
MOST_HALVES = 100
UTC_NAMES = frozenset(("UTC", "Z", "TZONE://MICROSOFT/UTC"))
MOST_IN_CHANGE = {"BYMONTH": 1, "BYDAY": 1, "BYMONTHDAY": 7, "BYYEARDAY": 7, "BYWEEKNO": 1, "BYSETPOS": 1}
NEVER_IN_CHANGE = frozenset(("COUNT", "BYHOUR", "BYMINUTE", "BYSECOND"))
LONG_AGO = re.compile(r"^(DTSTART[^:]*:)(?:0\d|1[0-8])\d\d", re.IGNORECASE)
UNTIL_UTC = re.compile(r"(UNTIL=\d{8}T\d{6})Z", re.IGNORECASE)


class CalendarZones:
    """The time zones of one file.

    A known name (IANA, then Windows) goes before the file's own VTIMEZONE: what programs write there is often cut
    short. Nothing is shared between files, as two of them may mean different things by "Custom".

    Parameters
    ----------
    parts
        The VTIMEZONEs of the file.
    """

    def __init__(self, parts: list[CalendarPart]) -> None:
        self._own = {_value(part, "TZID"): part for part in parts}
        self._known: dict[str, tzinfo] = {}

    def find(self, name: str) -> tzinfo:
        """Return the zone `name`.

        Raises
        ------
        NotUnderstood
            If nobody knows it, or if the file explains it in a way that makes no sense.
        """
        if name not in self._known:
            self._known[name] = self._find(name)
        return self._known[name]

    def _find(self, name: str) -> tzinfo:
        own = self._own.get(name)
        known = _known_zone(name) or _known_zone(_value(own, "X-LIC-LOCATION") if own else "")
        if known is not None:
            return known
        if own is not None:
            return _explained_zone(own, name)
        # "/vendor.example/20190914_1/Europe/London": the end is a plain name.
        ends = name.strip("/").split("/")[1:] if name.startswith("/") else []
        for i in range(min(len(ends), 4)):
            known = _known_zone("/".join(ends[i:]))
            if known is not None:
                return known
        raise NotUnderstood(
            "TZID", f"the time zone {name[:80]!r} is unknown", "expected an IANA name such as Europe/London", ""
        )


def _known_zone(name: str) -> tzinfo | None:
    if name.upper() in UTC_NAMES:
        return UTC
    if depends_on_the_machine(name):
        return None
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows: Mapping[str, str] = WINDOWS_TO_OLSON
    try:
        return ZoneInfo(windows.get(name, name))
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a name that is a folder, or too long for one
        return None


def _explained_zone(part: CalendarPart, name: str) -> tzinfo:
    """Return the zone that a VTIMEZONE describes; it is checked first, as a wild rule in it would never end."""
    lines = ["BEGIN:VTIMEZONE", "TZID:own"]
    changes = 0
    for half in part.inner:
        lines.append(f"BEGIN:{half.name}")
        for line in half.lines:
            key, _, value = line.partition(":")
            changes += value.count(",") + 1 if key.upper().startswith("RDATE") else 0
            if key.upper() == "RRULE":
                _check_change(value, name, part.line)
            # dateutil takes no UNTIL in UTC here. Outlook's rules begin in 1601; the centuries cost time.
            lines.append(LONG_AGO.sub(r"\g<1>1972", UNTIL_UTC.sub(r"\1", line)))
        lines.append(f"END:{half.name}")
    lines.append("END:VTIMEZONE")
    if changes > MOST_CHANGES or len(part.inner) > MOST_HALVES:
        raise _senseless(name, part.line)
    try:
        return _zone("\n".join(lines))
    except Exception as error:  # dateutil raises whatever its parsing runs into
        raise _senseless(name, part.line) from error


def _check_change(text: str, name: str, line: int) -> None:
    """Make sure that a rule of a VTIMEZONE is one for a day in the year, as all real ones are."""
    try:
        rule = read_rule(text)
        check_happens(rule, datetime(1970, 1, 1))
    except NotUnderstood as error:
        raise _senseless(name, line) from error
    many = any(len(rule.get(part, ())) > most for part, most in MOST_IN_CHANGE.items())
    if rule["FREQ"] != ["YEARLY"] or rule.get("INTERVAL", [1]) != [1] or many or set(rule) & NEVER_IN_CHANGE:
        raise _senseless(name, line)


@functools.lru_cache(maxsize=32)  # the calendars of one house all bring the same
def _zone(block: str) -> tzinfo:
    from dateutil.tz import tzical

    zone = tzical(io.StringIO(block)).get()
    zone.utcoffset(datetime(2027, 1, 1))
    return _RememberedZone(zone)


class _RememberedZone(tzinfo):
    """A zone that remembers the offset of each day: working it out from rules takes a millisecond each time."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._offsets: dict[date, timedelta | None] = {}

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return the offset of a local time."""
        if moment is None:
            return None
        day = moment.date()
        if day not in self._offsets:
            first, last = (self._zone.utcoffset(datetime.combine(day, clock)) for clock in (time.min, time.max))
            self._offsets[day] = first if first == last else None
        known = self._offsets[day]
        return self._zone.utcoffset(moment.replace(tzinfo=None)) if known is None else known

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Return what is known of daylight saving time: nothing, as nobody asks."""
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        """Return a name to show."""
        return "own zone"

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local time of a moment in UTC."""
        return self._zone.fromutc(moment.replace(tzinfo=self._zone)).replace(tzinfo=self)


def _senseless(name: str, line: int) -> NotUnderstood:
    expected = "expected one with yearly rules for its changes, or an IANA name such as Europe/London"
    return NotUnderstood("VTIMEZONE", f"the time zone {name[:80]!r} cannot be understood", expected, line=line)


def _value(part: CalendarPart, name: str) -> str:
    for line in part.lines:
        key, _, value = line.partition(":")
        if key.partition(";")[0].upper() == name:
            return value.strip()
    return ""
