"""Record answers to invitations in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from ltsched.domain.answered import Arrival, Fate, take_in
from ltsched.domain.answers import Answer, Said
from ltsched.domain.invitations import Ledger
from ltsched.domain.review import Review
from ltsched.errors import Mistake
from ltsched.files.folder_entries import LEDGER_FILE
from ltsched.files.ledger_file import read_ledger, write_ledger
from ltsched.files.mistake_limit import told
from ltsched.files.one_writer import one_writer
from ltsched.files.own_uid import uid_key
from ltsched.files.reply_files import Reply, read_replies
from ltsched.options.table_reader import shown

__all__ = ["Recording", "record_replies"]

SUFFIXES = (".ics", ".eml", ".msg")
ANOTHER_REVIEW = "Is it the answer to another review, or is the ledger not the newest?"


@dataclass(frozen=True, slots=True)
class Recording:
    """What has come in, in the order of its times, the mistakes, and the ledger as it is now."""

    arrivals: tuple[Arrival, ...]
    mistakes: tuple[Mistake, ...]
    ledger: Ledger


def record_replies(review: Review, folder: Path, files: Sequence[Path] = (), *, any_address: bool = False) -> Recording:
    """Read answers from `files` and record them in the ledger of the review.

    Whatever can be understood is recorded, even where other files are wrong; what was recorded before is not recorded
    twice. The ledger is written only where something is new.

    Parameters
    ----------
    review, folder
        The review, and its folder.
    files
        Mails and iCalendar files; of a folder among them, all that lie in it.
    any_address
        Let answers count that come from an address which was not invited.

    Raises
    ------
    InvalidReview
        The ledger cannot be understood.
    UnwritableOutput
        The disk refuses, or another run does not end.
    """
    mistakes: list[Mistake] = []
    replies = [reply for file in _listed(files, mistakes) for reply in read_replies(file, review.timezone, mistakes)]
    if not replies:
        return Recording((), tuple(told(mistakes)), read_ledger(folder, review.reference, review.timezone))
    with one_writer(folder / LEDGER_FILE):
        before = ledger = read_ledger(folder, review.reference, review.timezone)
        issued = {uid_key(uid): uid for uid in ledger.uids()}
        arrivals: list[Arrival] = []
        for reply in sorted(replies, key=_place):
            uid = issued.get(uid_key(reply.uid))
            if uid is None:
                mistakes.append(_unknown(reply))
                continue
            reply = replace(reply, uid=uid)
            answer = _answer(reply, ledger, any_address, mistakes)
            if answer is None:
                continue
            arrival = take_in(ledger, answer)
            if arrival.fate is Fate.TOO_NEW:
                mistakes.append(_too_new(reply, arrival))
                continue
            arrivals.append(arrival)
            if arrival.fate is not Fate.KNOWN:
                ledger = replace(ledger, answers=(*ledger.answers, answer))
        if ledger != before:
            write_ledger(folder, ledger)
    return Recording(tuple(arrivals), tuple(told(mistakes)), ledger)


def _listed(files: Iterable[Path], mistakes: list[Mistake]) -> list[Path]:
    """Return the files, those of folders included, in their order."""
    found: list[Path] = []
    for file in files:
        try:
            inside = _inside(file) if file.is_dir() else [file]
        except OSError as error:
            reason = error.strerror or type(error).__name__
            mistakes.append(Mistake(str(file), "", f"it cannot be read ({reason})", "expected answers"))
            continue
        if not inside:
            mistakes.append(Mistake(str(file), "", "no .ics or .eml lies in it", "expected answers"))
        found += inside
    return list(dict.fromkeys(found))


def _inside(folder: Path) -> list[Path]:
    """Return the answers in a folder; macOS leaves a hidden "._reply.eml" beside a "reply.eml"."""
    return sorted(
        path for path in folder.iterdir() if path.suffix.casefold() in SUFFIXES and not path.name.startswith(".")
    )


def _place(reply: Reply) -> tuple[datetime, str]:
    """Return by what answers are put in order: of two in the same second, the order of the files decides nothing."""
    return reply.at, repr(replace(reply, path=""))


def _answer(reply: Reply, ledger: Ledger, any_address: bool, mistakes: list[Mistake]) -> Answer | None:
    """Return what a reply says, for the one of its attendees who was invited; None after a mistake."""
    invited = {line.email.casefold() for line in ledger.issued if line.uid == reply.uid}
    own = [each for each in reply.attendees if each[0].casefold() in invited]
    if not own and len(reply.attendees) > 1:
        found = f"{len(reply.attendees)} people stand there, none of whom was invited to this"
        mistakes.append(Mistake(reply.path, "ATTENDEE", found, "expected the one who answers"))
        return None
    sender, partstat = (own or reply.attendees)[0]
    said = _said(partstat, proposes=reply.proposed is not None)
    if said is None:
        expected = f"expected {', '.join(word.upper() for word in Said)}"
        mistakes.append(Mistake(reply.path, "PARTSTAT", f"{shown(partstat)} stands there", expected))
        return None
    start, end = reply.proposed or (None, None)
    answer = Answer(reply.uid, reply.sequence, said, reply.at, sender, True, reply.comment, start, end)
    if own or any_address or answer in ledger.answers:  # the last where an earlier run was to let any address count
        return answer
    return replace(answer, counts=False)


def _said(partstat: str, *, proposes: bool) -> Said | None:
    """Return what a PARTSTAT says; who proposes another time without one has not made up their mind."""
    if partstat == "NEEDS-ACTION" and proposes:
        return Said.TENTATIVE
    return next((word for word in Said if word.upper() == partstat), None)


def _unknown(reply: Reply) -> Mistake:
    found = f"no invitation of this review has {shown(reply.uid)}"
    return Mistake(reply.path, "UID", found, f"expected one of {LEDGER_FILE}", ANOTHER_REVIEW)


def _too_new(reply: Reply, arrival: Arrival) -> Mistake:
    newest = arrival.to.sequence if arrival.to else 0
    expected = f"the newest that was issued is {newest}"
    return Mistake(reply.path, "SEQUENCE", str(reply.sequence), expected, ANOTHER_REVIEW)
