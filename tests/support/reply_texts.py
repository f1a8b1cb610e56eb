"""Answers to invitations, made up in the shapes in which the usual programs send them, and how they are read there."""

from __future__ import annotations

import base64
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.errors import Mistake
from ltsched.files.invitations.reply_files import Reply, read_replies
from tests.support.calendar_texts import LONDON_BLOCK

LONDON = ZoneInfo("Europe/London")
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


def outlook(told: Told = TOLD) -> bytes:
    """Outlook for Windows without Exchange: a mail that is nothing but the calendar."""
    text = calendar(
        "X-MS-OLK-FORCEINSPECTOROPEN:TRUE",
        LONDON_BLOCK.format(name="GMT Standard Time"),
        event(
            f'ATTENDEE;PARTSTAT={told.partstat};CN="Name, Long (Department of people with long names)":'
            f"mailto:{told.email}",
            "CLASS:PUBLIC",
            f"COMMENT;LANGUAGE=en-GB:{told.comment}\\n",
            "CREATED:20270201T093001Z",
            'DTEND;TZID="GMT Standard Time":20270301T120000',
            f"DTSTAMP:{told.stamp}",
            'DTSTART;TZID="GMT Standard Time":20270301T100000',
            "PRIORITY:5",
            f"SEQUENCE:{told.sequence}",
            "SUMMARY;LANGUAGE=en-gb:Accepted: LT-TEST-1",
            f"UID:{told.uid}",
            f"X-MICROSOFT-CDO-REPLYTIME:{told.stamp}",
            "BEGIN:VALARM\nTRIGGER:-PT15M\nACTION:DISPLAY\nDESCRIPTION:Reminder\nCOMMENT:not of the answer\nEND:VALARM",
        ),
    )
    return mail(part('text/calendar; charset="utf-8"; method=REPLY', text.encode(), "8bit"), told)


def exchange(told: Told = TOLD, uid: str = "") -> bytes:
    """Exchange and Microsoft 365: the calendar stands beside the mail in words and in HTML, in base64."""
    text = calendar(
        LONDON_BLOCK.format(name="GMT Standard Time"),
        event(
            f"ATTENDEE;PARTSTAT={told.partstat};CN=Name Of Lead:MAILTO:{told.email}",
            f"COMMENT;LANGUAGE=en-GB:{told.comment}\\n\\n",
            f"UID:{uid or told.uid}",
            "SUMMARY;LANGUAGE=en-GB:Accepted: LT-TEST-1",
            "DTSTART;TZID=GMT Standard Time:20270301T100000",
            "DTEND;TZID=GMT Standard Time:20270301T120000",
            "CLASS:PUBLIC",
            "PRIORITY:5",
            f"DTSTAMP:{told.stamp}",
            "TRANSP:OPAQUE",
            "STATUS:CONFIRMED",
            f"SEQUENCE:{told.sequence}",
            "LOCATION;LANGUAGE=en-GB:",
            f"X-MICROSOFT-CDO-APPT-SEQUENCE:{told.sequence}",
            "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
            "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
        ),
    )
    words = part('text/plain; charset="us-ascii"', told.comment.encode(), "quoted-printable")
    html = part('text/html; charset="us-ascii"', b"<html><body></body></html>", "quoted-printable")
    calendar_part = part('text/calendar; charset="utf-8"; method=REPLY', text.encode())
    return mail(several("alternative", words, html, calendar_part), told)


def outlook_on_the_web(told: Told = TOLD) -> bytes:
    """Outlook on the web: as Exchange, and the UID has become one of Exchange's own."""
    return exchange(told, uid=hexadecimal(told.uid))


def google(told: Told = TOLD) -> bytes:
    """Google: the calendar stands in the mail, and once more beside it as a file."""
    text = calendar(
        "CALSCALE:GREGORIAN",
        event(
            "DTSTART:20270301T100000Z",
            "DTEND:20270301T120000Z",
            f"DTSTAMP:{told.stamp}",
            "ORGANIZER;CN=Review office:mailto:reviews@partnership.example",
            f"UID:{told.uid}",
            f"ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={told.partstat};CN={told.email};"
            f"X-NUM-GUESTS=0;X-RESPONSE-COMMENT={told.comment or chr(34) * 2}:mailto:{told.email}",
            f"COMMENT:{told.comment}",
            "CREATED:20270120T080000Z",
            "DESCRIPTION:",
            "LAST-MODIFIED:20270201T093000Z",
            f"SEQUENCE:{told.sequence}",
            "STATUS:CONFIRMED",
            "SUMMARY:LT-TEST-1",
            "TRANSP:OPAQUE",
        ),
    ).encode()
    words = part('text/plain; charset="UTF-8"; format=flowed; delsp=yes', b"Somebody has accepted this.")
    inside = several("alternative", words, part('text/calendar; charset="UTF-8"; method=REPLY', text, "7bit"))
    file = part(
        'application/ics; name="invite.ics"', text, "base64", 'Content-Disposition: attachment; filename="invite.ics"'
    )
    return mail(several("mixed", inside, file), told)


def apple(told: Told = TOLD) -> bytes:
    """Apple Calendar: a file, with the address in a parameter, too."""
    return calendar(
        "CALSCALE:GREGORIAN",
        event(
            "ORGANIZER;CN=Review office:mailto:reviews@partnership.example",
            f"DTSTAMP:{told.stamp}",
            f"UID:{told.uid}",
            "DTSTART;TZID=Europe/London:20270301T100000",
            "DTEND;TZID=Europe/London:20270301T120000",
            f"SEQUENCE:{told.sequence}",
            f'ATTENDEE;CN="Name of l1";CUTYPE=INDIVIDUAL;EMAIL="{told.email}";PARTSTAT={told.partstat};'
            f"ROLE=REQ-PARTICIPANT:mailto:{told.email}",
            f"COMMENT:{told.comment}",
            "SUMMARY:LT-TEST-1",
        ),
    ).encode()


def thunderbird(told: Told = TOLD) -> bytes:
    """Thunderbird: the calendar beside the words, in quoted-printable."""
    text = calendar(
        event(
            f"DTSTAMP:{told.stamp}",
            f"UID:{told.uid}",
            "SUMMARY:LT-TEST-1",
            "ORGANIZER;CN=Review office:mailto:reviews@partnership.example",
            f"ATTENDEE;RSVP=TRUE;CN=Name of l1;PARTSTAT={told.partstat};CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;"
            f"X-MOZ-NOTE=none:mailto:{told.email}",
            f"X-MOZ-RECEIVED-SEQUENCE:{told.sequence}",
            f"SEQUENCE:{told.sequence}",
            "DTSTART;TZID=Europe/London:20270301T100000",
            "DTEND;TZID=Europe/London:20270301T120000",
            f"COMMENT:{told.comment}",
        ),
    )
    words = part("text/plain; charset=UTF-8; format=flowed", b"Somebody has accepted.", "8bit")
    calendar_part = part('text/calendar; method=REPLY; charset="UTF-8"', text.encode(), "quoted-printable")
    return mail(several("mixed", words, calendar_part), told)


def zimbra(told: Told = TOLD) -> bytes:
    """Zimbra: answered by an assistant (SENT-BY), with times in quoted zones."""
    text = calendar(
        LONDON_BLOCK.format(name="Europe/London"),
        event(
            f"UID:{told.uid}",
            "SUMMARY:Accept: LT-TEST-1",
            f'ATTENDEE;CN=Name of l1;SENT-BY="mailto:assistant@example.org";PARTSTAT={told.partstat}'
            f":mailto:{told.email}",
            "ORGANIZER:mailto:reviews@partnership.example",
            'DTSTART;TZID="Europe/London":20270301T100000',
            'DTEND;TZID="Europe/London":20270301T120000',
            "STATUS:CONFIRMED",
            "X-MICROSOFT-CDO-INTENDEDSTATUS:BUSY",
            f"DTSTAMP:{told.stamp}",
            f"SEQUENCE:{told.sequence}",
            f"COMMENT:{told.comment}",
        ),
    )
    words = part("text/plain; charset=utf-8", b"Yes.", "7bit")
    calendar_part = part("text/calendar; charset=utf-8; method=REPLY; name=meeting.ics", text.encode(), "7bit")
    return mail(several("alternative", words, calendar_part), told)


PROGRAMS: dict[str, Callable[[Told], bytes]] = {
    "Outlook": outlook,
    "Exchange": exchange,
    "Outlook on the web": outlook_on_the_web,
    "Google": google,
    "Apple": apple,
    "Thunderbird": thunderbird,
    "Zimbra": zimbra,
}


def read(data: bytes, name: str = "reply.eml") -> tuple[tuple[Reply, ...], list[Mistake]]:
    """Read a file with these bytes; its path is only its name afterwards."""
    mistakes: list[Mistake] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        replies = read_replies(path, LONDON, mistakes)
    assert {mistake.path for mistake in mistakes} <= {str(path)}
    assert {reply.path for reply in replies} <= {str(path)}
    return tuple(replace(reply, path=name) for reply in replies), [replace(mistake, path=name) for mistake in mistakes]


def reply_of(data: bytes) -> Reply:
    """Return the only answer in a file in which there must be no mistake."""
    replies, mistakes = read(data)
    assert mistakes == []
    (reply,) = replies
    return reply


def said_in(data: bytes) -> Reply:
    """Return the only answer in a file, whenever it was mailed."""
    return replace(reply_of(data), mailed=None)


def mistake_of(data: bytes) -> Mistake:
    """Return the only mistake of a file, told in one line; there must be no answer in it."""
    replies, mistakes = read(data)
    assert replies == ()
    (mistake,) = mistakes
    assert str(mistake).isprintable()
    return mistake
