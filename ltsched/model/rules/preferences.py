"""The preferences (see `ltsched.domain.preferences` for what each counts)."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import cast

from ortools.sat.python import cp_model

from ltsched.domain.preferences import BALANCE, LUNCH, OPENING, TRIPS, WAITING, pools, touches_lunch
from ltsched.model.context import Context
from ltsched.model.placements import ByInterval, ByStart, Expression, Literal
from ltsched.model.rules.trips import trips

__all__ = ["meeting_preferences", "panel_preferences"]


def meeting_preferences(context: Context) -> dict[str, Expression]:
    """Return what each preference counts that the meetings alone have a share in, by its name."""
    return {LUNCH: _lunch(context), WAITING: _waiting(context)}


def panel_preferences(context: Context) -> dict[str, Expression]:
    """Return what each of the other preferences counts, by its name."""
    return {BALANCE: _balance(context), TRIPS: trips(context)}


def _lunch(context: Context) -> Expression:
    """Count the bookings that take some of lunch: that follows from the start."""
    count: Expression = 0
    over = context.agenda.over
    for id, placement in context.placements.items():
        if id in over:
            count += int(touches_lunch(over[id].start, over[id].end))
            continue
        taken = placement.count_starts(partial(context.takes_lunch, placement.length))
        if isinstance(placement, ByInterval) and not isinstance(taken, int):
            context.lunches[id] = cast(Literal, taken)
        count += taken
    return count


def _balance(context: Context) -> Expression:
    """Add up, over the groups of reviewers, the greatest load less the least beyond one: ``low ≤ load ≤ high``."""
    model = context.model
    total: Expression = 0
    for number, pool in enumerate(pools(context.activities)):
        held = [context.placements[id] for id in pool.activities]
        low = model.new_int_var(0, len(held), f"least load {number}")
        high = model.new_int_var(0, len(held), f"greatest load {number}")
        for member in pool.members:
            load = model.new_int_var(0, len(held), f"load of {member} {number}")
            model.add(load == cp_model.LinearExpr.sum([p.panel[member] for p in held if member in p.panel]))
            model.add(low <= load)
            model.add(load <= high)
        spread = model.new_int_var(0, len(held), f"imbalance {number}")
        model.add(spread >= high - low - 1)
        total += spread
    return total


def _waiting(context: Context) -> Expression:
    """Count the working days from the first day possible to set-up and introduction: that follows from the start."""
    count: Expression = 0
    for placement in context.placements.values():
        activity = placement.activity
        if activity.kind in OPENING and isinstance(placement, ByStart):
            count += placement.of_day(context.table(partial(_days_since, context, activity.first)))
    return count


def _days_since(context: Context, first: date, day: date) -> int:
    return max(0, context.agenda.working_days.count(first, day))
