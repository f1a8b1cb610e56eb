"""Answers to invitations: who has said what, to which version of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

__all__ = ["Answer", "Said"]


class Said(StrEnum):
    """What an answer says: a PARTSTAT of RFC 5545, section 3.2.12."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    TENTATIVE = "tentative"
    DELEGATED = "delegated"


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody has answered: a line of the ledger, never changed afterwards.

    Parameters
    ----------
    uid, sequence
        Which invitation, and which version of it.
    said
        What they answered.
    at
        When, as their calendar tells it (DTSTAMP), in UTC.
    sender
        The address that answered.
    counts
        Whether it was the address that was invited, or one that the user lets count; somebody to whom an invitation
        was forwarded may answer it too.
    comment
        What they wrote to it, on one line; may be empty.
    start, end
        The time that they propose instead, ``[start, end)``: a COUNTER of RFC 5546, section 3.2.7. None unless they do.
    """

    uid: str
    sequence: int
    said: Said
    at: datetime
    sender: str
    counts: bool = True
    comment: str = ""
    start: datetime | None = None
    end: datetime | None = None
