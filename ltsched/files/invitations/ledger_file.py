"""invitations.json: the ledger of what was issued and what was answered."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.invitations.answers import Answer, Said
from ltsched.domain.invitations.invitations import Issued, Ledger, Method, Shown, Told
from ltsched.errors import InvalidReview, Mistake
from ltsched.files.disk.atomic import replace_file
from ltsched.files.disk.folder_entries import LEDGER_FILE
from ltsched.files.disk.json_fields import Field, read_document

__all__ = ["read_ledger", "write_ledger"]

FORMAT = 1
WHAT = "a ledger of invitations"
MEND = (
    "Put back a copy of it that is whole; without it, invitations that were sent can be neither updated nor "
    "cancelled by ltsched"
)
ANOTHER_REVIEW = (
    "If the folder was copied from another review, delete the file here; if the review has got another code name, "
    "put it there"
)

_TOP = ("format", "reference", "shown", "batches", "writing", "issued", "answers")
_VERSION = ("uid", "sequence", "method")
_TOLD = ("activity", "recipient", "email", "summary", "start", "end", "location")
_ISSUING = ("hash", "issued_at", "batch")
_ANSWER = ("uid", "sequence", "said", "at", "sender", "counts", "comment", "start", "end")
_ANSWER_SINCE = ("mailed", "raised")
"""What ledgers of earlier versions do not have."""


def read_ledger(folder: Path, reference: str, zone: ZoneInfo) -> Ledger:
    """Return the ledger of the review in `folder`; an empty one if nothing was issued yet.

    Parameters
    ----------
    reference
        The code name of the review. A ledger of another one is refused: it would cancel that one's invitations.
    zone
        The times of bookings are put into this zone.

    Raises
    ------
    InvalidReview
        The file cannot be read, or is not a whole ledger of this review; every mistake is told at once.
    """
    path = folder / LEDGER_FILE
    if not path.exists() and not path.is_symlink():
        return Ledger(reference)
    document = read_document(path, WHAT, FORMAT, MEND)
    ledger = _ledger(document, zone)
    document.check()
    if ledger.writing is not None and ledger.writing <= ledger.batches:
        expected = f"expected null, or a batch after number {ledger.batches}"
        raise InvalidReview([Mistake(path.name, "writing", str(ledger.writing), expected, MEND)])
    if ledger.reference != reference:
        found = json.dumps(ledger.reference)
        expected = f"expected {json.dumps(reference)}, the reference of review.toml"
        raise InvalidReview([Mistake(path.name, "reference", found, expected, ANOTHER_REVIEW)])
    return ledger


def write_ledger(folder: Path, ledger: Ledger) -> None:
    """Write the ledger of the review in `folder`, whole or not at all.

    Raises
    ------
    UnwritableOutput
        The disk refuses; the file is as it was.
    """
    document = {
        "format": FORMAT,
        "reference": ledger.reference,
        "shown": ledger.shown,
        "batches": ledger.batches,
        "writing": ledger.writing,
        "issued": [
            {**_json(line, _VERSION), **_json(line.told, _TOLD), **_json(line, _ISSUING)} for line in ledger.issued
        ],
        "answers": [_json(answer, (*_ANSWER, *_ANSWER_SINCE)) for answer in ledger.answers],
    }
    text = json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    replace_file(folder / LEDGER_FILE, text.encode())


def _json(what: object, names: Iterable[str]) -> dict[str, object]:
    """Return the values of these names in `what`, times as text."""
    values = ((name, getattr(what, name)) for name in names)
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values}


def _ledger(document: Field, zone: ZoneInfo) -> Ledger:
    top = document.fields(*_TOP)
    return Ledger(
        reference=top["reference"].text(),
        shown=top["shown"].word(Shown),
        batches=top["batches"].count(),
        writing=top["writing"].count_or_none(),
        issued=tuple(_issued(item, zone) for item in top["issued"].items()),
        answers=tuple(_answer(item, zone) for item in top["answers"].items()),
    )


def _issued(item: Field, zone: ZoneInfo) -> Issued:
    part = item.fields(*_VERSION, *_TOLD, *_ISSUING)
    told = Told(
        activity=part["activity"].text(),
        recipient=part["recipient"].text(),
        email=part["email"].text(),
        summary=part["summary"].text(),
        start=_placed(part["start"].moment(), zone),
        end=_placed(part["end"].moment(), zone),
        location=part["location"].text(),
    )
    return Issued(
        told,
        uid=part["uid"].text(),
        sequence=part["sequence"].count(),
        method=part["method"].word(Method),
        hash=part["hash"].text(),
        issued_at=_placed(part["issued_at"].moment(), UTC),
        batch=part["batch"].count(),
    )


def _answer(item: Field, zone: ZoneInfo) -> Answer:
    part = item.fields(*_ANSWER, optional=_ANSWER_SINCE)
    start, end, mailed = (part[name].moment_or_none() for name in ("start", "end", "mailed"))
    return Answer(
        uid=part["uid"].text(),
        sequence=part["sequence"].count(),
        said=part["said"].word(Said),
        at=_placed(part["at"].moment(), UTC),
        sender=part["sender"].text(),
        counts=part["counts"].yes_or_no(),
        comment=part["comment"].text(),
        start=_placed(start, zone) if start else None,
        end=_placed(end, zone) if end else None,
        mailed=_placed(mailed, UTC) if mailed else None,
        raised=part["raised"].count_or_none(),
    )


def _placed(moment: datetime, zone: tzinfo) -> datetime:
    """Put a time into `zone`; a stand-in for one that could not be read stays as it is."""
    return moment.astimezone(zone) if moment.tzinfo else moment
