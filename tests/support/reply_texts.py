"""Answers to invitations, made up: what they say, as calendars and in mails."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

CALENDAR = 'text/calendar; charset="utf-8"; method=REPLY'
TEN = ("DTSTART:20270302T100000Z", "DTEND:20270302T110000Z")
AT = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Told:
    """What an answer says: the same for every program.

    `minutes` is how long after `AT` it was given, and `mailed` how many minutes later its mail was sent.
    """

    uid: str = "7c9e6679-7425-50de-944b-e07fc1f90ae7@ltsched"
    sequence: int = 0
    partstat: str = "ACCEPTED"
    email: str = "l1@example.org"
    comment: str = ""
    minutes: int = 0
    mailed: int = 0

    @property
    def at(self) -> datetime:
        """When it was given."""
        return AT + timedelta(minutes=self.minutes)

    @property
    def sent(self) -> datetime:
        """When its mail was sent."""
        return self.at + timedelta(minutes=self.mailed)

    @property
    def stamp(self) -> str:
        """When it was given, as a DTSTAMP."""
        return f"{self.at:%Y%m%dT%H%M%SZ}"


TOLD = Told()


def folded(text: str) -> str:
    """Return calendar lines as RFC 5545 wants them: CRLF, and none longer than 75 letters."""
    pieces = []
    for line in text.split("\n"):
        pieces.append(line[:75])
        pieces += [f" {line[start : start + 74]}" for start in range(75, len(line), 74)]
    return "\r\n".join(pieces)


def calendar(*lines: str, method: str = "REPLY") -> str:
    """Return a calendar of lines and blocks of lines."""
    head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example//EN", *([f"METHOD:{method}"] if method else [])]
    return folded("\n".join([*head, *lines, "END:VCALENDAR", ""]))


def event(*lines: str) -> str:
    """Return a VEVENT of these lines."""
    return "\n".join(["BEGIN:VEVENT", *lines, "END:VEVENT"])


def needed(told: Told = TOLD, **instead: str | None) -> list[str]:
    """Return the lines that every answer has; `instead` has other ones by name, None leaves a line out."""
    lines: dict[str, str | None] = {
        "uid": f"UID:{told.uid}",
        "sequence": f"SEQUENCE:{told.sequence}",
        "dtstamp": f"DTSTAMP:{told.stamp}",
        "attendee": f"ATTENDEE;PARTSTAT={told.partstat}:mailto:{told.email}",
        "comment": f"COMMENT:{told.comment}" if told.comment else None,
    }
    return [line for line in (lines | instead).values() if line is not None]


def plain(told: Told = TOLD, **instead: str | None) -> bytes:
    """Return a reply that has what it needs and nothing else."""
    return calendar(event(*needed(told, **instead))).encode()


def counter(*times: str, told: Told = TOLD, blocks: tuple[str, ...] = ()) -> bytes:
    """Return a COUNTER that proposes `times`, lines such as a DTSTART."""
    return calendar(*blocks, event(*needed(told), *times), method="COUNTER").encode()


def proposal(told: Told = TOLD) -> bytes:
    """Return a COUNTER that proposes 14:00 to 16:00 on 2 March 2027."""
    return counter("DTSTART:20270302T140000Z", "DTEND:20270302T160000Z", told=told)


def part(type: str, content: bytes, encoding: str = "base64", *more: str) -> bytes:
    """Return a part of a mail, or a mail of one part: its head, and the content in a transfer encoding."""
    if encoding == "base64":
        content = base64.encodebytes(content)
    elif encoding == "quoted-printable":
        content = b"".join(b"%c" % sign if sign in b"\r\n" or 62 <= sign < 127 else b"=%02X" % sign for sign in content)
    head = "".join(f"{line}\r\n" for line in (f"Content-Type: {type}", f"Content-Transfer-Encoding: {encoding}", *more))
    return head.encode() + b"\r\n" + content


def several(type: str, *parts: bytes) -> bytes:
    """Return a multipart of `parts`."""
    boundary = f"_{type}_{len(parts)}_{sum(map(len, parts))}_"
    inside = b"".join(b"--%s\r\n%s\r\n" % (boundary.encode(), each) for each in parts)
    return (
        f'Content-Type: multipart/{type}; boundary="{boundary}"\r\n\r\n'.encode()
        + inside
        + b"--%s--\r\n" % (boundary.encode())
    )


def mail(content: bytes, told: Told = TOLD, subject: str = "Accepted: LT-TEST-1") -> bytes:
    """Return a mail around a part or a multipart."""
    head = ["Received: from mail.example.org", f"From: Lead <{told.email}>", "To: reviews@partnership.example"]
    head += [f"Subject: {subject}", f"Date: {told.sent:%a, %d %b %Y %H:%M:%S} +0000", "MIME-Version: 1.0", ""]
    return "\r\n".join(head).encode() + content


def hexadecimal(uid: str) -> str:
    """Return a UID as Exchange writes one that is not its own."""
    data = b"vCal-Uid" + (1).to_bytes(4, "little") + uid.encode() + b"\0"
    head = bytes.fromhex("040000008200E00074C5B7101A82E008") + bytes(20)
    return (head + len(data).to_bytes(4, "little") + data).hex().upper()
