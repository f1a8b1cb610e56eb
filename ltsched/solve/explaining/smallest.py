"""Leave out of a set whatever it does without: what is left is a smallest one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

__all__ = ["smallest"]

Item = TypeVar("Item")


def smallest(items: Sequence[Item], enough: Callable[[Sequence[Item]], bool]) -> list[Item]:
    """Return a part of `items` that is `enough`, and is not without any one of it; `items` has to be.

    Where there is a choice the last ones stay: no item stays for which later ones would do, beside those after it.
    Halves are left out at once where that does, so that few that matter among many are soon found (QuickXplain, by
    Junker). What is returned was found to be enough, even where `enough` says no where it does not know.

    Parameters
    ----------
    enough
        Whether a part is; more is enough wherever less is.
    """
    kept = set(_needed(range(len(items)), frozenset(), lambda part: enough([items[index] for index in sorted(part)])))
    return [item for index, item in enumerate(items) if index in kept]


def _needed(
    items: Sequence[int], beside: frozenset[int], enough: Callable[[frozenset[int]], bool], *, more: bool = True
) -> frozenset[int]:
    """Return a smallest part of `items` that is enough `beside` others, of which there are `more` than were tried."""
    if not items or (more and enough(beside)):
        return frozenset()
    if len(items) == 1:
        return frozenset(items)
    half = len(items) // 2
    first, last = items[:half], items[half:]
    of_first = _needed(first, beside | set(last), enough)
    return of_first | _needed(last, beside | of_first, enough, more=bool(of_first))
