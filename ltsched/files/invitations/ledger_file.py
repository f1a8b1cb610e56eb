"""invitations.json: the ledger of what was issued and what was answered."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ltsched.domain.invitations.answers import Answer
from ltsched.domain.invitations.invitations import Issued, Ledger, Told
from ltsched.domain.words.file_names import LEDGER_FILE
from ltsched.errors import InvalidReview, Mistake
from ltsched.files.disk.atomic import replace_file
from ltsched.files.disk.json_file import read_json, read_json_document

if TYPE_CHECKING:
    from ltsched.validation.invitations import AnswerRow, IssuedRow, LedgerDocument

__all__ = ["read_ledger", "write_ledger"]

FORMAT, WITH_TELEPHONE = 1, 2
"""A version of ltsched that knows nothing of answers by telephone must not take the file for one it understands."""

WHAT = "a ledger of invitations"
MEND = (
    "Put back a copy of it that is whole; without it, invitations that were sent can be neither updated nor "
    "cancelled by ltsched"
)
ANOTHER_REVIEW = (
    "If the folder was copied from another review, delete the file here; if the review has got another code name, "
    "put it there"
)

_VERSION = ("uid", "sequence", "method")
_TOLD = ("activity", "recipient", "email", "summary", "start", "end", "location")
_ISSUING = ("hash", "issued_at", "batch")
_ANSWER = ("uid", "sequence", "said", "at", "sender", "counts", "comment", "start", "end", "mailed", "raised")
_SPOKEN = (*_ANSWER, "taken_by")


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
    from ltsched.validation.invitations import LedgerDocument

    data = read_json(path, WHAT, (FORMAT, WITH_TELEPHONE), MEND)
    ledger = _ledger(read_json_document(LedgerDocument, path, data), zone)
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

    As long as no answer was given by telephone, it is what earlier versions of ltsched read, too.

    Raises
    ------
    UnwritableOutput
        The disk refuses; the file is as it was.
    """
    document = {
        "format": WITH_TELEPHONE if any(answer.by_telephone for answer in ledger.answers) else FORMAT,
        "reference": ledger.reference,
        "shown": ledger.shown,
        "batches": ledger.batches,
        "writing": ledger.writing,
        "issued": [
            {**_json(line, _VERSION), **_json(line.told, _TOLD), **_json(line, _ISSUING)} for line in ledger.issued
        ],
        "answers": [_json(answer, _SPOKEN if answer.by_telephone else _ANSWER) for answer in ledger.answers],
    }
    text = json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False) + "\n"
    replace_file(folder / LEDGER_FILE, text.encode())


def _json(what: object, names: Iterable[str]) -> dict[str, object]:
    """Return the values of these names in `what`, times as text."""
    values = ((name, getattr(what, name)) for name in names)
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in values}


def _ledger(document: LedgerDocument, zone: ZoneInfo) -> Ledger:
    return Ledger(
        reference=document.reference,
        shown=document.shown,
        batches=document.batches,
        writing=document.writing,
        issued=tuple(_issued(row, zone) for row in document.issued),
        answers=tuple(_answer(row, zone) for row in document.answers),
    )


def _issued(row: IssuedRow, zone: ZoneInfo) -> Issued:
    told = Told(**_values(row, _TOLD, start=row.start.astimezone(zone), end=row.end.astimezone(zone)))
    return Issued(told, **_values(row, (*_VERSION, *_ISSUING), issued_at=row.issued_at.astimezone(UTC)))


def _answer(row: AnswerRow, zone: ZoneInfo) -> Answer:
    times = {"start": _placed(row.start, zone), "end": _placed(row.end, zone), "mailed": _placed(row.mailed, UTC)}
    return Answer(**_values(row, _SPOKEN, at=row.at.astimezone(UTC), **times))


def _values(row: object, names: Iterable[str], **instead: object) -> dict[str, Any]:
    """Return the values of these names in `row`, or what stands for them `instead`."""
    return {name: instead[name] if name in instead else getattr(row, name) for name in names}


def _placed(moment: datetime | None, zone: tzinfo) -> datetime | None:
    return None if moment is None else moment.astimezone(zone)
