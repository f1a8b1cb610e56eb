"""Invitations: what each recipient is told of a booking, what has been issued so far, and what is due next.

The words are those of iTIP (RFC 5546). Each recipient has an invitation of their own for each booking, with a UID, a
SEQUENCE and an ATTENDEE of its own: a calendar server that puts copies of one UID together could otherwise show one to
another, and two people who share a mailbox could not both be invited.
"""

from __future__ import annotations

import hashlib
import json
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from ltsched.domain.invitations.answers import Answer

__all__ = [
    "Change",
    "Due",
    "Invitation",
    "Issued",
    "Ledger",
    "Method",
    "Shown",
    "Told",
    "invitation_uid",
    "what_is_due",
]

UID_SPACE = uuid.UUID("5b1f6a0e-3c0d-5f0a-9a5e-6c7473636864")


class Method(StrEnum):
    """The methods of iTIP that an organiser sends (RFC 5546, section 3.2)."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Shown(StrEnum):
    """Which other attendees an invitation shows.

    With REVIEW_TEAM, lead reviewers and the review team see one another where they meet. Nobody else sees anybody, and
    nobody else is seen.
    """

    NONE = "none"
    REVIEW_TEAM = "review-team"


class Change(StrEnum):
    """Why a message is due."""

    NEW = "new"
    MOVED = "moved"
    CHANGED = "changed"
    CANCELLED = "cancelled"
    WITHDRAWN = "withdrawn"
    AGAIN = "again"


@dataclass(frozen=True, slots=True)
class Told:
    """What somebody is told of one booking, as far as the ledger keeps it.

    Parameters
    ----------
    activity, recipient
        The ids of the activity and of the person.
    email
        The address that the person is invited at.
    summary
        The subject: code name and kind of booking, nothing else.
    start, end
        The booking is ``[start, end)``; both carry the zone of the review.
    location
        The name of the room, or empty.
    """

    activity: str
    recipient: str
    email: str
    summary: str
    start: datetime
    end: datetime
    location: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What tells an invitation from every other one of the review."""
        return self.activity, self.recipient


@dataclass(frozen=True, slots=True)
class Invitation:
    """All that one recipient is told of one booking.

    Parameters
    ----------
    told
        What it is, when and where.
    details
        What else the recipient needs to know, a sentence or two; may be empty.
    others
        Names and addresses of the other attendees that are shown.
    organiser
        The address that answers go to.
    """

    told: Told
    details: str = ""
    others: tuple[tuple[str, str], ...] = ()
    organiser: str = ""

    def hash(self) -> str:
        """Return a hash (SHA-256, hexadecimal) of all that the recipient sees, for times the instants."""
        told = self.told
        seen = [
            told.email.casefold(),
            told.summary,
            told.start.astimezone(UTC).isoformat(),
            told.end.astimezone(UTC).isoformat(),
            told.location,
            self.details,
            self.others,
            self.organiser.casefold(),
        ]
        return hashlib.sha256(json.dumps(seen, ensure_ascii=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Issued:
    """A message that was issued: a line of the ledger, never changed afterwards.

    Parameters
    ----------
    told
        What it says; for a cancellation, what had been told before.
    uid, sequence, method
        What calendars know it by.
    hash
        Of all that the recipient sees.
    issued_at
        When, in UTC: the DTSTAMP.
    batch
        The number of the run, from 1, and the name of its folder.
    """

    told: Told
    uid: str
    sequence: int
    method: Method
    hash: str
    issued_at: datetime
    batch: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """All that was issued for a review, and all that was answered, each in the order in which it came.

    Parameters
    ----------
    reference
        The code name of the review when the first invitation was issued.
    shown
        The choice of the last run, which the next one keeps.
    batches
        How many runs have issued anything.
    writing
        The batch that a run was about to write; None if the last run ended well.
    """

    reference: str
    shown: Shown = Shown.NONE
    batches: int = 0
    writing: int | None = None
    issued: tuple[Issued, ...] = ()
    answers: tuple[Answer, ...] = ()

    def last(self) -> Mapping[tuple[str, str], Issued]:
        """Return the last message of each invitation, by its key, in the order in which they were first issued."""
        return {line.told.key: line for line in self.issued}

    def standing(self) -> tuple[Issued, ...]:
        """Return the invitations that stand, not cancelled, in the order of time."""
        stand = (line for line in self.last().values() if line.method is Method.REQUEST)
        return tuple(sorted(stand, key=lambda line: (line.told.start, *line.told.key)))

    def uids(self) -> frozenset[str]:
        """Return every UID that was ever issued."""
        return frozenset(line.uid for line in self.issued)


@dataclass(frozen=True, slots=True)
class Due:
    """A message that has to be issued.

    `before` is what the recipient was told last; None if nothing. The invitation of a cancellation is what it takes
    back. `hash` is that of all that the recipient will have seen.
    """

    change: Change
    method: Method
    uid: str
    sequence: int
    invitation: Invitation
    before: Told | None
    hash: str


def invitation_uid(reference: str, activity: str, recipient: str) -> str:
    """Return the UID of an invitation: the same after every change of the plan, and another for each recipient."""
    name = f"{reference}\n{activity}\n{recipient}"
    return f"{uuid.uuid5(UID_SPACE, name)}@ltsched"


def what_is_due(
    ledger: Ledger,
    wanted: Sequence[Invitation],
    now: datetime,
    *,
    held: Collection[str] = (),
    again: Collection[str] = (),
) -> tuple[Due, ...]:
    """Return the messages that bring every recipient from what `ledger` has to what is `wanted`.

    Nobody hears of what they see unchanged. What is over on both sides is left alone: an invitation to the past has no
    use, and a cancellation would take a meeting that was held out of people's calendars.

    Parameters
    ----------
    ledger
        What was issued.
    wanted
        The invitations of the timetable, each recipient and activity once.
    now
        What ends by then is over.
    held
        The activities of the timetable: a booking that is not among them any more is cancelled, one that is there
        without the recipient is withdrawn.
    again
        Ids of recipients whose invitations are issued once more as they are.

    Returns
    -------
    tuple of Due
        Cancellations first, then in the order of `wanted`.
    """
    last = ledger.last()
    found: list[Due] = []
    keys = {invitation.told.key for invitation in wanted}
    for key, before in last.items():
        if before.method is Method.REQUEST and key not in keys and before.told.end > now:
            found.append(_taken_back(before, Change.WITHDRAWN if before.told.activity in held else Change.CANCELLED))
    for invitation in wanted:
        found += _due_for(ledger, invitation, last.get(invitation.told.key), now, invitation.told.recipient in again)
    return tuple(found)


def _due_for(ledger: Ledger, wanted: Invitation, before: Issued | None, now: datetime, again: bool) -> Iterable[Due]:
    """Yield what one recipient has to be told of one booking."""
    over = wanted.told.end <= now
    if before is None or before.method is Method.CANCEL:
        if not over:
            uid = before.uid if before else invitation_uid(ledger.reference, *wanted.told.key)
            yield _request(Change.NEW, wanted, uid, before.sequence + 1 if before else 0, before)
    elif over and before.told.end <= now:
        return
    elif wanted.hash() == before.hash:
        if again:
            yield _request(Change.AGAIN, wanted, before.uid, before.sequence, before)
    elif wanted.told.email.casefold() != before.told.email.casefold():
        # Both may end in one mailbox, in either order: the invitation is the later one.
        withdrawn = _taken_back(before, Change.WITHDRAWN)
        yield withdrawn
        yield _request(Change.NEW, wanted, before.uid, withdrawn.sequence + 1, before)
    else:
        moved = (wanted.told.start, wanted.told.end) != (before.told.start, before.told.end)
        yield _request(Change.MOVED if moved else Change.CHANGED, wanted, before.uid, before.sequence + 1, before)


def _request(change: Change, wanted: Invitation, uid: str, sequence: int, before: Issued | None) -> Due:
    told = before.told if before is not None else None
    return Due(change, Method.REQUEST, uid, sequence, wanted, told, wanted.hash())


def _taken_back(before: Issued, change: Change) -> Due:
    """Return the cancellation of what was told last, to the address that was told it."""
    return Due(
        change, Method.CANCEL, before.uid, before.sequence + 1, Invitation(before.told), before.told, before.hash
    )
