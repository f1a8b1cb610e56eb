"""When a mail was sent, as far as its head tells."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from email.message import Message
from email.utils import parsedate_to_datetime

from ltsched.domain.spans import YEARS

__all__ = ["mail_time"]

LONGEST = 200


def mail_time(mail: Message, zone: tzinfo) -> datetime | None:
    """Return when a mail was sent, in UTC: its Date, or else when a server received it; None where nobody can tell.

    A Date without a zone is local in `zone`. Of several Received the first is the latest (:rfc:`5321#section-4.4`).
    Resent-Date counts only where there is neither: it tells when somebody passed the mail on.
    """
    return next(filter(None, (_moment(text, zone) for text in _told(mail))), None)


def _told(mail: Message) -> Iterator[str]:
    """Yield what may be a time, the best first."""
    yield from map(str, mail.get_all("Date", []))
    for line in mail.get_all("Received", []):
        yield str(line).rpartition(";")[2]
    yield from map(str, mail.get_all("Resent-Date", []))


def _moment(text: str, zone: tzinfo) -> datetime | None:
    text = " ".join(text[:LONGEST].split())
    try:
        found = parsedate_to_datetime(text)
        if found.tzinfo is None:
            # "-0000" is UTC, too (RFC 5322, section 3.3).
            found = found.replace(tzinfo=UTC if "-0000" in text else zone)
        found = found.astimezone(UTC)
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError):
        return None
    return found if found.year in YEARS else None
