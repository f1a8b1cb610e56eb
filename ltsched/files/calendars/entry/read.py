"""Read the entries of a calendar, its VEVENTs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from ltsched.files.calendars.entry.ends import ONE_DAY, with_length
from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.entry.levels import busyness, out_of_office
from ltsched.files.calendars.entry.times import start_and_end
from ltsched.files.calendars.syntax.doubts import Doubt, Hostile, NotUnderstood
from ltsched.files.calendars.syntax.moments import Moments, Place, stands_there
from ltsched.files.calendars.syntax.parts import CalendarPart, is_travel
from ltsched.files.calendars.syntax.properties import Property, read_property, text_of
from ltsched.files.calendars.syntax.values import Moment, Period, day_in, parse_moment, parse_period

__all__ = ["read_entries", "read_entry"]

MOST_DATES = 200_000
"""In the RDATEs or EXDATEs of one entry."""

MOST_VARIANTS = 4
DATES = frozenset(("DTSTART", "DTEND", "RECURRENCE-ID", "RDATE", "EXDATE", "DTSTAMP", "CREATED", "LAST-MODIFIED"))
LENGTHS = frozenset(("DURATION",))
TIMES = ("DTSTART", "DTEND", "DURATION", "RECURRENCE-ID")
# Programs write these where they have no UID to give.
NO_UID = frozenset(("", "none", "null", "nil", "undefined", "n/a", "na", "unknown", "-", "0"))


def read_entries(part: CalendarPart, place: Place, addresses: frozenset[str] = frozenset()) -> list[Entry]:
    """Return what a VEVENT says: one entry, or several where it says two different things of its time.

    What follows an END that is not its own is another entry where that has a start. Where it is not known which of two
    entries something is said of, it takes the time of neither: no status, and nothing that would be taken out of a
    series or stand for a part of one.

    Parameters
    ----------
    part
        The VEVENT.
    place
        Where times are local.
    addresses
        Those of whose calendar it is, in small letters: what they have declined makes them not busy.

    Raises
    ------
    NotUnderstood
        If nothing is known of its time.
    Hostile
        If it has more dates than anybody's.
    """
    if part.ended_at is None or part.ended_at == len(part.lines):
        return _read(part, place, addresses)
    before, after = replace(part, lines=part.lines[: part.ended_at]), part.lines[part.ended_at :]
    parts = [before]
    if any(_name(line) == "DTSTART" for line in after):
        parts.append(replace(part, lines=after))
    found: list[Entry] = []
    for one in parts:
        try:
            found += _read(one, place, addresses)
        except NotUnderstood:
            parts = [before]  # the lines are of one entry after all, or what they are is not known
    if len(parts) == 1:
        try:
            found += _read(part, place, addresses, mixed=True)
        except NotUnderstood:
            if not found:
                raise
    return found


def _read(part: CalendarPart, place: Place, addresses: frozenset[str], *, mixed: bool = False) -> list[Entry]:
    """Return what all lines of a part say, taken as one entry; `mixed` is whether some may be those of another."""
    doubts = [Doubt("", part.damage, "it is read as far as it goes", part.line)] if part.damage else []
    properties = list(_properties(part, doubts))
    by_name: dict[str, list[Property]] = {}
    for prop in properties:
        said = by_name.setdefault(prop.name, [])
        if prop not in said:
            said.append(prop)
    twice = [name for name in TIMES if len(by_name.get(name, ())) > 1]
    for name in twice:
        assumed = "the times of each are taken as busy"
        doubts.append(Doubt(name, "it is given twice, with different values", assumed, part.line))
    mixed = mixed or len(by_name.get("UID", ())) > 1
    count = min(MOST_VARIANTS, max((len(by_name[name]) for name in twice), default=1))
    found: list[Entry] = []
    for i in range(count):
        first = {name: said[min(i, len(said) - 1)] for name, said in by_name.items()}
        moments = Moments(part, place, list(doubts))
        found.append(_Reader(part, addresses, by_name, first, moments, mixed or bool(twice)).entry())
    if mixed:
        return [replace(each, uid="", replaces=None, and_all_after=False, without=()) for each in found]
    return found if count == 1 else [found[0], *(replace(each, uid="") for each in found[1:])]


def read_entry(part: CalendarPart, place: Place) -> Entry:
    """Return what a VEVENT says, in which everything must be understood.

    Raises
    ------
    NotUnderstood
        If anything is in doubt.
    """
    try:
        entry, *more = read_entries(part, place)
    except (ValueError, OverflowError, TypeError) as error:  # from inside the libraries, at the ends of time
        raise NotUnderstood("", "its time cannot be worked out", "expected RFC 5545") from error
    for doubt in entry.doubts:
        raise NotUnderstood(doubt.where, doubt.found, "expected RFC 5545")
    if more:
        raise NotUnderstood("DTSTART", "two different times stand there", "expected one")
    return entry


def _name(line: str) -> str:
    return line.partition(":")[0].partition(";")[0].strip().upper()


def _properties(part: CalendarPart, doubts: list[Doubt]) -> Iterator[Property]:
    for line in part.lines:
        name = _name(line)
        if name == "ATTENDEE" and "DECLINED" not in line.upper():
            continue  # the others say nothing of how busy anybody is
        is_date = name in DATES or name in LENGTHS or is_travel(name)
        prop = read_property(line, is_date=is_date)
        if prop is not None:
            yield prop
        elif name != "ATTENDEE":
            doubts.append(Doubt(name[:20], "found a line without a value", "it is passed over", part.line))


@dataclass(slots=True)
class _Reader:
    part: CalendarPart
    addresses: frozenset[str]
    by_name: Mapping[str, Sequence[Property]]
    first: Mapping[str, Property]
    moments: Moments
    mixed: bool

    def entry(self) -> Entry:
        start, end = start_and_end(self.first, self.moments)
        rules = tuple(prop.value for prop in self.by_name.get("RRULE", ()))
        if "EXRULE" in self.first:
            self.moments.doubt("EXRULE", "found a rule of exceptions", "its exceptions are taken as busy", start)
        said = (self.by_name, start, end, self.moments.home, rules, self.addresses)
        busy, said_twice = busyness(*said, mixed=self.mixed)
        if self.mixed and busy.level is not busyness(*said)[0].level:
            found = "it may be two entries, of which one makes nobody busy"
            self.moments.doubt("", found, "the times of both are taken as busy", start)
        for name in said_twice:
            self.moments.doubt(name, "it is given twice, with different values", "the busier one is taken", start)
        replaces = self._replaces()
        uid = text_of(self.first["UID"].value).strip() if "UID" in self.first else ""
        return Entry(
            line=self.part.line,
            uid="" if uid.casefold() in NO_UID else uid,
            sequence=_number(self.first.get("SEQUENCE")),
            busy=busy,
            start=start,
            end=end,
            home=self.moments.home,
            lasts=self._lasts(start, end),
            before=self._travel(start),
            rules=rules,
            more=tuple(self._dates("RDATE")),
            without=tuple(moment for moment in self._dates("EXDATE") if isinstance(moment, date)),
            replaces=replaces,
            and_all_after=replaces is not None
            and self.first["RECURRENCE-ID"].params.get("RANGE", "").upper() == "THISANDFUTURE",
            changed=self._stamp("LAST-MODIFIED") or self._stamp("DTSTAMP"),
            created=self._stamp("CREATED"),
            doubts=tuple(self.moments.doubts),
            vague=self.moments.vague,
            kind=self.part.kind or ("leave" if out_of_office(self.by_name) else ""),
        )

    def _lasts(self, start: Moment, end: Moment) -> timedelta | None:
        """Return the length that says when it ends; None where a day or a time does."""
        if not isinstance(start, datetime) or "DTEND" in self.first or "DURATION" not in self.first:
            return None
        length = self.moments.length(self.first["DURATION"])
        try:
            return length if length is not None and with_length(start, length) == end else None
        except OverflowError:
            return None

    def _travel(self, start: Moment) -> timedelta:
        """Return the longest travel time; what is none, or longer than a day, is in doubt."""
        longest = timedelta()
        for name, prop in self.first.items():
            if is_travel(name):
                length = self.moments.length(prop)
                if length is None or length > ONE_DAY:
                    self.moments.doubt(name[:40], stands_there(prop.value), "the way there is not known", start)
                else:
                    longest = max(longest, length)
        return longest

    def _replaces(self) -> Moment | None:
        prop = self.first.get("RECURRENCE-ID")
        if prop is None:
            return None
        moment = self.moments.moment(prop)
        if moment is None:
            day = day_in(prop.value)
            if day is not None:
                return day
            self.moments.doubt(
                "RECURRENCE-ID", stands_there(prop.value), "the occurrence that it stands for stays busy, too"
            )
        return moment

    def _stamp(self, name: str) -> datetime | None:
        try:
            moment = parse_moment(self.first[name].value) if name in self.first else None
        except (ValueError, OverflowError):
            return None
        if not isinstance(moment, datetime):
            return None
        return moment if moment.tzinfo is not None else moment.replace(tzinfo=UTC)

    def _dates(self, name: str) -> Iterator[Moment | Period]:
        seen: set[Moment | Period] = set()
        for prop in self.by_name.get(name, ()):
            if prop.value.count(",") + len(seen) > MOST_DATES:
                raise Hostile(name, f"more than {MOST_DATES:,} dates", "no entry has so many")
            for text in filter(None, prop.value.split(",")):
                value = self._date_or_period(name, text.strip(), prop)
                if value is not None and value not in seen:
                    seen.add(value)
                    yield value

    def _date_or_period(self, name: str, text: str, prop: Property) -> Moment | Period | None:
        try:
            period = parse_period(text)
            if period is None:
                return self.moments.placed(parse_moment(text), prop)
            start = self.moments.time(period[0], prop)
            end = period[1]
            placed = with_length(start, end) if isinstance(end, timedelta) else self.moments.time(end, prop)
            if placed >= start:
                return start, placed
        except (ValueError, OverflowError):
            pass
        day = day_in(text)
        if name == "RDATE" and day is not None:
            self.moments.doubt(name, stands_there(text), "all of that day is taken as busy", day)
            return day, day + ONE_DAY
        self.moments.vague = self.moments.vague or name == "RDATE"
        assumed = "that date is not known" if name == "RDATE" else "nothing is taken out for it"
        self.moments.doubt(name, stands_there(text), assumed, day)
        return None


def _number(prop: Property | None) -> int:
    text = "" if prop is None else prop.value
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0
