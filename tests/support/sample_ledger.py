"""A ledger with something of everything in it, and how one is read."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Ledger, Method, Shown
from ltsched.files.invitations.ledger_file import read_ledger
from tests.support.agendas import LONDON, at
from tests.support.invitations import NOW, REFERENCE, answer, invitation, ledger_of, line


def sample() -> Ledger:
    """Return a ledger with a request, a cancellation, a plain answer and a proposal, on either side of DST."""
    first = line(invitation(start=at(1, "10:00"), location="Große Halle"))
    second = line(invitation(recipient="p2", start=at(35, "10:00")), sequence=1, method=Method.CANCEL, batch=2)
    proposal = answer(second, Said.TENTATIVE, comment="“Later”?", start=at(36, "10:00"), end=at(36, "12:00"))
    return ledger_of(
        *(first, second),
        answers=(answer(first, counts=False, mailed=NOW + timedelta(hours=2), raised=7), proposal),
        shown=Shown.REVIEW_TEAM,
        batches=2,
        writing=3,
    )


def read(folder: Path) -> Ledger:
    """Return the ledger in a folder."""
    return read_ledger(folder, REFERENCE, LONDON)
