"""The wishes of the last stage (see `ltsched.domain.preferences` for what each counts)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from ortools.sat.python import cp_model

from ltsched.domain.preferences import OPENING, pools, touches_lunch, travellers
from ltsched.model.context import Context
from ltsched.model.placements import ByInterval, ByStart, Expression

__all__ = ["preferences"]


def preferences(context: Context) -> Expression:
    """Return the weighted sum of the wishes that are not met."""
    weights = context.agenda.option.preferences
    total: Expression = 0
    for wish, count in (("lunch", _lunch), ("trips", _trips), ("balance", _balance), ("waiting", _waiting)):
        if weights.get(wish, 0):
            total += weights[wish] * count(context)
    return total


def _lunch(context: Context) -> Expression:
    """Count the bookings that take some of lunch: that follows from the start."""
    grid = context.grid
    count: Expression = 0
    for placement in context.placements.values():
        length = placement.length

        def takes(slot: int, length: int = length) -> int:
            return int(
                touches_lunch(grid.start(slot), grid.start(slot) + timedelta(minutes=length * grid.slot_minutes))
            )

        count += placement.count_starts(takes)
    return count


def _trips(context: Context) -> Expression:
    """Count the pairs of a lead reviewer and a day with a booking.

    One literal for each pair. A meeting on the day implies it. For conversations a blocker that fills the day unless
    the literal is true stands in one ``Cumulative`` with them, and ``Σ limit · literal ≥ Σ held`` tells the solver how
    many days there must be.
    """
    model = context.model
    count: Expression = 0
    for person in travellers(context.agenda):
        days: dict[int, cp_model.BoolVarT] = {}

        def trip(day: int, person: str = person, days: dict[int, cp_model.BoolVarT] = days) -> cp_model.BoolVarT:
            if day not in days:
                days[day] = model.new_bool_var(f"{person} comes on day {day}")
            return days[day]

        held: list[ByInterval] = []
        for placement in context.placements.values():
            if isinstance(placement, ByInterval) and person in placement.panel:
                held.append(placement)
            elif person in placement.activity.invited:
                placement.imply(trip, range(len(context.grid.days)))
        if held:
            _fill_days(context, person, held, trip)
        count += cp_model.LinearExpr.sum(list(days.values()))
    return count


def _fill_days(context: Context, person: str, held: list[ByInterval], trip: Callable[[int], cp_model.BoolVarT]) -> None:
    model = context.model
    limit = min((rule.most for rule in context.agenda.daily_loads), default=len(held))
    limit = min(limit, len(held))
    used = sorted({slot // context.grid.slots_a_day for placement in held for slot in placement.candidates.starts})
    intervals = [
        model.new_optional_fixed_size_interval_var(p.day, 1, p.panel[person], f"trip of {p.activity.id} for {person}")
        for p in held
    ]
    demands = [1] * len(held)
    literals = []
    for day in used:
        literal = trip(day)
        literals.append(literal)
        intervals.append(model.new_optional_fixed_size_interval_var(day, 1, ~literal, f"{person} not on day {day}"))
        demands.append(limit)
    model.add_cumulative(intervals, demands, limit)
    model.add(limit * cp_model.LinearExpr.sum(literals) >= cp_model.LinearExpr.sum([p.panel[person] for p in held]))


def _balance(context: Context) -> Expression:
    """Add up, over the groups of reviewers, the greatest load less the least: ``low ≤ load ≤ high``."""
    model = context.model
    total: Expression = 0
    for pool in pools(context.activities):
        held = [context.placements[id] for id in pool.activities]
        low = model.new_int_var(0, len(held), "least load")
        high = model.new_int_var(0, len(held), "greatest load")
        for member in pool.members:
            load = cp_model.LinearExpr.sum([p.panel[member] for p in held if member in p.panel])
            model.add(low <= load)
            model.add(load <= high)
        spread = model.new_int_var(0, len(held), "imbalance")
        model.add(spread >= high - low)
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
