"""The parts of an iCalendar file that say when, each with the line on which it begins.

What an entry is called, where it is and who comes is private and is passed over before anything reads it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

__all__ = ["CalendarPart", "NotUnderstood", "split_calendar"]

TIMING = {
    "VEVENT": frozenset(
        {
            *("UID", "SEQUENCE", "STATUS", "TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS"),
            *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"),
        }
    ),
    "VFREEBUSY": frozenset(("FREEBUSY",)),
    "VTIMEZONE": frozenset(("TZID", "X-LIC-LOCATION")),
    # The two halves of a VTIMEZONE belong to it.
    "STANDARD": frozenset(("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE")),
    "DAYLIGHT": frozenset(("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE")),
}
"""The properties that are read, by component; all others are passed over."""

LINE_BREAK = re.compile(r"\r\n|\n|\r")
NAME = re.compile(r"[A-Za-z0-9-]+")
EXPORT_AGAIN = "Export the calendar again"


class NotUnderstood(Exception):
    """Something in a calendar that cannot be understood, in the words of a `Mistake`.

    `line` is None where the part that is being read tells the line.
    """

    def __init__(self, where: str, found: str, expected: str, hint: str = "", line: int | None = None) -> None:
        super().__init__(f"{where}: {found}; {expected}")
        self.where = where
        self.found = found
        self.expected = expected
        self.hint = hint
        self.line = line


@dataclass(slots=True)
class CalendarPart:
    """A component with its timing properties.

    `line` is that of its BEGIN, from 1. `lines` are unfolded content lines, in the order of the file; `inner` are the
    parts within it that are read too.
    """

    name: str
    line: int
    lines: list[str] = field(default_factory=list)
    inner: list[CalendarPart] = field(default_factory=list)


def split_calendar(text: str) -> list[CalendarPart]:
    """Return the events, free/busy tables and time zones of all calendars in `text`, in the order of the file.

    Raises
    ------
    NotUnderstood
        If there is no calendar in it, or one is not whole: then busy times would be missing.
    """
    found: list[CalendarPart] = []
    open_parts: list[CalendarPart] = []
    kept: list[str] | None = None  # the pieces of the property that is being read; None while one is passed over
    calendars = 0

    def keep() -> None:
        if kept is not None:
            whole = "".join(kept)
            if _name(whole) in TIMING.get(open_parts[-1].name, ()):
                open_parts[-1].lines.append(whole)

    for number, line in enumerate(LINE_BREAK.split(text), start=1):
        if line.startswith((" ", "\t")):
            if kept is not None:
                kept.append(line[1:])
            continue
        keep()
        kept = None
        name = _name(line)
        if name == "BEGIN":
            part = CalendarPart(line.partition(":")[2].strip().upper(), number)
            calendars += part.name == "VCALENDAR"
            if part.name in ("VEVENT", "VFREEBUSY", "VTIMEZONE"):
                found.append(part)
            elif part.name in TIMING and open_parts and open_parts[-1].name == "VTIMEZONE":
                open_parts[-1].inner.append(part)
            open_parts.append(part)
        elif name == "END":
            _close(open_parts, line.partition(":")[2].strip().upper(), number)
        elif open_parts and (name in TIMING.get(open_parts[-1].name, ()) or len(name) == len(line)):
            kept = [line]  # the latter perhaps: a line may be folded within its name
    keep()
    if not calendars:
        raise NotUnderstood("", "there is no BEGIN:VCALENDAR in it", "expected an iCalendar file (.ics)", EXPORT_AGAIN)
    if open_parts:
        begun = open_parts[0] if len(open_parts) == 1 else open_parts[1]
        found_end = f"the file ends within the {_shown(begun.name)} that begins here"
        raise NotUnderstood("", found_end, "it is not whole", EXPORT_AGAIN, begun.line)
    return found


def _name(line: str) -> str:
    match = NAME.match(line)
    return match[0].upper() if match else ""


def _close(open_parts: list[CalendarPart], name: str, line: int) -> None:
    if not open_parts or open_parts[-1].name != name:
        expected = f"expected END:{_shown(open_parts[-1].name)}" if open_parts else "nothing has begun there"
        raise NotUnderstood("", f"END:{_shown(name)} stands there", expected, EXPORT_AGAIN, line)
    open_parts.pop()


def _shown(name: str) -> str:
    return name if len(name) <= 20 and NAME.fullmatch(name) else "something"
