"""What was found, in a message: as its author would recognise it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time

__all__ = ["shown"]

MOST_CHARACTERS = 60


def shown(value: object) -> str:
    """Return `value` as its author would recognise it, cut to a length that fits in a message."""
    if value is None:
        text = "null"
    elif isinstance(value, bool):
        text = "true" if value else "false"
    elif isinstance(value, str):
        # No message may carry a control character of its input to somebody's terminal.
        start = value[:MOST_CHARACTERS]
        text = '"' + "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in start) + '"'
    elif isinstance(value, (date, time)):
        text = value.isoformat()
    elif isinstance(value, Mapping):
        text = "a table"
    elif isinstance(value, list):
        text = f"[{', '.join(map(shown, value[:9]))}{', …' if len(value) > 9 else ''}]"
    else:
        try:
            text = repr(value)
        except ValueError:  # a number with more digits than Python writes out
            text = "a number with very many digits"
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - 3] + "…"
