"""The calendars in a file that somebody has saved: the file itself, or parts of a mail."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from email import message_from_bytes
from email.message import Message

from ltsched.files.calendars.doubts import NotUnderstood
from ltsched.files.text import decode

__all__ = ["EXPECTED", "calendars_in"]

OUTLOOK_MESSAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an .msg file."""

WINMAIL = b"\x78\x9f\x3e\x22"
"""The first bytes of a winmail.dat (TNEF), as it falls out of a mail."""

MOST_MAIL_WORK = 200_000_000
"""Boundaries times lines: each line is held against each boundary that is open. This takes a quarter of a minute."""

BOM = "\ufeff"
BLANK = b" \t\r\n"
BEFORE_TEXT = b"\xef\xbb\xbf\xff\xfe\0" + BLANK
# Python knows codecs that are no charsets of a mail, some of which take for ever.
CHARSETS = ("utf", "us-", "ascii", "iso", "latin", "windows-", "cp", "koi8", "mac", "big5", "gb", "euc", "shift")

EXPECTED = "expected the answer of a calendar program, as .ics or .eml"
SAVE_AS = "Save the mail as .eml: in Outlook on the web and new Outlook, ⋯ > Save as; in Thunderbird, Save As"
IN_WORDS = "If somebody answered in words, read them yourself."
IN_OUTLOOK = "Read the answer in Outlook yourself, or ask the sender not to send it as Rich Text."


def calendars_in(data: bytes) -> tuple[list[tuple[str, str]], bool]:
    """Return the text of each calendar with the method that its part of the mail names, and whether it is a mail.

    Where nothing names a method, it is empty.

    Raises
    ------
    NotUnderstood
        There is no calendar in it.
    """
    if not data.strip(BLANK):
        raise NotUnderstood("", "it is empty", EXPECTED)
    if data.startswith(OUTLOOK_MESSAGE):
        raise NotUnderstood("", "it is a message in Outlook's own form", EXPECTED, SAVE_AS)
    if data.startswith(WINMAIL):
        raise NotUnderstood("", "it is a winmail.dat, which only Outlook reads", EXPECTED, IN_OUTLOOK)
    # Half of the bytes of UTF-16 are zeros.
    if data[:200].lstrip(BEFORE_TEXT).replace(b"\0", b"").upper().startswith(b"BEGIN:VCAL"):
        return [(_text(data, ""), "")], False
    return _in_mail(data), True


def _in_mail(data: bytes) -> list[tuple[str, str]]:
    parts = _parts(data.lstrip(BEFORE_TEXT))
    found = [(_text(_content(part), _charset(part)), _method(part)) for part in parts if _fits(part)]
    if found:
        return found
    if any(part.get_content_type() in ("application/ms-tnef", "application/vnd.ms-tnef") for part in parts):
        raise NotUnderstood("", "its answer is a winmail.dat, which only Outlook reads", EXPECTED, IN_OUTLOOK)
    if "From" in parts[0] and ("Date" in parts[0] or "Subject" in parts[0]):
        raise NotUnderstood("", "the mail has no answer of a calendar program in it", EXPECTED, IN_WORDS)
    raise NotUnderstood("", "it is neither a calendar nor a mail", EXPECTED)


def _parts(data: bytes) -> list[Message]:
    """Return the mail and all parts of it, those of mails within it included."""
    if data.lower().count(b"boundary") * data.count(b"\n") > MOST_MAIL_WORK:
        raise NotUnderstood("", "it has too many parts", EXPECTED, "Save the mails in it one by one.")
    try:
        return list(message_from_bytes(data).walk())
    except RecursionError as error:
        raise NotUnderstood("", "mails lie within mails, many levels deep", EXPECTED, "Save the inmost one.") from error


def _fits(part: Message) -> bool:
    """Tell whether a part is a calendar; Google and others send it once more as a file of another type."""
    named = str(_tried(part.get_filename)).casefold().endswith(".ics")
    return not part.is_multipart() and (named or part.get_content_type() in ("text/calendar", "application/ics"))


def _method(part: Message) -> str:
    method = part.get_param("method")
    return method if isinstance(method, str) else ""


def _content(part: Message) -> bytes:
    content = _tried(lambda: part.get_payload(decode=True))
    return content if isinstance(content, bytes) else b""


def _charset(part: Message) -> str:
    charset = _tried(part.get_content_charset)
    return charset if isinstance(charset, str) else ""


def _tried(get: Callable[[], object]) -> object:
    """Return what `get` returns; None where Python's own reading of a mail fails, as at a zero in a charset's name."""
    try:
        return get()
    except ValueError:
        return None


def _text(data: bytes, charset: str) -> str:
    """Return the text of a calendar; what is in no charset becomes replacement characters."""
    if charset.startswith(CHARSETS):
        with contextlib.suppress(LookupError, ValueError):  # no such charset, or it is not in that
            return data.decode(charset).removeprefix(BOM)
    with contextlib.suppress(ValueError):
        return decode(data)
    return data.decode("utf-8", errors="replace").replace("\0", "").removeprefix(BOM)
