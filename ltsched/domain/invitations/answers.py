"""Answers to invitations: who has said what, to which version of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
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
        When, in UTC: as their calendar tells it (DTSTAMP), or when they said it by telephone.
    sender
        The address that answered; empty for an answer by telephone.
    counts
        Whether it was the address that was invited, or one that the user lets count; somebody to whom an invitation
        was forwarded may answer it too.
    comment
        What they wrote to it, on one line; may be empty.
    start, end
        The time that they propose instead, ``[start, end)``: a COUNTER of RFC 5546, section 3.2.7. None unless they do.
    mailed
        When the mail that it came in was sent, in UTC; None where no mail says so.
    raised
        The SEQUENCE in the answer, where it is higher than that of any version that had been issued: some programs
        raise it. None where it is that of a version.
    taken_by
        Who took it, where it was given by telephone; empty where nobody is named. None where it came by mail.
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
    mailed: datetime | None = None
    raised: int | None = None
    taken_by: str | None = None

    @property
    def by_telephone(self) -> bool:
        """Whether somebody has said it, instead of a calendar program."""
        return self.taken_by is not None

    def as_written(self) -> Answer:
        """Return what was said, and when: two mails with one answer have this in common."""
        return replace(self, sequence=self.sequence if self.raised is None else self.raised, mailed=None, raised=None)
