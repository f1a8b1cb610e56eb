"""Reasons as parts of JSON documents."""

from __future__ import annotations

from ltsched.domain.reasons import Cure, Reason
from ltsched.files.disk.json_fields import Field

__all__ = ["reason_document", "reason_of"]

_CURE = ("text", "file", "keys")


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


def reason_of(item: Field) -> Reason:
    """Return the reason that `reason_document` made; a sentence alone, as older files have it, is one too."""
    if isinstance(item.value, str):
        return Reason("", item.value)
    part = item.fields("rule", "ids", "dates", "numbers", "text", "cure")
    cure = part["cure"].fields(*_CURE) if part["cure"].value is not None else None
    return Reason(
        rule=part["rule"].text(),
        text=part["text"].text(),
        ids=part["ids"].texts(),
        dates=tuple(day.day() for day in part["dates"].items()),
        numbers={name: int(number) for name, number in part["numbers"].numbers().items()},
        cure=None if cure is None else Cure(cure["text"].text(), cure["file"].text(), cure["keys"].texts()),
    )
