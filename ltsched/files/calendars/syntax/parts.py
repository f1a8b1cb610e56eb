"""The parts of an iCalendar file that say when, each with the line on which it begins.

What an entry is called, where it is and what is written to it is private and is passed over before anything reads it.
Of its subject and its categories only the kind of reason stays that their words tell, such as ``leave``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ltsched.domain.explaining.told_kind import LONGEST_LOOKED_AT, first_kind, told_kind
from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.calendars.syntax.lines import content_lines, decoded, plain_bytes

__all__ = ["CalendarPart", "is_travel", "split_calendar"]

TIMING = {
    "VCALENDAR": frozenset(("X-WR-TIMEZONE", "X-CALSTART", "X-CALEND", "X-CLIPSTART", "X-CLIPEND")),
    "VEVENT": frozenset(
        {
            *("UID", "SEQUENCE", "DTSTAMP", "CREATED", "LAST-MODIFIED", "STATUS", "TRANSP", "ATTENDEE"),
            *("X-MICROSOFT-CDO-BUSYSTATUS", "X-MICROSOFT-MSNCALENDAR-BUSYSTATUS", "X-MICROSOFT-CDO-ALLDAYEVENT"),
            *("DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "EXRULE", "RECURRENCE-ID"),
        }
    ),
    "VFREEBUSY": frozenset(("DTSTART", "DTEND", "DTSTAMP", "FREEBUSY")),
    "VTIMEZONE": frozenset(("TZID", "X-LIC-LOCATION")),
    # The two halves of a VTIMEZONE belong to it.
    "STANDARD": frozenset(("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE")),
    "DAYLIGHT": frozenset(("DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE", "RDATE")),
}
"""The properties that are read, by component; all others are passed over, but for travel times."""

TELLING = frozenset(("SUMMARY", "CATEGORIES"))
"""What of an entry tells the kind of reason that it is."""

MOST_TELLING_BYTES = 4 * LONGEST_LOOKED_AT

OUTERMOST = frozenset(("VEVENT", "VFREEBUSY", "VTIMEZONE", "VTODO", "VJOURNAL", "VAVAILABILITY"))
"""Components that lie in a calendar and in nothing else."""

HALVES = frozenset(("STANDARD", "DAYLIGHT"))
READ = frozenset(("VEVENT", "VFREEBUSY", "VTIMEZONE"))
KNOWN = OUTERMOST | HALVES | frozenset(("VCALENDAR", "VALARM", "AVAILABLE"))
NOTHING: frozenset[str] = frozenset()
MOST_DEPTH = 20
NAME = re.compile(rb"[A-Za-z0-9-]+")
EXPORT_AGAIN = "Export the calendar again"


def is_travel(name: str) -> bool:
    """Return whether a property says how long somebody travels to an entry, as Apple's X-APPLE-TRAVEL-DURATION."""
    return name.startswith("X-") and "TRAVEL" in name and ("DURATION" in name or "TIME" in name)


@dataclass(slots=True)
class CalendarPart:
    """A component with its timing properties.

    `line` is that of its BEGIN, from 1; `calendar` the number of its VCALENDAR in the file, from 0. `lines` are
    unfolded content lines, in the order of the file; `inner` are the parts within it that are read too. `damage` says
    what is wrong with its BEGIN or END; empty if nothing is. `kind` is the kind of reason that its subject and its
    categories tell, a row of the costs; empty if they tell none. `ended_at` is how many of its lines stand
    before an END that is not its own: what follows may be another part; None where there is no such END.
    """

    name: str
    line: int
    calendar: int = 0
    lines: list[str] = field(default_factory=list)
    inner: list[CalendarPart] = field(default_factory=list)
    damage: str = ""
    kind: str = ""
    ended_at: int | None = None


def split_calendar(data: bytes | str) -> list[CalendarPart]:
    """Return the calendars of a file with their events, free/busy tables and time zones, in the order of the file.

    A calendar comes before what lies in it. A BEGIN or an END that is missing costs no other entry: what stands
    without one becomes a part with `damage`.

    Raises
    ------
    NotUnderstood
        If there is no calendar in it, or one is not whole: then busy times would be missing.
    """
    reader = _Splitter()
    for number, line in content_lines(plain_bytes(data.encode(errors="replace") if isinstance(data, str) else data)):
        reader.take(number, line)
    return reader.finish()


class _Splitter:
    """Reads the lines of a file, one after the other."""

    def __init__(self) -> None:
        self.found: list[CalendarPart] = []
        self.open: list[CalendarPart] = []
        self.calendars = 0

    def take(self, number: int, line: bytes) -> None:
        match = NAME.match(line)
        name = str(match[0], "ascii").upper() if match else ""
        if name == "BEGIN":
            self._begin(line.partition(b":")[2].strip().decode(errors="replace").upper(), number)
        elif name == "END":
            self._end(line.partition(b":")[2].strip().decode(errors="replace").upper())
        elif self.open:
            self._keep(name, line, number)

    def _keep(self, name: str, line: bytes, number: int) -> None:
        part = self.open[-1]
        if part.name == "VCALENDAR" and name == "DTSTART":
            self._begin("VEVENT", number)  # its own BEGIN is missing
            part = self.open[-1]
            part.damage = "an entry begins without BEGIN:VEVENT"
        wanted = TIMING.get(part.name)
        if wanted is None:  # in a component of no known name lies, perhaps, an entry whose BEGIN is broken
            wanted = NOTHING if part.name in KNOWN else TIMING["VEVENT"]
        if name in wanted or (name[:2] == "X-" and part.name == "VEVENT" and is_travel(name)):
            part.lines.append(decoded(line))
        elif name in TELLING and wanted is TIMING["VEVENT"]:
            part.kind = first_kind(part.kind, _told(line))

    def _begin(self, name: str, number: int) -> None:
        if name in OUTERMOST:
            while self.open and self.open[-1].name != "VCALENDAR":
                self._close(f"it has no END:{_shown(self.open[-1].name)}")
        if name in HALVES and self.open and self.open[-1].name in HALVES:
            self.open.pop()
        if name == "VCALENDAR":
            if not self._in_calendar:
                self._close_all()
            elif self.open[-1].name != "VCALENDAR":
                self._cut(self.open[-1])
            self.calendars += 1
        part = CalendarPart(name, number, max(0, self.calendars - 1))
        if name in READ or name == "VCALENDAR":
            self.found.append(part)
        elif name in TIMING and self.open and self.open[-1].name == "VTIMEZONE":
            self.open[-1].inner.append(part)
        self.open.append(part)
        if len(self.open) > MOST_DEPTH or sum(each.name == "VCALENDAR" for each in self.open) > 1:
            self._cut(self.open[0])

    def _end(self, name: str) -> None:
        if any(part.name == name for part in self.open):
            if name == "VCALENDAR" and self.open[-1].name == "VEVENT" and not self.open[-1].damage:
                self.open[-1].damage = "it has no END:VEVENT"
            while self.open[-1].name != name:
                self._close(f"it has no END:{_shown(self.open[-1].name)}")
            self.open.pop()
        elif not self.open:
            return
        elif self.open[-1].name not in KNOWN:
            # BEGIN:VEVEMT … END:VEVENT: one of the two is broken.
            part = self.open.pop()
            if name in READ:
                part.damage = f"it begins with BEGIN:{_shown(part.name)}"
                part.name = name
                self.found.append(part)
        elif self.open[-1].name in READ:
            # BEGIN:VEVENT … END:VEVEMT, or an END with nothing to it: what follows may still belong to it.
            self.open[-1].damage = f"END:{_shown(name)} stands in it"
            self.open[-1].ended_at = len(self.open[-1].lines)

    @property
    def _in_calendar(self) -> bool:
        return any(part.name == "VCALENDAR" for part in self.open)

    def _close_all(self) -> None:
        while self.open:
            self._close(f"it has no END:{_shown(self.open[-1].name)}")

    def _close(self, damage: str) -> None:
        part = self.open.pop()
        if part.name in READ:
            part.damage = part.damage or damage
        elif part.name not in KNOWN and part.lines:
            part.damage = f"it begins with BEGIN:{_shown(part.name)}"
            part.name = "VEVENT"
            self.found.append(part)

    def _cut(self, begun: CalendarPart) -> None:
        found = f"the file ends within the {_shown(begun.name)} that begins here"
        if begun.name == "VCALENDAR" and len(self.open) > 1 and self.open[-1] is not begun:
            found = f"another {_shown(self.open[-1].name)} begins within the VCALENDAR that begins here"
        raise NotUnderstood("", found, "it is not whole", EXPORT_AGAIN, begun.line)

    def finish(self) -> list[CalendarPart]:
        if not self.calendars:
            expected = "expected an iCalendar file (.ics)"
            raise NotUnderstood("", "there is no BEGIN:VCALENDAR in it", expected, EXPORT_AGAIN)
        if not self._in_calendar:
            self._close_all()  # it began after the last calendar had ended: no calendar was cut short
        if self.open:
            begun = self.open[0] if len(self.open) == 1 else self.open[1]
            found = f"the file ends within the {_shown(begun.name)} that begins here"
            raise NotUnderstood("", found, "it is not whole", EXPORT_AGAIN, begun.line)
        return self.found


def _told(line: bytes) -> str:
    """Return the kind that the value of a line tells; whatever its bytes are, the words that tell are plain letters."""
    text = line.partition(b":")[2][:MOST_TELLING_BYTES].decode(errors="replace")
    return told_kind(text.replace("\\n", " ").replace("\\N", " "))


def _shown(name: str) -> str:
    return name if len(name) <= 20 and NAME.fullmatch(name.encode()) else "something"
