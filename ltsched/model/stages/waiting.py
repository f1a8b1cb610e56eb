"""Waiting: working days before what opens a review."""

from __future__ import annotations

from datetime import date
from functools import partial

from ltsched.domain.stages.preferences import OPENING
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Expression

__all__ = ["waiting"]


def waiting(context: Context) -> Expression:
    """Count the working days from the first day possible to set-up and introduction: that follows from the start."""
    count: Expression = 0
    for placement in context.placements.values():
        activity = placement.activity
        if activity.kind in OPENING and isinstance(placement, ByStart):
            count += placement.of_day(context.table(partial(_days_since, context, activity.first)))
    return count


def _days_since(context: Context, first: date, day: date) -> int:
    return max(0, context.agenda.working_days.count(first, day))
