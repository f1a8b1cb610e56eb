"""The calendars in a file that somebody has saved: the file itself, or parts of a mail."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from ltsched.files.calendars.syntax.doubts import NotUnderstood
from ltsched.files.invitations.mail_parts import EXPECTED, MailPart, mail_parts
from ltsched.files.invitations.reply_text import calendar_text, is_calendar

__all__ = ["EXPECTED", "Calendars", "MailedCalendar", "calendars_in"]

OUTLOOK_MESSAGE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The first bytes of an .msg file."""

WINMAIL = b"\x78\x9f\x3e\x22"
"""The first bytes of a winmail.dat (TNEF), as it falls out of a mail."""

BLANK = b" \t\r\n"
CALENDAR_TYPES = ("text/calendar", "application/ics")
WINMAIL_TYPES = ("application/ms-tnef", "application/vnd.ms-tnef")
SEALED_TYPES = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")

SAVE_AS = "Save the mail as .eml: in Outlook on the web and new Outlook, ⋯ > Save as; in Thunderbird, Save As"
SAVE_THE_INNER = "Open it and save it as .eml by itself."
IN_WORDS = "If somebody answered in words, read them yourself."
IN_OUTLOOK = "Read the answer in Outlook yourself, or ask the sender not to send it as Rich Text."
UNSEALED = "Read the answer in your mail program yourself, or ask the sender not to encrypt it."


@dataclass(frozen=True, slots=True)
class MailedCalendar:
    """The text of a calendar; the method that its part of a mail names, or empty; when that was mailed, if known."""

    text: str
    method: str
    mailed: datetime | None


@dataclass(frozen=True, slots=True)
class Calendars:
    """The calendars in a file, whether it is a mail, and what in it should have been a calendar and is not."""

    found: tuple[MailedCalendar, ...]
    in_mail: bool
    unread: tuple[NotUnderstood, ...] = ()


def calendars_in(data: bytes, zone: tzinfo) -> Calendars:
    """Return the calendars in a file.

    Parameters
    ----------
    data
        A calendar, a mail, or several mails in the form of a mailbox; mails may be forwarded in others.
    zone
        Of the Date of a mail without one.

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
    if is_calendar(data):
        return Calendars((MailedCalendar(calendar_text(data, ""), "", None),), False)
    is_mail, parts = mail_parts(data, zone)
    listed = list(parts)
    found = [
        MailedCalendar(calendar_text(part.content, part.charset), part.method, part.mailed)
        for part in listed
        if _is_calendar(part)
    ]
    unread = [
        NotUnderstood("", "a mail that lies in it is a message in Outlook's own form", EXPECTED, SAVE_THE_INNER)
        for part in listed
        if part.content.startswith(OUTLOOK_MESSAGE) and _is_message(part)
    ]
    if not found and not unread:
        raise _nothing(listed, is_mail)
    return Calendars(tuple(found), True, tuple(unread))


def _is_calendar(part: MailPart) -> bool:
    """Return whether a part is a calendar; many send it as a file of another type, some without a name."""
    named = part.type in CALENDAR_TYPES or part.name.casefold().endswith(".ics")
    return named or is_calendar(part.content)


def _is_message(part: MailPart) -> bool:
    """Tell a message of Outlook from documents of Word and Excel, which begin with the same bytes."""
    return part.type == "application/vnd.ms-outlook" or part.name.casefold().endswith(".msg")


def _nothing(parts: Sequence[MailPart], is_mail: bool) -> NotUnderstood:
    """Say why there is no calendar in a mail."""
    if any(part.type in WINMAIL_TYPES or part.content.startswith(WINMAIL) for part in parts):
        return NotUnderstood("", "its answer is a winmail.dat, which only Outlook reads", EXPECTED, IN_OUTLOOK)
    if any(part.type in SEALED_TYPES for part in parts):
        return NotUnderstood("", "it is encrypted, or sealed by its signature", EXPECTED, UNSEALED)
    if is_mail:
        return NotUnderstood("", "the mail has no answer of a calendar program in it", EXPECTED, IN_WORDS)
    return NotUnderstood("", "it is neither a calendar nor a mail", EXPECTED)
