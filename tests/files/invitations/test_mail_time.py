"""When a mail was sent: by its Date, or else by the servers that it went through."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.message import Message
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.files.invitations.mail_time import mail_time
from tests.support.reply_reading import reply_of
from tests.support.reply_texts import CALENDAR, Told, mail, part, plain, several

LONDON = ZoneInfo("Europe/London")
RECEIVED = "Received: from a.example (a.example [192.0.2.1])\n\tby b.example with ESMTPS; {}\n"


def time_of(head: str) -> datetime | None:
    return mail_time(message_from_bytes(head.encode("utf-8", "surrogateescape") + b"\n"), LONDON)


@pytest.mark.parametrize(
    ("head", "time"),
    [
        ("Date: Thu, 1 Jul 2027 10:00:00 +0000", "10:00"),
        ("Date: Thu, 1 Jul 2027 10:00:00 +0200 (CEST)", "08:00"),
        ("Date: 1 Jul 2027 10:00 GMT", "10:00"),
        ("DATE:\n Thu,\n 1 Jul 2027\n 10:00:00 -0500", "15:00"),
        ("Date: Thu, 01 Jul 27 10:00:00 EST", "15:00"),
        ("Date: Thu, 1 Jul 2027 10:00:00", "09:00"),
        ("Date: Thu, 1 Jul 2027 10:00:00 -0000", "10:00"),
        ("Date: 1 July 2027 10:00:00 +0100", "09:00"),
        ("Date: yesterday\n" + RECEIVED.format("Thu, 1 Jul 2027 11:00:00 +0100"), "10:00"),
        ("Date:\n" + RECEIVED.format("Thu, 1 Jul\n 2027 11:00:00\n +0100"), "10:00"),
        ("Date: Thu, 31 Jun 2027 10:00:00 +0000\n" + RECEIVED.format("Thu, 1 Jul 2027 11:00:00 +0100 (BST)"), "10:00"),
        ("Date: broken\nDate: Thu, 1 Jul 2027 10:00:00 +0000", "10:00"),
        (RECEIVED.format("1 Jul 2027 11:00 +0000") + RECEIVED.format("1 Jul 2027 10:00 +0000"), "11:00"),
        (RECEIVED.format("who knows") + RECEIVED.format("1 Jul 2027 10:00 +0000"), "10:00"),
        ("Resent-Date: Fri, 2 Jul 2027 10:00:00 +0000\nDate: Thu, 1 Jul 2027 10:00:00 +0000", "10:00"),
        ("Resent-Date: Thu, 1 Jul 2027 12:00:00 +0000\n" + RECEIVED.format("1 Jul 2027 10:00 +0000"), "10:00"),
        ("Resent-Date: Thu, 1 Jul 2027 10:00:00 +0000", "10:00"),
    ],
)
def test_is_in_utc(head: str, time: str) -> None:
    """By the best line that can be read; without a zone it is local where the review is."""
    assert time_of(head) == datetime.fromisoformat(f"2027-07-01T{time}").replace(tzinfo=UTC)


@pytest.mark.parametrize(
    "head",
    [
        "Subject: x",
        "Date: ",
        "Date: soon",
        "Date: Thu, 1 Jul 99999 10:00:00 +0000",
        "Date: Mon, 1 Jan 1880 00:00:00 +0000",
        "Date: Mon, 1 Jan 9999 00:00:00 -2359",
        "Date: Thu, 1 Jul 2027 10:00:00 +999999999",
        "Date: \udcff\udcfe",
        "Received: from a.example",
        "Date: " + "1 " * 10_000,
    ],
)
def test_is_unknown_where_nothing_tells(head: str) -> None:
    """Broken, missing, or at the ends of the calendar."""
    assert time_of(head) is None


@given(st.binary(max_size=60))
def test_of_any_bytes_nothing_is_raised(data: bytes) -> None:
    """Python's parser of dates raises in several ways."""
    message = message_from_bytes(b"Date: " + data.replace(b"\n", b"") + b"\n\n")
    found = mail_time(message, LONDON)
    assert found is None or found.tzinfo is UTC


@given(st.from_regex(r"[A-Z]?[0-9A-Za-z:+ ,-]{0,40}", fullmatch=True))
def test_of_any_text_nothing_is_raised(text: str) -> None:
    """What looks more like a date."""
    message = Message()
    message["Date"] = text
    found = mail_time(message, LONDON)
    assert found is None or found.tzinfo is UTC


def test_of_a_forwarded_mail_that_tells_none_is_that_of_the_mail_around_it() -> None:
    """It cannot have been sent later."""
    inner = b"Subject: Accepted\r\nFrom: l1@example.org\r\n" + part(CALENDAR, plain())
    outer = mail(several("mixed", part("message/rfc822", inner, "base64")), Told(mailed=7))
    assert reply_of(outer).mailed == Told(mailed=7).sent
    assert reply_of(inner).mailed is None
