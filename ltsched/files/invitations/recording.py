"""Record answers to invitations in the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from operator import itemgetter
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.invitations.answered import LONG_AGO, Arrival, Fate, take_in
from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.review import Review
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.errors import Mistake
from ltsched.files.calendars.own_uid import uid_key
from ltsched.files.disk.one_writer import one_writer
from ltsched.files.invitations.ledger_file import read_ledger, write_ledger
from ltsched.files.invitations.reply_files import Reply, read_replies
from ltsched.validation.mistake_limit import told
from ltsched.validation.shown import shown

__all__ = ["Recording", "record_replies"]

SUFFIXES = (".ics", ".eml", ".msg")
PROMISES = ("DECLINED", "TENTATIVE", "DELEGATED", "ACCEPTED")
"""From the least to the most."""

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
    replies = _in_order(_listed(files, mistakes), review.timezone, mistakes)
    if not replies:
        return Recording((), tuple(told(mistakes)), read_ledger(folder, review.reference, review.timezone))
    with one_writer(folder / LEDGER_FILE):
        before = ledger = read_ledger(folder, review.reference, review.timezone)
        issued = {uid_key(uid): uid for uid in ledger.uids()}
        arrivals: list[Arrival] = []
        for reply in replies:
            uid = issued.get(uid_key(reply.uid))
            if uid is None:
                mistakes.append(_unknown(reply))
                continue
            answer = _answer(replace(reply, uid=uid), ledger, any_address, mistakes)
            if answer is None:
                continue
            arrival = take_in(ledger, answer)
            arrivals.append(arrival)
            if arrival.fate is not Fate.KNOWN:
                ledger = replace(ledger, answers=(*ledger.answers, arrival.answer))
        if ledger != before:
            write_ledger(folder, ledger)
    return Recording(tuple(arrivals), tuple(told(mistakes)), ledger)


def _listed(files: Iterable[Path], mistakes: list[Mistake]) -> dict[Path, int]:
    """Return the files, those of folders included, each with the place of what the user has named."""
    found: dict[Path, int] = {}
    for place, file in enumerate(files):
        try:
            inside = _inside(file) if file.is_dir() else [file]
        except OSError as error:
            reason = error.strerror or type(error).__name__
            mistakes.append(Mistake(str(file), "", f"it cannot be read ({reason})", "expected answers"))
            continue
        if not inside:
            mistakes.append(Mistake(str(file), "", "no .ics or .eml lies in it", "expected answers"))
        for path in inside:
            found.setdefault(path, place)
    return found


def _inside(folder: Path) -> list[Path]:
    """Return the answers in a folder; macOS leaves a hidden "._reply.eml" beside a "reply.eml"."""
    return sorted(
        path for path in folder.iterdir() if path.suffix.casefold() in SUFFIXES and not path.name.startswith(".")
    )


def _in_order(files: Mapping[Path, int], zone: ZoneInfo, mistakes: list[Mistake]) -> list[Reply]:
    """Return the answers in `files` in the order in which they came.

    That is by their own time, then by when their mails were sent, or else by when the files were saved, then by the
    order in which the user has named them. The names of files decide nothing: where all else is the same, the answer
    that promises least comes last.
    """
    found: list[tuple[tuple[object, ...], Reply]] = []
    for file, place in files.items():
        saved = _saved(file)
        for reply in read_replies(file, zone, mistakes):
            promise = min((_promise(partstat) for _, partstat in reply.attendees), default=0)
            order = reply.at, reply.mailed or saved, place, -promise, repr(replace(reply, path=""))
            found.append((order, reply))
    return [reply for _, reply in sorted(found, key=itemgetter(0))]


def _promise(partstat: str) -> int:
    return PROMISES.index(partstat) if partstat in PROMISES else 0


def _saved(file: Path) -> datetime:
    """Return when a file was saved; long ago if the system does not tell."""
    try:
        return datetime.fromtimestamp(file.stat().st_mtime, UTC)
    except (OSError, ValueError, OverflowError):
        return LONG_AGO


def _answer(reply: Reply, ledger: Ledger, any_address: bool, mistakes: list[Mistake]) -> Answer | None:
    """Return what a reply says, for the one of its attendees who was invited; None after a mistake."""
    invited = {line.told.email.casefold() for line in ledger.issued if line.uid == reply.uid}
    own = [each for each in reply.attendees if each[0].casefold() in invited]
    if not own and len(reply.attendees) > 1:
        found = f"{len(reply.attendees)} people stand there, none of whom was invited to this"
        mistakes.append(Mistake(reply.path, "ATTENDEE", found, "expected the one who answers"))
        return None
    sender, partstat = (own or reply.attendees)[0]
    said = _said(partstat, proposes=reply.proposed is not None)
    if said is None:
        expected = f"expected {', '.join(word.upper() for word in Said)}"
        mistakes.append(Mistake(reply.path, "PARTSTAT", shown(partstat), expected))
        return None
    start, end = reply.proposed or (None, None)
    answer = Answer(reply.uid, reply.sequence, said, reply.at, sender, True, reply.comment, start, end, reply.mailed)
    known = (each.as_written() == answer.as_written() for each in ledger.answers if each.uid == answer.uid)
    if own or any_address or any(known):  # the last where an earlier run was to let any address count
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
