"""Of the ways to lay a day, those that no other is at least as good as."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from ltsched.model.patterns.layouts import Layout
from ltsched.model.patterns.room import Room

__all__ = ["Pattern", "best_of"]

Pattern = tuple[Layout, Room]
"""A way to lay the meetings of a day, and what it leaves of it."""

Costs = Mapping[str, Callable[[int], tuple[int, ...]]]


def best_of(patterns: Sequence[Pattern], costs: Costs) -> list[Pattern]:
    """Return those of `patterns`, all of one day, that no other with the same meetings is at least as good as.

    It is if each of its meetings costs no more, in every way in which a start can cost something, and if it leaves each
    lead reviewer every start for what they hold that the other leaves. Without the latter the cheapest way to lay a day
    would stand for one that has room for more.

    Parameters
    ----------
    costs
        For each meeting, what a start costs, as several numbers.
    """
    alike: dict[frozenset[str], list[tuple[tuple[int, ...], Pattern]]] = {}
    for pattern in patterns:
        cost = tuple(number for meeting, start in pattern[0] for number in costs[meeting.id](start))
        alike.setdefault(frozenset(meeting.id for meeting, _ in pattern[0]), []).append((cost, pattern))
    return [pattern for group in alike.values() for pattern in _best(group)]


def _best(group: list[tuple[tuple[int, ...], Pattern]]) -> list[Pattern]:
    # Whatever is as good as another costs no more in all and leaves as many starts: it comes before it.
    group.sort(key=lambda each: (sum(each[0]), -sum(bits.bit_count() for bits in each[1][1].values())))
    kept: list[tuple[tuple[int, ...], Pattern]] = []
    for cost, pattern in group:
        if not any(_as_good(other, cost) and _leaves(room, pattern[1]) for other, (_, room) in kept):
            kept.append((cost, pattern))
    return [pattern for _, pattern in kept]


def _as_good(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return all(a <= b for a, b in zip(one, other, strict=True))


def _leaves(one: Room, other: Room) -> bool:
    """Return whether `one` has every start that `other` has."""
    return all(not bits & ~one[key] for key, bits in other.items())
