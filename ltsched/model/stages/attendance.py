"""Missed attendance: who cannot come to what they are expected at."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Expression

__all__ = ["missed_at", "missed_attendance"]


def missed_attendance(context: Context) -> Expression:
    """Count the people who cannot come to what they are expected at.

    ``Σ literal(s) · (expected − min(free at s, seats at s)) + Σ (1 − attends)``: who comes for sure follows from the
    start, and the seats are those of the largest room.
    """
    missed: Expression = 0
    for placement in context.placements.values():
        activity = placement.activity
        own = placement.candidates
        unsure = [person for person in activity.expected if (activity.id, person) in context.attends]
        sure = [person for person in activity.expected if person not in unsure]
        for person in unsure:
            missed += 1 - context.attends[activity.id, person]
        if isinstance(placement, ByStart):
            missed += placement.count_starts(partial(_away, sure, own))
        else:
            for person in sure:
                missed += placement.count_starts(partial(_away, [person], own))
    return missed


def _away(people: Sequence[str], own: Candidates, slot: int) -> int:
    """Count the `people` who are not free for a start at `slot`, or have no seat in any room."""
    free = sum(own.comes[person] >> slot & 1 for person in people)
    return len(people) - min(free, own.most_seats(slot))


def missed_at(context: Context, own: Candidates) -> Callable[[int], int]:
    """Return how many are away at a start, less a constant."""
    return lambda slot: -own.come[slot]
