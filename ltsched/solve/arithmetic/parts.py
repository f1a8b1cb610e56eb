"""The parts of a row of days between which activities lie with all their days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

__all__ = ["parts"]


def parts(days: Mapping[str, Set[int]]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Yield first and last day, and the activities that lie between them with all their days; the longest first.

    No two have the same activities.
    """
    seen: set[tuple[str, ...]] = set()
    ends = {id: (min(each), max(each)) for id, each in days.items()}
    firsts = sorted({first for first, _ in ends.values()})
    lasts = sorted({last for _, last in ends.values()}, reverse=True)
    for first in firsts:
        for last in lasts:
            inside = tuple(id for id, own in ends.items() if first <= own[0] and own[1] <= last)
            if inside and inside not in seen:
                seen.add(inside)
                yield first, last, inside
