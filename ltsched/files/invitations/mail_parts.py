"""The parts of a mail, and of mails that were forwarded in it, however they were wrapped."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, tzinfo
from email import message_from_bytes
from email.message import Message
from itertools import pairwise

from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.invitations.mail_time import mail_time
from ltsched.files.invitations.reply_text import BEFORE_TEXT, is_calendar

__all__ = ["EXPECTED", "MailPart", "mail_parts"]

EXPECTED = "expected the answer of a calendar program, as .ics or .eml"
ONE_BY_ONE = "Save the mails in it one by one."
MOST_WORK = 200_000_000
"""Boundaries times lines: each line is held against each boundary that is open. This takes a quarter of a minute."""

MOST_PARTS = 20_000
DEEPEST = 10
"""Mails in an encoding within one another. Each level is smaller than the one around it."""

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
LINE_END = re.compile(rb"(?<!\r)\r++\n")
PACKED = ("base64", "quoted-printable", "x-uuencode", "uuencode", "x-uue", "uue")
ANY_FILE = ("application/octet-stream", "application/x-unknown", "application/unknown", "application/binary")
# A mailbox of several mails; each begins with such a line (RFC 4155), after an empty one.
BETWEEN_MAILS = re.compile(rb"(?:\A|(?<=\n\n))From (?=[^\n]*\d{4})[^\n]*+\n(?=[!-9;-~]+:)")
HEAD = re.compile(rb"(?:>?From [^\n]*\n)?[!-9;-~]+:")
OF_A_MAIL = re.compile(rb"^(?:from|date|received|mime-version|message-id|return-path):", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class MailPart:
    """One part of a mail that is not made of parts.

    Parameters
    ----------
    type, name, charset, method
        As its head tells; empty where it does not.
    content
        Its bytes, out of their transfer encoding.
    mailed
        When the mail around it was sent, in UTC: the inmost one that tells. None if none does.
    """

    type: str
    name: str
    charset: str
    method: str
    content: bytes
    mailed: datetime | None


class _Mail(Message):
    """A mail; one within it that is in an encoding is not looked into before it is out of that.

    RFC 2045 (section 6.4) allows no encoding there, but Exchange and some gateways use base64.
    """

    def get_content_maintype(self) -> str:
        main = super().get_content_maintype()
        encoding = str(self.get("Content-Transfer-Encoding", "")).strip().casefold()
        return "application" if main == "message" and encoding in PACKED else main


def mail_parts(data: bytes, zone: tzinfo) -> tuple[bool, Iterator[MailPart]]:
    """Return whether this begins like a mail, and the parts of it, those of mails within it included.

    Parameters
    ----------
    data
        A mail, or several in the form of a mailbox.
    zone
        Of a Date without one.

    Raises
    ------
    NotUnderstood
        It has so many parts or levels that no program has written it; also while the parts are read.
    """
    mails = [_parsed(mail) for mail in _mails(_plain(data))]
    first = mails[0]
    likely = "From" in first and ("Date" in first or "Subject" in first)
    return likely, (part for mail in mails for part in _leaves(mail, zone, None, DEEPEST))


def _plain(data: bytes) -> bytes:
    r"""Return a mail whose lines end with ``\n``, from its first letter on."""
    if data.startswith(UTF_16_MARKS):
        data = data.decode("utf-16", errors="replace").encode()
    data = LINE_END.sub(b"\n", data.lstrip(BEFORE_TEXT))
    data = data if b"\n" in data else data.replace(b"\r", b"\n")
    return data.removeprefix(b">") if data.startswith(b">From ") else data


def _mails(data: bytes) -> list[bytes]:
    if data.count(b"\nFrom ") > MOST_PARTS:
        raise NotUnderstood("", "it has too many mails in it", EXPECTED, ONE_BY_ONE)
    begins = [match.start() for match in BETWEEN_MAILS.finditer(data)] if data.startswith(b"From ") else []
    return [data[begin:end] for begin, end in pairwise([*(begins or [0]), len(data)])]


def _parsed(data: bytes) -> Message:
    if data.lower().count(b"boundary") * data.count(b"\n") > MOST_WORK or data.count(b"\n--") > MOST_PARTS:
        raise NotUnderstood("", "it has too many parts", EXPECTED, ONE_BY_ONE)
    try:
        return message_from_bytes(data, _Mail)
    except RecursionError as error:
        raise _too_deep() from error


def _too_deep() -> NotUnderstood:
    return NotUnderstood("", "mails lie within mails, many levels deep", EXPECTED, "Save the inmost one.")


def _leaves(mail: Message, zone: tzinfo, around: datetime | None, levels: int) -> Iterator[MailPart]:
    if levels == 0:
        raise _too_deep()
    still = [(mail, mail_time(mail, zone) or around)]
    while still:
        part, mailed = still.pop()
        if part.is_multipart():
            is_mail = part.get_content_maintype() == "message"
            inner = [each for each in part.get_payload() if isinstance(each, Message)]
            still += [(each, (is_mail and mail_time(each, zone)) or mailed) for each in reversed(inner)]
            continue
        leaf = _leaf(part, mailed)
        if _is_mail(leaf):
            for data in _mails(_plain(leaf.content)):
                yield from _leaves(_parsed(data), zone, mailed, levels - 1)
        else:
            yield leaf


def _leaf(part: Message, mailed: datetime | None) -> MailPart:
    content = _tried(lambda: part.get_payload(decode=True))
    method = _tried(lambda: part.get_param("method"))
    return MailPart(
        type=part.get_content_type(),
        name=_text(_tried(part.get_filename)),
        charset=_text(_tried(part.get_content_charset)),
        method=_text(method),
        content=content if isinstance(content, bytes) else b"",
        mailed=mailed,
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _tried(get: Callable[[], object]) -> object:
    """Return what `get` returns; None where Python's own reading of a mail fails, as at a zero in a charset's name."""
    try:
        return get()
    except ValueError:
        return None


def _is_mail(leaf: MailPart) -> bool:
    """Return whether a part is a mail itself: by its type, its name, or how a file of no known type begins."""
    if is_calendar(leaf.content):
        return False
    if leaf.type in ("message/rfc822", "message/global", "message/news") or leaf.name.casefold().endswith(".eml"):
        return True
    begin = leaf.content[:4000].lstrip(BEFORE_TEXT)
    return leaf.type in ANY_FILE and HEAD.match(begin) is not None and OF_A_MAIL.search(begin) is not None
