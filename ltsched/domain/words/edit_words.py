"""What to write where, in words."""

from __future__ import annotations

from ltsched.domain.explaining.step import Edit
from ltsched.domain.words.file_names import REVIEW_FILE

__all__ = ["edit_words"]


def edit_words(edit: Edit) -> str:
    """Return it as one line: ``in review.toml, [customise]: joint-meeting-minutes = 330``."""
    where = f"in {edit.file}"
    if not edit.key:
        return f"{where}, a row: {edit.after}"
    if edit.file != REVIEW_FILE:
        row, _, column = edit.key.rpartition(".")
        if edit.after in (None, ""):
            return f"{where}, row {row}: leave {column} empty"
        return f"{where}, row {row}: {column} {edit.after}"
    table, _, key = edit.key.partition(".")
    name = _table(table)
    if not key:
        about = f" ({edit.before})" if edit.before else ""
        return f"{where}: take out {name}{about}"
    if edit.after is None:
        return f"{where}, {name}: take out {key}"
    return f"{where}, {name}: {key} = {_value(edit)}"


def _table(name: str) -> str:
    word, bracket, number = name.partition("[")
    return f"[[{word}]] number {number.rstrip(']')}" if bracket else f"[{word}]"


def _value(edit: Edit) -> str:
    if not isinstance(edit.after, str) or edit.key.endswith((".until", ".from")):
        return str(edit.after)
    return f'"{edit.after}"'
