"""Who has answered what, and who has not: the answers of a ledger put to its invitations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum

from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method

__all__ = ["LONG_AGO", "Answered", "Arrival", "Fate", "answered", "latest_answers", "take_in", "taken_out"]

LONG_AGO = datetime.min.replace(tzinfo=UTC)


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
    """

    COUNTED = "counted"
    REPLACED = "replaced"
    OUTDATED = "outdated"
    OF_ANOTHER = "of-another"
    KNOWN = "known"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Arrival:
    """An answer that has come in, with the message that it answers (None if nothing is known of it).

    `note` says in a few words what is strange about it; empty if nothing is.
    """

    fate: Fate
    answer: Answer
    to: Issued | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """An invitation that stands, with the answer that counts; None if there is none yet."""

    issued: Issued
    answer: Answer | None


def answered(ledger: Ledger) -> tuple[Answered, ...]:
    """Return every invitation that stands with its answer, in the order of time.

    Of several answers to the same version the latest counts, by what their senders' calendars say (DTSTAMP). Of those
    with one DTSTAMP, as of programs that copy that of the invitation, the one whose mail was sent last counts; where no
    mail says so, the one that came in last.
    """
    latest = latest_answers(ledger.answers)
    return tuple(Answered(line, latest.get((line.uid, line.sequence))) for line in ledger.standing())


def latest_answers(answers: Iterable[Answer]) -> Mapping[tuple[str, int], Answer]:
    """Return the answer that counts for each version of an invitation, by UID and SEQUENCE.

    `answers` are in the order in which they came in. A version without an answer is not there.
    """
    found: dict[tuple[str, int], tuple[tuple[datetime, datetime], Answer]] = {}
    mailed: dict[tuple[str, int, datetime], datetime] = {}
    for answer in answers:
        if not answer.counts:
            continue
        key, second = (answer.uid, answer.sequence), (answer.uid, answer.sequence, answer.at)
        # One that no mail tells a time of came in after all that were there.
        so_far = mailed.get(second, LONG_AGO)
        place = answer.at, answer.mailed or so_far
        mailed[second] = max(so_far, place[1])
        if key not in found or place >= found[key][0]:
            found[key] = place, answer
    return {key: answer for key, (_, answer) in found.items()}


def take_in(ledger: Ledger, answer: Answer) -> Arrival:
    """Return what becomes of `answer`, as it is written; `ledger` is as it was before.

    The answer of the arrival is the one to record: put to a version that was issued.
    """
    issued = [line for line in ledger.issued if line.uid == answer.uid]
    if not issued:
        return Arrival(Fate.UNKNOWN, answer)
    known = [each for each in ledger.answers if each.uid == answer.uid and each.as_written() == answer.as_written()]
    answer = replace(known[-1], mailed=answer.mailed) if known else _put_to_a_version(issued, answer)
    to, last = _version(issued, answer.sequence), issued[-1]
    if known and not _is_said_again(ledger, known, answer):
        return Arrival(Fate.KNOWN, known[-1], to)
    return Arrival(_fate(ledger, answer, last), answer, to, _raised(answer))


def taken_out(ledger: Ledger, activity: str, person: str) -> Issued | None:
    """Return the invitation that somebody has declined, and that was taken back then; None if there is none.

    Only of a booking that others are invited to at the same time: whoever can come after all can be planned for again.
    """
    theirs = [line for line in ledger.issued if (line.told.activity, line.told.recipient) == (activity, person)]
    asked = next((line for line in reversed(theirs) if line.method is Method.REQUEST), None)
    if asked is None or theirs[-1].method is not Method.CANCEL:
        return None
    time = (activity, asked.told.start, asked.told.end)
    version = (asked.uid, asked.sequence)
    stands = any((line.told.activity, line.told.start, line.told.end) == time for line in ledger.standing())
    refused = any((one.uid, one.sequence) == version and one.said is Said.DECLINED for one in ledger.answers)
    return asked if stands and refused else None


def _fate(ledger: Ledger, answer: Answer, last: Issued) -> Fate:
    """Return what becomes of an answer that is new, to an invitation of which `last` is the last message."""
    if answer.sequence < last.sequence or last.method is Method.CANCEL:
        back = taken_out(ledger, last.told.activity, last.told.recipient)
        if back is None or (back.uid, back.sequence) != (answer.uid, answer.sequence):
            return Fate.OUTDATED
    if not answer.counts:
        return Fate.OF_ANOTHER
    latest = latest_answers((*ledger.answers, answer))[answer.uid, answer.sequence]
    return Fate.COUNTED if latest is answer else Fate.REPLACED


def _is_said_again(ledger: Ledger, known: Sequence[Answer], answer: Answer) -> bool:
    """Return whether a later mail says once more what was said before another answer with the same DTSTAMP.

    By telephone, whatever is said last is the later one.
    """
    mailed = answer.mailed
    if answer.by_telephone:
        second = answer.uid, answer.sequence, answer.at
        same = [each for each in ledger.answers if (each.uid, each.sequence, each.at) == second and each.counts]
        return same[-1] not in known
    if mailed is None or any(each.mailed is not None and each.mailed >= mailed for each in known):
        return False
    second = answer.uid, answer.sequence, answer.at
    others = (each for each in ledger.answers if (each.uid, each.sequence, each.at) == second and each.counts)
    return any(each not in known for each in others)


def _put_to_a_version(issued: Sequence[Issued], answer: Answer) -> Answer:
    """Return `answer` with the SEQUENCE of what it answers: some programs raise theirs above any that was issued.

    It is to the version that stood when it was given; to the last one if nothing had been issued by then, as its clock
    is wrong.
    """
    newest = issued[-1].sequence
    if answer.sequence <= newest:
        return answer
    stood = [line.sequence for line in issued if line.issued_at <= answer.at]
    return replace(answer, sequence=stood[-1] if stood else newest, raised=answer.sequence)


def _raised(answer: Answer) -> str:
    if answer.raised is None:
        return ""
    return f"its SEQUENCE is {answer.raised}, but that of the invitation was {answer.sequence}"


def _version(issued: Sequence[Issued], sequence: int) -> Issued:
    """Return the message that had `sequence`, or the last one before it: answers may leave their SEQUENCE out."""
    return next((line for line in reversed(issued) if line.sequence <= sequence), issued[0])
