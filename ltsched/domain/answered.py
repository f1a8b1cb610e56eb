"""Who has answered what, and who has not: the answers of a ledger put to its invitations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ltsched.domain.answers import Answer
from ltsched.domain.invitations import Issued, Ledger, Method

__all__ = ["Answered", "Arrival", "Fate", "answered", "take_in"]


class Fate(StrEnum):
    """What becomes of an answer that has come in.

    counted
        It answers the invitation as it stands.
    replaced
        A later answer to the same version was known already.
    outdated
        It answers an earlier version, which has been changed or cancelled since.
    of-another
        It comes from an address that was not invited.
    known
        It was recorded before.
    unknown
        Nothing with its UID was issued here.
    too-new
        Its SEQUENCE is higher than any that was issued.
    """

    COUNTED = "counted"
    REPLACED = "replaced"
    OUTDATED = "outdated"
    OF_ANOTHER = "of-another"
    KNOWN = "known"
    UNKNOWN = "unknown"
    TOO_NEW = "too-new"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer that has come in, with the message that it answers (None if nothing is known of it)."""

    fate: Fate
    answer: Answer
    to: Issued | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """An invitation that stands, with the answer that counts; None if there is none yet."""

    issued: Issued
    answer: Answer | None


def answered(ledger: Ledger) -> tuple[Answered, ...]:
    """Return every invitation that stands with its answer, in the order of time.

    Of several answers to the same version the latest counts, by what their senders' calendars say.
    """
    latest = _latest(ledger)
    return tuple(Answered(line, latest.get((line.uid, line.sequence))) for line in ledger.standing())


def _latest(ledger: Ledger) -> Mapping[tuple[str, int], Answer]:
    found: dict[tuple[str, int], Answer] = {}
    for answer in ledger.answers:
        known = found.get((answer.uid, answer.sequence))
        if answer.counts and (known is None or answer.at >= known.at):
            found[answer.uid, answer.sequence] = answer
    return found


def take_in(ledger: Ledger, answer: Answer) -> Arrival:
    """Return what becomes of `answer`; `ledger` is as it was before."""
    issued = [line for line in ledger.issued if line.uid == answer.uid]
    if not issued:
        return Arrival(Fate.UNKNOWN, answer)
    last = issued[-1]
    if answer.sequence > last.sequence:
        return Arrival(Fate.TOO_NEW, answer, last)
    to = _version(issued, answer.sequence)
    if answer in ledger.answers:
        return Arrival(Fate.KNOWN, answer, to)
    if answer.sequence < last.sequence or last.method is Method.CANCEL:
        return Arrival(Fate.OUTDATED, answer, to)
    if not answer.counts:
        return Arrival(Fate.OF_ANOTHER, answer, to)
    known = _latest(ledger).get((answer.uid, answer.sequence))
    replaced = known is not None and known.at > answer.at
    return Arrival(Fate.REPLACED if replaced else Fate.COUNTED, answer, to)


def _version(issued: Sequence[Issued], sequence: int) -> Issued:
    """Return the message that had `sequence`, or the last one before it: answers may leave their SEQUENCE out."""
    return next((line for line in reversed(issued) if line.sequence <= sequence), issued[0])
