"""Did you mean …? The nearest of the words that would have been right."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

__all__ = ["did_you_mean"]

SIMILAR = 0.6


def did_you_mean(word: str, words: Iterable[str]) -> str:
    """Return ``Did you mean "x"?`` for the nearest of `words`, or an empty text if none is near.

    Capitals do not count, and neither does ``_`` for ``-``.
    """
    by_key = {_key(candidate): candidate for candidate in words}
    near = difflib.get_close_matches(_key(word), by_key, n=1, cutoff=SIMILAR)
    return f'Did you mean "{by_key[near[0]]}"?' if near else ""


def _key(word: str) -> str:
    return word.casefold().replace("_", "-").strip()
