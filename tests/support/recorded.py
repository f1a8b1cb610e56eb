"""A review with invitations, the answers to it, and what became of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from ltsched.domain.activities import Activity
from ltsched.domain.invitations.answered import Fate, answered
from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Ledger, invitation_uid
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.errors import Mistake
from ltsched.files.invitations.issuing import issue
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.invitations.recording import Recording, record_replies
from tests.support.agendas import LONDON, activity, agenda, at, booking, person, timetable
from tests.support.reply_texts import (
    Told,
)
from tests.support.written import write_timetable

__all__ = ["ANOTHER_REVIEW", "LEAD", "NOW", "OF_TEAM", "PANEL", "SET_UP", "UID", "Case", "fates", "mistake_of"]

NOW = datetime(2027, 1, 20, 8, tzinfo=UTC)
SET_UP = activity("set-up", must=("l1",), expected=("t1",))
PANEL = activity("panel", must=("l1",))
UID = invitation_uid("LT-TEST-1", "set-up", "l1")
LEAD = Told(uid=UID)
OF_TEAM = Told(uid=invitation_uid("LT-TEST-1", "set-up", "t1"), email="t1@example.org")
ANOTHER_REVIEW = "Is it the answer to another review, or is the ledger not the newest?"


class Case:
    """A review for which invitations were issued, and the answers to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.files = folder / "answers"
        self.files.mkdir()
        self.review = self.issue()

    def issue(self, clock: str = "10:00", held: Sequence[Activity] = (SET_UP,)) -> Review:
        """Issue the invitations to bookings on that Monday at `clock`."""
        plan = agenda([person("l1", Role.LEAD_REVIEWER), person("t1")], held)
        write_timetable(self.folder / "out", timetable(plan, [booking(plan, each.id, at(0, clock)) for each in held]))
        issue(plan.review, self.folder, self.folder / "out", now=NOW)
        return plan.review

    def file(self, data: bytes, name: str = "a.ics") -> Path:
        """Save an answer."""
        (self.files / name).write_bytes(data)
        return self.files / name

    def record(self, *answers: bytes, any_address: bool = False) -> Recording:
        """Record answers, each from a file of its own; the ledger on the disk is what is returned."""
        files = [self.file(data, f"{number:03}.eml") for number, data in enumerate(answers)]
        recording = record_replies(self.review, self.folder, files, any_address=any_address)
        assert self.ledger() == recording.ledger
        return recording

    def ledger(self) -> Ledger:
        """Return what is on the disk."""
        return read_ledger(self.folder, "LT-TEST-1", LONDON)

    def said(self, uid: str = UID) -> Said | None:
        """Return the answer that counts."""
        found = {each.issued.uid: each.answer for each in answered(self.ledger())}
        answer = found[uid]
        return answer.said if answer else None


def fates(recording: Recording) -> list[Fate]:
    """Return what became of the answers; there must be no mistake."""
    assert recording.mistakes == ()
    return [arrival.fate for arrival in recording.arrivals]


def mistake_of(recording: Recording) -> Mistake:
    """Return the only mistake, told in one line; nothing must have come in."""
    assert recording.arrivals == ()
    (mistake,) = recording.mistakes
    assert str(mistake).isprintable()
    return mistake
