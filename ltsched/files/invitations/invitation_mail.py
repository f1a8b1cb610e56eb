"""An iTIP object in a mail that can be sent as it is (RFC 6047)."""

from __future__ import annotations

import re
from datetime import datetime
from email.charset import QP, Charset
from email.header import Header
from email.mime.multipart import MIMEMultipart
from email.mime.nonmultipart import MIMENonMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime, make_msgid

from ltsched.domain.words.wording import one_line

__all__ = ["invitation_mail"]

PLAIN = re.compile(r"[A-Za-z0-9 '.-]{0,60}")
"""A name that needs no encoding, and is too short to be folded."""

SUBJECT_PLAIN = re.compile(r"(?!.*=\?)(?!.*[^ ]{61})[ -~]*")
"""A subject that looks like no encoded word, and whose words fit into a line."""


def invitation_mail(
    ics: bytes,
    method: str,
    *,
    sender: tuple[str, str],
    recipient: tuple[str, str],
    subject: str,
    text: str,
    at: datetime,
) -> bytes:
    """Return the mail: plain text, and after it the iTIP object, which mail programs prefer where they know it.

    Parameters
    ----------
    ics, method
        The iTIP object and its METHOD, which the MIME type repeats (RFC 6047, section 2.4).
    sender, recipient
        Name and address of each; the name may be empty.
    subject, text
        In any characters; line breaks in the subject become blanks.
    at
        The date of the mail.
    """
    readable = Charset("utf-8")
    readable.body_encoding = QP
    mail = MIMEMultipart("alternative")
    mail["From"] = _mailbox("From", *sender)
    mail["To"] = _mailbox("To", *recipient)
    mail["Subject"] = _subject(subject)
    mail["Date"] = format_datetime(at)
    # The domain of the sender, or else the name of this machine would stand there.
    mail["Message-ID"] = make_msgid(domain=sender[1].rpartition("@")[2])
    mail["X-Unsent"] = "1"  # Outlook opens such a file ready to be sent.
    plain = MIMENonMultipart("text", "plain")
    plain.set_payload(text, readable)
    mail.attach(plain)
    calendar = MIMEText(ics.decode(), "calendar", "utf-8")
    calendar.set_param("method", method)
    mail.attach(calendar)
    return mail.as_bytes(policy=compat32.clone(linesep="\r\n"))


def _mailbox(header: str, name: str, email: str) -> str:
    """Return name and address for a header.

    In Pythons that are in use the newer interface of the package drops the quotes of a long name (cpython issue 80222)
    and lets an encoded word in a name break out of it (121284): so every name but a plain one is encoded here.
    """
    name = one_line(name)
    if not name:
        return email
    if not PLAIN.fullmatch(name):
        name = Header(name, "utf-8", header_name=header).encode(linesep="")
    elif "." in name:
        name = f'"{name}"'
    return f"{name} <{email}>"


def _subject(text: str) -> str:
    text = one_line(text)
    return text if SUBJECT_PLAIN.fullmatch(text) else Header(text, "utf-8", header_name="Subject").encode(linesep="")
