"""Lunch: bookings that take some of it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from ltsched.domain.stages.preferences import touches_lunch
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import ByInterval, Expression, Literal

__all__ = ["lunch", "lunch_at"]


def lunch(context: Context) -> Expression:
    """Count the bookings that take some of lunch: that follows from the start."""
    count: Expression = 0
    over = context.agenda.over
    for id, placement in context.placements.items():
        if id in over:
            count += int(touches_lunch(over[id].start, over[id].end))
            continue
        start, end = placement.activity.agreed, placement.activity.agreed_end
        if start is not None and end is not None:
            count += int(touches_lunch(start, end))
            continue
        taken = placement.count_starts(partial(context.takes_lunch, placement.candidates))
        if isinstance(placement, ByInterval) and not isinstance(taken, int):
            context.lunches[id] = cast(Literal, taken)
        count += taken
    return count


def lunch_at(context: Context, own: Candidates) -> Callable[[int], int]:
    """Return whether a start takes some of lunch, as 0 or 1."""
    return partial(context.takes_lunch, own)
