"""Leave out of a set whatever it does without: what is left is a smallest one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["smallest"]

Item = TypeVar("Item")


def smallest(items: Sequence[Item], enough: Callable[[Sequence[Item]], bool]) -> list[Item]:
    """Return a part of `items` that is `enough`, and is not without any one of it; `items` has to be.

    What comes first is left out first, so that the last ones stay where there is a choice. Larger parts are left out
    at once where that does, so that few that matter among many are soon found.

    Parameters
    ----------
    enough
        Whether a part is; more is enough wherever less is.
    """
    kept = list(items)
    size = 1 << max(0, len(kept) - 1).bit_length()
    while size >= 1:
        at = 0
        while at < len(kept):
            rest = kept[:at] + kept[at + size :]
            if enough(rest):
                kept = rest
            else:
                at += size
        size //= 2
    return kept
