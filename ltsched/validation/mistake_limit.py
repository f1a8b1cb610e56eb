"""How many mistakes are worth telling: a file of garbage must not keep anybody waiting."""

from __future__ import annotations

from collections.abc import Sequence

from ltsched.errors import Mistake

__all__ = ["MOST_MISTAKES", "enough", "told"]

MOST_MISTAKES = 200


def enough(mistakes: Sequence[Mistake]) -> bool:
    """Return whether there are so many mistakes that reading on has no use."""
    return len(mistakes) >= MOST_MISTAKES


def told(mistakes: Sequence[Mistake]) -> list[Mistake]:
    """Return the mistakes to tell; if there are too many, the first of them and a last one that says so."""
    if not enough(mistakes):
        return list(mistakes)
    last = mistakes[MOST_MISTAKES - 1]
    more = Mistake(last.path, "", f"{MOST_MISTAKES} mistakes are enough for now", "further ones are not listed")
    return [*mistakes[:MOST_MISTAKES], more]
