"""Reasons as parts of JSON documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ltsched.domain.reasons import Advice, Reason

if TYPE_CHECKING:
    from ltsched.validation.comparison import ReasonRow

__all__ = ["reason_document", "reason_of"]


def reason_document(reason: Reason) -> dict[str, object]:
    """Return `reason` as an object for JSON: days in ISO 8601, half-open; ``cure`` null where nothing would help."""
    cure = reason.cure
    return {
        "rule": reason.rule,
        "ids": list(reason.ids),
        "dates": [day.isoformat() for day in reason.dates],
        "numbers": dict(reason.numbers),
        "text": reason.text,
        "cure": None if cure is None else {"text": cure.text, "file": cure.file, "keys": list(cure.keys)},
    }


def reason_of(row: ReasonRow) -> Reason:
    """Return the reason that `reason_document` made."""
    cure = None if row.cure is None else Advice(row.cure.text, row.cure.file, row.cure.keys)
    return Reason(row.rule, row.text, row.ids, row.dates, row.numbers, cure)
