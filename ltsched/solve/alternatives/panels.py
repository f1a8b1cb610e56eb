"""Who could hold an activity at another time: those who do now, or as few others as can be."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence

from ltsched.domain.activities import Panel
from ltsched.domain.timegrid import TimeGrid

__all__ = ["panels_by_start"]


def panels_by_start(
    panel: Panel, present: Sequence[str], starts: Mapping[str, int], bits: int
) -> dict[int, list[tuple[str, ...]]]:
    """Return for each start in `bits` the allowed panels that change least, each in the order of the pool.

    Parameters
    ----------
    present
        Ids of those who hold it now.
    starts
        For each member of the pool, the starts at which they could hold it, as a bit set.

    Returns
    -------
    dict
        Only the starts at which somebody could hold it.
    """
    found: dict[int, list[tuple[str, ...]]] = {}
    left = bits
    for kept in range(panel.size, -1, -1):
        covered = 0
        for chosen in _keeping(panel, present, kept):
            together = left
            for member in chosen:
                together &= starts[member]
            for start in TimeGrid.members(together):
                found.setdefault(start, []).append(chosen)
            covered |= together
        left &= ~covered
        if not left:
            break
    return found


def _keeping(panel: Panel, present: Sequence[str], kept: int) -> Iterator[tuple[str, ...]]:
    """Yield the allowed panels with just `kept` of those who are `present`."""
    stay = [member for member in panel.pool if member in present]
    others = [member for member in panel.pool if member not in present]
    for old in itertools.combinations(stay, kept):
        for new in itertools.combinations(others, panel.size - kept):
            chosen = frozenset((*old, *new))
            if panel.allows(chosen):
                yield tuple(member for member in panel.pool if member in chosen)
