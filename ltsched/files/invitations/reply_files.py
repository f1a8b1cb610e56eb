"""Answers to invitations, as calendar programs send them: a METHOD:REPLY or COUNTER in an .ics file or in a mail."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from ltsched.domain.spans import YEARS
from ltsched.domain.words.wording import one_line
from ltsched.errors import Mistake
from ltsched.files.calendars.entry.read import read_entry
from ltsched.files.calendars.own_uid import plain_uid
from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.calendars.syntax.lines import content_lines
from ltsched.files.calendars.syntax.moments import Place
from ltsched.files.calendars.syntax.parts import CalendarPart, split_calendar
from ltsched.files.calendars.syntax.properties import Property, text_of
from ltsched.files.calendars.syntax.values import parse_moment
from ltsched.files.calendars.syntax.zones import CalendarZones
from ltsched.files.invitations.reply_mail import EXPECTED, calendars_in
from ltsched.files.invitations.reply_properties import read_properties
from ltsched.validation.shown import shown

__all__ = ["Reply", "read_replies"]

MOST_BYTES = 25 * 1024 * 1024
MOST_ANSWERS = 1_000
"""In one calendar; real ones have one."""

MOST_WORK = 50_000_000
"""Answers times lines: each may lie within the other, and is read from its beginning to its end."""

MOST_MISTAKES = 20
LONGEST_COMMENT = 500
LONGEST_ADDRESS = 320
"""64 letters, an @ and 255 letters (RFC 5321, section 4.5.3.1)."""

SAVE_AGAIN = "Save the mail again, as .eml"
METHODS = ("REPLY", "COUNTER")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it stands in a file.

    Parameters
    ----------
    path
        The file, as the user named it.
    uid, sequence
        Which invitation it answers, and which version.
    at
        Its DTSTAMP, in UTC.
    attendees
        Address and PARTSTAT of each ATTENDEE: one in a REPLY, perhaps all who are invited in a COUNTER.
    comment
        On one line; may be empty.
    proposed
        The time that a COUNTER proposes, in the zone of the review; None for a REPLY.
    mailed
        When the mail that it is in was sent, in UTC; None where no mail says so.
    """

    path: str
    uid: str
    sequence: int
    at: datetime
    attendees: tuple[tuple[str, str], ...]
    comment: str
    proposed: tuple[datetime, datetime] | None
    mailed: datetime | None = None


def read_replies(file: Path, zone: ZoneInfo, mistakes: list[Mistake]) -> tuple[Reply, ...]:
    """Return the answers in a file, each once; what cannot be understood is added to `mistakes`.

    A wrong answer does not keep the others of its file from being read. A calendar that is no answer, such as the
    invitation that a mail quotes, is a mistake only where nothing else is in the file.

    Parameters
    ----------
    file
        An iCalendar file, or a mail with one in it.
    zone
        The zone of the review: a proposed time is put into it, and one without a zone means a local time there.
    """
    wrong: list[NotUnderstood] = []
    try:
        found = list(_read(file, zone, wrong))
    except NotUnderstood as error:
        found = []
        wrong.append(error)
    # Mails often carry the same answer twice, in the text and as a file.
    told = dict.fromkeys(
        Mistake(str(file), error.where, error.found, error.expected, error.hint, error.line)
        for error in wrong
        if not found or error.where != "METHOD"
    )
    mistakes += list(told)[:MOST_MISTAKES]
    if len(told) > MOST_MISTAKES:
        mistakes.append(Mistake(str(file), "", f"{MOST_MISTAKES} mistakes or more", "the rest is not listed"))
    return tuple(dict.fromkeys(found))


def _read(file: Path, zone: ZoneInfo, wrong: list[NotUnderstood]) -> Iterator[Reply]:
    calendars = calendars_in(_bytes(file), zone)
    for calendar in calendars.found:
        own: list[NotUnderstood] = []
        try:
            for reply in _answers(calendar.text, calendar.method, str(file), zone, own):
                yield replace(reply, mailed=calendar.mailed)
        except NotUnderstood as error:
            own.append(error)
        wrong += [_in_its_mail(error) for error in own] if calendars.in_mail else own
    wrong += calendars.unread


def _bytes(file: Path) -> bytes:
    try:
        if not file.is_file():
            raise NotUnderstood("", "it does not exist" if not file.exists() else "it is not a file", EXPECTED)
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NotUnderstood("", f"it cannot be read ({reason})", EXPECTED) from error
    if len(data) > MOST_BYTES:
        raise NotUnderstood("", f"it has more than {MOST_BYTES // 1024**2} MB", EXPECTED)
    return data


def _in_its_mail(error: NotUnderstood) -> NotUnderstood:
    """Name the line as one of the calendar: that of the mail is another one."""
    where = error.where or (f"line {error.line} of its calendar" if error.line is not None else "")
    return NotUnderstood(where, error.found, error.expected, error.hint)


def _answers(text: str, mime_method: str, path: str, zone: ZoneInfo, wrong: list[NotUnderstood]) -> Iterator[Reply]:
    """Yield the answers in one calendar."""
    try:
        parts = split_calendar(text)
    except NotUnderstood as error:
        raise NotUnderstood(error.where, error.found, error.expected, SAVE_AGAIN, error.line) from error
    zones = CalendarZones(parts, zone)
    entries = [part for part in parts if part.name == "VEVENT"]
    if not entries:
        raise NotUnderstood("", "there is no answer to a meeting in it", EXPECTED)
    if len(entries) > MOST_ANSWERS:
        raise NotUnderstood("", f"it has more than {MOST_ANSWERS:,} entries", EXPECTED)
    raw = text.encode(errors="surrogatepass")
    lines = [(number, line.decode(errors="surrogatepass")) for number, line in content_lines(raw)]
    if len(entries) * len(lines) > MOST_WORK:
        raise NotUnderstood("", f"it has {len(entries):,} entries in {len(lines):,} lines", EXPECTED)
    heads: dict[int, list[Property]] = {}
    begins = [0, *(number for number, line in lines if line[:15].upper() == "BEGIN:VCALENDAR")]
    for part in entries:
        calendar = begins[bisect_left(begins, part.line) - 1]
        try:
            if calendar not in heads:
                heads[calendar] = read_properties(lines, calendar, ("METHOD",))
            yield _reply(lines, part, _method(heads[calendar], mime_method), path, zones, zone)
        except NotUnderstood as error:
            wrong.append(NotUnderstood(error.where, error.found, error.expected, error.hint, error.line or part.line))


def _reply(
    lines: Sequence[tuple[int, str]], part: CalendarPart, method: str, path: str, zones: CalendarZones, zone: ZoneInfo
) -> Reply:
    wanted = ("UID", "SEQUENCE", "DTSTAMP", "ATTENDEE", "COMMENT")
    properties = read_properties(lines, part.line, wanted)
    return Reply(
        path=path,
        uid=_uid(properties),
        sequence=_sequence(properties),
        at=_stamp(properties, zones),
        attendees=_attendees(properties),
        comment=_comment(properties),
        proposed=_proposed(part, zones, zone) if method == "COUNTER" else None,
    )


def _method(properties: list[Property], mime_method: str) -> str:
    own = _single(properties, "METHOD")
    method = one_line(own.value if own and own.value.strip() else mime_method).upper()
    if method not in METHODS:
        found = f"METHOD:{method[:20]}" if method else "it says no METHOD"
        hint = "That is an invitation, not the answer to one." if method in ("REQUEST", "CANCEL") else ""
        raise NotUnderstood("METHOD", found, f"expected {' or '.join(METHODS)}", hint)
    return method


def _single(properties: list[Property], name: str) -> Property | None:
    """Return the property `name`, if it is there; twice is once where both say the same."""
    found = [each for each in properties if each.name == name]
    if any(each.value != found[0].value for each in found):
        raise NotUnderstood(name, "it is given twice, with different values", "expected one")
    return found[0] if found else None


def _uid(properties: list[Property]) -> str:
    found = _single(properties, "UID")
    uid = plain_uid(text_of(found.value)) if found else ""
    if not uid:
        raise NotUnderstood("UID", "missing", "expected the UID of an invitation")
    return uid


def _sequence(properties: list[Property]) -> int:
    found = _single(properties, "SEQUENCE")
    text = found.value.strip() if found else ""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _stamp(properties: list[Property], zones: CalendarZones) -> datetime:
    found = _single(properties, "DTSTAMP")
    expected = "expected the time of the answer, such as 20270301T093000Z"
    if found is None:
        raise NotUnderstood("DTSTAMP", "missing", expected)
    try:
        stamp = parse_moment(found.value[:100])
    except ValueError:
        stamp = None
    if not isinstance(stamp, datetime):
        raise NotUnderstood("DTSTAMP", shown(found.value), expected)
    name = found.params.get("TZID", "").strip()
    if stamp.tzinfo is None:
        stamp = stamp.replace(tzinfo=_zone(name, zones) if name else UTC)
    return _placed("DTSTAMP", stamp, UTC)


def _zone(name: str, zones: CalendarZones) -> tzinfo:
    zone, doubt = zones.find(name, 0)
    if doubt is not None:
        raise NotUnderstood(doubt.where, doubt.found, "expected an IANA name such as Europe/London")
    return zone


def _placed(name: str, moment: datetime, zone: tzinfo) -> datetime:
    """Put a time into `zone`; one that the ledger could not be read with again is refused."""
    if moment.year in YEARS:
        placed = moment.astimezone(zone)
        if placed.year in YEARS:
            return placed
    expected = f"expected a year from {YEARS.start} to {YEARS.stop - 1}"
    raise NotUnderstood(name, f"{moment:%d %B} {moment.year}", expected)


def _attendees(properties: list[Property]) -> tuple[tuple[str, str], ...]:
    people = [each for each in properties if each.name == "ATTENDEE"]
    if not people:
        raise NotUnderstood("ATTENDEE", "missing", "expected who answers")
    return tuple((_address(each), each.params.get("PARTSTAT", "NEEDS-ACTION").strip().upper()) for each in people)


def _address(attendee: Property) -> str:
    """Return the address of somebody, which Apple's servers put into a parameter where they know people by a path."""
    address = re.sub("^mailto:", "", one_line(unquote(attendee.value)), flags=re.IGNORECASE).strip(" <>")
    if "@" not in address:
        address = one_line(attendee.params.get("EMAIL", "")) or address
    if not address or len(address) > LONGEST_ADDRESS:
        raise NotUnderstood("ATTENDEE", shown(attendee.value), "expected the address of who answers")
    return address


def _comment(properties: list[Property]) -> str:
    # Some characters more than are shown, as blanks and characters that cannot be shown are left out.
    texts = (text_of(each.value[: 10 * LONGEST_COMMENT]) for each in properties if each.name == "COMMENT")
    comment = one_line(" ".join(texts))
    return comment if len(comment) <= LONGEST_COMMENT else f"{comment[: LONGEST_COMMENT - 1]}…"


def _proposed(part: CalendarPart, zones: CalendarZones, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Return the time that a COUNTER proposes."""
    entry = read_entry(part, Place(zones, zone))
    start, end = entry.start, entry.end
    if not isinstance(start, datetime) or not isinstance(end, datetime) or end <= start:
        raise NotUnderstood("DTSTART", f"{shown(start)} is proposed", "expected a start and an end with their times")
    return _placed("DTSTART", start, zone), _placed("DTEND", end, zone)
