"""Time zones as calendars name them: places, Windows names, and what the file itself explains."""

from __future__ import annotations

import functools
import io
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ltsched.files.calendars.syntax.doubts import Doubt, Hostile, NotUnderstood
from ltsched.files.calendars.syntax.guard import check_happens, read_rule
from ltsched.files.calendars.syntax.parts import CalendarPart
from ltsched.files.calendars.syntax.properties import read_property, zone_name
from ltsched.files.calendars.syntax.remembered_zone import RememberedZone
from ltsched.files.calendars.syntax.values import rule_text
from ltsched.files.calendars.syntax.zone_names import depends_on_the_machine, zone_names

__all__ = ["CalendarZones"]

MOST_CHANGES = 500  # RDATEs of one VTIMEZONE; real ones that list every change have fewer than 200
MOST_HALVES = 100
MOST_HALVES_IN_A_FILE = 500  # where they differ; each takes a millisecond or two
MOST_BLOCKS = 20  # of one name that are tried
UTC_NAMES = frozenset(("UTC", "Z", "TZONE://MICROSOFT/UTC"))
# Lotus repeats the hour and the minute of DTSTART in its rules.
MOST_IN_CHANGE = {
    "BYMONTH": 1,
    "BYDAY": 1,
    "BYMONTHDAY": 7,
    "BYYEARDAY": 7,
    "BYWEEKNO": 1,
    "BYSETPOS": 1,
    "BYHOUR": 1,
    "BYMINUTE": 1,
    "BYSECOND": 1,
}
LONG_AGO = re.compile(r"^(DTSTART[^:]*:)(?:0\d|1[0-8])\d\d", re.IGNORECASE)
OFFSET_NAME = re.compile(r"(?:UTC|GMT)?\s*([+-])(\d\d?):?(\d\d)?", re.IGNORECASE)
# "(UTC+01:00) Amsterdam, Berlin, Bern": what Windows shows to people in place of a name.
SHOWN_NAME = re.compile(r"\((?:UTC|GMT)\s*(?:[+-]\d\d?[:.]?\d\d)?\)\s*(.+)", re.IGNORECASE)
SHOWN_WITHOUT_CITY = {
    "coordinated universal time": "UTC",
    "west central africa": "Africa/Lagos",
    "atlantic time (canada)": "America/Halifax",
    "eastern time (us & canada)": "America/New_York",
    "central time (us & canada)": "America/Chicago",
    "mountain time (us & canada)": "America/Denver",
    "pacific time (us & canada)": "America/Los_Angeles",
}


class CalendarZones:
    """The time zones of one file.

    What a name means is asked in this order: a place that the zone database knows (Area/City, or the Windows name of
    one), as what programs write beside it is often cut short; the VTIMEZONE of its own VCALENDAR
    (:rfc:`5545#section-3.2.19`), also for GMT or EST; that of another one in the file; any other name that is known.
    Nothing is shared between files, as two of them may mean different things by "Custom".

    Parameters
    ----------
    parts
        The VCALENDARs and VTIMEZONEs of the file.
    zone
        The zone of the review, for names that nobody knows.
    """

    def __init__(self, parts: Sequence[CalendarPart], zone: ZoneInfo) -> None:
        self._zone = zone
        self._blocks: dict[tuple[int, str], CalendarPart] = {}
        self._by_name: dict[str, list[CalendarPart]] = {}
        self._names: dict[int, list[str]] = {}
        self._named: dict[int, str] = {}
        self._halves: dict[str, int] = {}
        for part in parts:
            if part.name == "VTIMEZONE":
                name = _value(part, "TZID")
                known = self._blocks.setdefault((part.calendar, name), part)
                if len(part.inner) > len(known.inner):
                    self._blocks[part.calendar, name] = part
            elif part.name == "VCALENDAR":
                self._named[part.calendar] = _value(part, "X-WR-TIMEZONE")
        for (number, name), block in self._blocks.items():
            self._by_name.setdefault(name, []).append(block)
            self._names.setdefault(number, []).append(name)
        self._found: dict[tuple[int, str], tuple[tzinfo, Doubt | None]] = {}
        self._homes: dict[int, tzinfo] = {}

    def find(self, name: str, calendar: int) -> tuple[tzinfo, Doubt | None]:
        """Return the zone `name` as the VCALENDAR number `calendar` means it.

        Where it is not known, or explained in a way that makes no sense, it is taken as that of the review, and a
        doubt says so.
        """
        key = calendar, zone_name(name)
        if key not in self._found:
            self._found[key] = self._find(*key)
        return self._found[key]

    def home(self, calendar: int) -> tzinfo:
        """Return the zone of the mailbox: what X-WR-TIMEZONE says, or the only VTIMEZONE; else that of the review."""
        if calendar not in self._homes:
            names = [self._named.get(calendar, "")]
            if not names[0]:
                names = self._names.get(calendar, [])
            zone, doubt = self.find(names[0], calendar) if len(names) == 1 and names[0] else (self._zone, None)
            self._homes[calendar] = zone if doubt is None else self._zone
        return self._homes[calendar]

    def _find(self, calendar: int, name: str) -> tuple[tzinfo, Doubt | None]:
        known = _place(name)
        if known is not None:
            return known, None
        wrong = None
        others = (part for part in self._by_name.get(name, [])[:MOST_BLOCKS] if part.calendar != calendar)
        for block in filter(None, (self._blocks.get((calendar, name)), *others)):
            located = _place(_value(block, "X-LIC-LOCATION"))
            if located is not None:
                return located, None
            if block.inner:
                try:
                    return self._explained_zone(block, name), None
                except Hostile:
                    raise
                except NotUnderstood as error:
                    wrong = error
        known = _known_zone(name) or _by_its_end(name) or _by_offset(name) or _by_city(name)
        if known is not None:
            return known, None
        found = wrong.found if wrong else f"the time zone {name[:80]!r} is unknown"
        return self._zone, Doubt("TZID", found, f"its times are taken as those of {self._zone.key}", 0)

    def _explained_zone(self, part: CalendarPart, name: str) -> tzinfo:
        """Return the zone that a VTIMEZONE describes."""
        text = _explanation(part, name)
        self._halves[text] = len(part.inner)
        if sum(self._halves.values()) > MOST_HALVES_IN_A_FILE:
            found = f"more than {MOST_HALVES_IN_A_FILE:,} changes of time zones are explained"
            raise Hostile("VTIMEZONE", found, "no calendar of a person has so many", line=part.line)
        try:
            return _zone(text)
        except Exception as error:  # dateutil raises whatever its parsing runs into
            raise _senseless(name, part.line) from error


def _place(name: str) -> tzinfo | None:
    """Return the zone of a place: ``Europe/London``, or a Windows name that stands for one."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows: Mapping[str, str] = WINDOWS_TO_OLSON
    full = windows.get(name, name)
    if "/" not in full or full.startswith(("/", "Etc/")):
        return None
    return _known_zone(full)


def _known_zone(name: str) -> tzinfo | None:
    if name.upper() in UTC_NAMES:
        return UTC
    if not name or depends_on_the_machine(name):
        return None
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: a name that is a folder, or too long for one
        other = _names_by_case().get(name.casefold())
        return ZoneInfo(other) if other else None


@functools.cache
def _names_by_case() -> Mapping[str, str]:
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows: Mapping[str, str] = WINDOWS_TO_OLSON
    names = zone_names()
    return {name.casefold(): full for name, full in windows.items() if full in names} | {
        name.casefold(): name for name in names
    }


def _by_its_end(name: str) -> tzinfo | None:
    """Return the zone of "/vendor.example/20190914_1/Europe/London": the end is a plain name."""
    ends = name.strip("/").split("/")[1:]
    for i in range(min(len(ends), 4)):
        known = _known_zone("/".join(ends[i:]))
        if known is not None and len(ends) - i > 1:
            return known
    return None


def _by_offset(name: str) -> tzinfo | None:
    """Return the zone of "UTC+01:00"."""
    match = OFFSET_NAME.fullmatch(name)
    if match is None:
        return None
    length = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-length if match[1] == "-" else length) if length < timedelta(hours=24) else None


def _by_city(name: str) -> tzinfo | None:
    """Return the zone of "(UTC+01:00) Amsterdam, Berlin", by the first city that has given one its name."""
    match = SHOWN_NAME.fullmatch(name)
    if match is None:
        return None
    full = SHOWN_WITHOUT_CITY.get(match[1].strip().casefold())
    if full is not None:
        return _known_zone(full)
    cities = {full.rpartition("/")[2].casefold(): full for full in zone_names() if "/" in full}
    for city in re.split("[,/]", match[1]):
        full = cities.get(city.strip().replace(" ", "_").casefold())
        if full is not None:
            return _place(full)
    return None


def _explanation(part: CalendarPart, name: str) -> str:
    """Return a VTIMEZONE as dateutil takes it; it is checked first, as a wild rule in it would never end."""
    lines = ["BEGIN:VTIMEZONE", "TZID:own"]
    changes = 0
    for half in part.inner:
        lines.append(f"BEGIN:{half.name}")
        for line in half.lines:
            key, _, value = line.partition(":")
            changes += value.count(",") + 1 if key.upper().startswith("RDATE") else 0
            if key.strip().upper() == "RRULE":
                lines.append(f"RRULE:{_change(value, name, part.line)}")
            elif key.upper().startswith("TZOFFSET"):
                lines.append(f"{key}:{value.replace(':', '')}")
            elif key.upper().startswith("DTSTART;"):  # some name the zone itself, which means nothing here
                lines.append(LONG_AGO.sub(r"\g<1>1972", f"DTSTART:{value}"))
            else:  # Outlook's rules begin in 1601; the centuries cost time
                lines.append(LONG_AGO.sub(r"\g<1>1972", line))
        lines.append(f"END:{half.name}")
    lines.append("END:VTIMEZONE")
    if changes > MOST_CHANGES or len(part.inner) > MOST_HALVES:
        raise _senseless(name, part.line)
    return "\n".join(lines)


def _change(text: str, name: str, line: int) -> str:
    """Return a rule of a VTIMEZONE as dateutil takes it; it must be one for a day in the year, as all real ones are."""
    try:
        rule = read_rule(text)
        check_happens(rule, datetime(1970, 1, 1))
    except NotUnderstood as error:
        raise _senseless(name, line) from error
    many = any(len(rule.get(part, ())) > most for part, most in MOST_IN_CHANGE.items())
    if rule["FREQ"] != ["YEARLY"] or rule.get("INTERVAL", [1]) != [1] or many:
        raise _senseless(name, line)
    until = rule.get("UNTIL", [None])[0]
    if isinstance(until, datetime):  # dateutil takes none in UTC here
        rule["UNTIL"] = [until.replace(tzinfo=None)]
    return rule_text(rule)


@functools.lru_cache(maxsize=32)  # the calendars of one house all bring the same
def _zone(block: str) -> tzinfo:
    from dateutil.tz import tzical

    zone = tzical(io.StringIO(block)).get()
    for month in (1, 7):  # an offset of a day or more is none
        datetime(2027, month, 1, tzinfo=zone).utcoffset()
    return RememberedZone(zone)


def _senseless(name: str, line: int) -> NotUnderstood:
    expected = "expected one with yearly rules for its changes, or an IANA name such as Europe/London"
    return NotUnderstood("VTIMEZONE", f"the time zone {name[:80]!r} cannot be understood", expected, line=line)


def _value(part: CalendarPart, name: str) -> str:
    for line in part.lines:
        prop = read_property(line, is_date=False)
        if prop is not None and prop.name == name:
            return zone_name(prop.value)
    return ""
