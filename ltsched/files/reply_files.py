"""Answers to invitations, as calendar programs send them: a METHOD:REPLY or COUNTER in an .ics file or in a mail."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote
from zoneinfo import ZoneInfo

from ltsched.domain.wording import one_line
from ltsched.errors import Mistake
from ltsched.files.calendar_entries import read_entry
from ltsched.files.calendar_parts import NotUnderstood, split_calendar
from ltsched.files.calendar_zones import CalendarZones
from ltsched.files.text import decode
from ltsched.options.table_reader import shown

if TYPE_CHECKING:
    from icalendar import Component

__all__ = ["Reply", "read_replies"]

MOST_BYTES = 25 * 1024 * 1024
LONGEST_COMMENT = 500
OUTLOOK_MESSAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an .msg file."""

EXPECTED = "expected the answer of a calendar program, as .ics or .eml"
SAVE_AS = "Save the mail as .eml: in Outlook on the web and new Outlook, ⋯ > Save as; in Thunderbird, Save As"
METHODS = ("REPLY", "COUNTER")
# How Exchange writes a UID that is not its own: MS-OXCICAL, section 2.1.3.1.1.20.26.
EXCHANGE_UID = re.compile(
    r"040000008200E00074C5B7101A82E008[0-9A-F]*7643616C2D55696401000000((?:[0-9A-F]{2})+?)(?:00)?"
)


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
    """

    path: str
    uid: str
    sequence: int
    at: datetime
    attendees: tuple[tuple[str, str], ...]
    comment: str
    proposed: tuple[datetime, datetime] | None


def read_replies(file: Path, zone: ZoneInfo, mistakes: list[Mistake]) -> tuple[Reply, ...]:
    """Return the answers in a file, each once; what cannot be understood is added to `mistakes`.

    Parameters
    ----------
    file
        An iCalendar file, or a mail with one in it.
    zone
        The zone of the review: a proposed time is put into it, and one without a zone means a local time there.
    """
    try:
        found = list(_read(file, zone))
    except NotUnderstood as error:
        mistakes.append(Mistake(str(file), error.where, error.found, error.expected, error.hint, error.line))
        return ()
    return tuple(dict.fromkeys(found))  # mails often carry the same answer twice, in the text and as a file


def _read(file: Path, zone: ZoneInfo) -> Iterator[Reply]:
    try:
        if not file.is_file():
            raise NotUnderstood("", "it does not exist" if not file.exists() else "it is not a file", EXPECTED)
        with file.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise NotUnderstood("", f"it cannot be read ({error.strerror})", EXPECTED) from error
    if len(data) > MOST_BYTES:
        raise NotUnderstood("", f"it has more than {MOST_BYTES // 1024**2} MB", EXPECTED)
    if data.startswith(OUTLOOK_MESSAGE):
        raise NotUnderstood("", "it is a message in Outlook's own form", EXPECTED, SAVE_AS)
    for text, method in _calendars(data):
        yield from _answers(text, method, str(file), zone)


def _calendars(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield the text of each calendar in `data`, with the method that its MIME part says; empty if none does."""
    if data.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0")[:20].replace(b"\0", b"").upper().startswith(b"BEGIN:VCAL"):
        yield _text(data, ""), ""
        return
    mail = message_from_bytes(data)
    parts = [part for part in mail.walk() if _is_calendar(part)]
    for part in parts:
        payload = part.get_payload(decode=True)
        yield _text(payload if isinstance(payload, bytes) else b"", part.get_content_charset("")), _method(part)
    if parts:
        return
    if any(part.get_content_type() == "application/ms-tnef" for part in mail.walk()):
        raise NotUnderstood("", "its answer is a winmail.dat, which only Outlook reads", EXPECTED)
    if "From" in mail and "Date" in mail:
        found = "the mail has no answer of a calendar program in it"
        raise NotUnderstood("", found, EXPECTED, "If somebody answered in words, read them yourself.")
    raise NotUnderstood("", "it is neither a calendar nor a mail", EXPECTED)


def _is_calendar(part: Message) -> bool:
    name = (part.get_filename() or "").casefold()
    return part.get_content_type() in ("text/calendar", "application/ics") or (
        name.endswith(".ics") and not part.is_multipart()
    )


def _method(part: Message) -> str:
    method = part.get_param("method")
    return method if isinstance(method, str) else ""


def _text(data: bytes, charset: str) -> str:
    try:
        return data.decode(charset) if charset else decode(data)
    except LookupError:  # no such charset
        return data.decode("utf-8", errors="replace")
    except ValueError:
        return data.decode("utf-8-sig", errors="replace").replace("\0", "")


def _answers(text: str, mime_method: str, path: str, zone: ZoneInfo) -> Iterator[Reply]:
    """Yield the answers in one calendar."""
    from icalendar import Calendar

    parts = split_calendar(text)
    zones = CalendarZones([part for part in parts if part.name == "VTIMEZONE"])
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the library's remarks about calendars are not for users
        try:
            calendars = Calendar.from_ical(text, multiple=True)
        except (ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
            raise NotUnderstood("", "the calendar in it cannot be understood", EXPECTED) from error
        events = [(calendar, event) for calendar in calendars for event in calendar.walk("VEVENT")]
        entries = [part for part in parts if part.name == "VEVENT"]
        if not entries or len(entries) != len(events):
            raise NotUnderstood("", "there is no answer to a meeting in it", EXPECTED)
        for (calendar, event), part in zip(events, entries, strict=True):
            method = _method_of(calendar, mime_method)
            entry = read_entry(part, zones, zone) if method == "COUNTER" else None
            yield Reply(
                path=path,
                uid=_uid(event),
                sequence=_whole(event.get("SEQUENCE")),
                at=_stamp(event),
                attendees=_attendees(event),
                comment=_comment(event),
                proposed=_times(entry.start, entry.end, zone) if entry is not None else None,
            )


def _method_of(calendar: Component, mime_method: str) -> str:
    method = str(calendar.get("METHOD") or mime_method).strip().upper()
    if method not in METHODS:
        found = f"METHOD:{one_line(method)[:20]} stands there" if method else "it says no METHOD"
        hint = "That is an invitation, not the answer to one." if method in ("REQUEST", "CANCEL") else ""
        raise NotUnderstood("METHOD", found, f"expected {' or '.join(METHODS)}", hint)
    return method


def _uid(event: Component) -> str:
    uid = str(event.get("UID") or "").strip()
    if not uid:
        raise NotUnderstood("UID", "missing", "expected the UID of an invitation")
    exchange = EXCHANGE_UID.fullmatch(uid.upper())
    return bytes.fromhex(exchange[1]).decode("ascii", errors="replace") if exchange else uid


def _whole(value: object) -> int:
    text = str(value if value is not None else "").strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _stamp(event: Component) -> datetime:
    stamp = getattr(event.get("DTSTAMP"), "dt", None)
    if not isinstance(stamp, datetime):
        raise NotUnderstood("DTSTAMP", "missing or no time", "expected the time of the answer")
    return (stamp if stamp.tzinfo else stamp.replace(tzinfo=UTC)).astimezone(UTC)


def _attendees(event: Component) -> tuple[tuple[str, str], ...]:
    value = event.get("ATTENDEE")
    found = tuple(
        (re.sub("^mailto:", "", unquote(str(one)), flags=re.IGNORECASE).strip(), _partstat(one))
        for one in (value if isinstance(value, list) else [value] if value is not None else [])
    )
    if not found:
        raise NotUnderstood("ATTENDEE", "missing", "expected who answers")
    return found


def _partstat(attendee: object) -> str:
    params = getattr(attendee, "params", {})
    return str(params.get("PARTSTAT", "NEEDS-ACTION")).upper()


def _comment(event: Component) -> str:
    value = event.get("COMMENT")
    texts = value if isinstance(value, list) else [value] if value is not None else []
    return one_line(" ".join(map(str, texts)))[:LONGEST_COMMENT]


def _times(start: object, end: object, zone: ZoneInfo) -> tuple[datetime, datetime]:
    if not isinstance(start, datetime) or not isinstance(end, datetime) or end <= start:
        raise NotUnderstood("DTSTART", f"{shown(start)} is proposed", "expected a start and an end with their times")
    return start.astimezone(zone), end.astimezone(zone)
