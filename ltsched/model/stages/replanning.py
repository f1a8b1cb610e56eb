"""What moves when a review is planned again, and how far."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial

from ltsched.domain.replanning.before import Before
from ltsched.domain.working_days import WorkingDays
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import Expression

__all__ = ["before_of", "distance", "moved", "moved_at", "moved_unannounced", "slot_before"]


def before_of(context: Context) -> Before:
    """Return what there was before; ValueError for an agenda that is not one of replanning."""
    if context.agenda.before is None:
        raise ValueError("the agenda is not one of replanning")
    return context.agenda.before


def slot_before(context: Context, activity: str) -> int | None:
    """Return the slot at which `activity` started before; None if it is new, or started where no slot does."""
    booking = before_of(context).bookings.get(activity)
    if booking is None:
        return None
    placement = context.placements.get(activity)
    if placement is not None and booking.start == placement.activity.agreed:
        return placement.candidates.starts[0]  # which may lie between two slots
    return context.grid.slot_of(booking.start)


def _counted(context: Context, activity: str) -> bool:
    """Return whether a move of `activity` counts: it was there before, is not over, and is not free to move."""
    before = before_of(context)
    return activity in before.bookings and activity not in before.free and activity not in context.agenda.over


def moved(context: Context) -> Expression:
    """Count the bookings that move and that people are invited to: ``Σ (start(a) ≠ start before)``."""
    announced = before_of(context).announced
    total: Expression = 0
    for id, placement in context.placements.items():
        if _counted(context, id) and id in announced:
            total += placement.count_starts(partial(_elsewhere, slot_before(context, id)))
    return total


def moved_unannounced(context: Context) -> Expression:
    """Count the bookings that nobody is invited to and that are otherwise: ``Σ u(a)``.

    With ``u(a) ≥ (start(a) ≠ start before)`` and, where it has a panel, ``¬u(a) ⇒ holds(a, p)`` just for those who held
    it before.
    """
    before = before_of(context)
    total: Expression = 0
    for id, placement in context.placements.items():
        if not _counted(context, id) or id in before.announced:
            continue
        slot = slot_before(context, id)
        if not placement.panel:
            total += placement.count_starts(partial(_elsewhere, slot))
            continue
        held_by = frozenset(before.bookings[id].panel)
        if slot is None or not placement.candidates.bits >> slot & 1 or not held_by <= placement.panel.keys():
            total += 1
            continue
        other = context.model.new_bool_var(f"{id} is otherwise")
        placement.restrict(1 << slot, ~other)
        for member, holds in placement.panel.items():
            context.model.add_implication(~other, holds if member in held_by else ~holds)
        total += other
    return total


def moved_at(context: Context, own: Candidates) -> Callable[[int], int]:
    """Return whether a start is another than before, where that counts."""
    id = own.activity.id
    if not _counted(context, id):
        return lambda start: 0
    return partial(_elsewhere, slot_before(context, id))


def _elsewhere(before: int | None, start: int) -> int:
    return int(start != before)


def distance(context: Context) -> Expression:
    """Add up the working days by which bookings move: ``Σ min |working days between day(a) and a day that is wanted|``.

    That is the day before, or one that was proposed instead.
    """
    before = before_of(context)
    working = context.agenda.working_days
    total: Expression = 0
    for id, placement in context.placements.items():
        days = before.wanted_days(id) if _counted(context, id) else ()
        if days:
            total += placement.of_day(context.table(partial(_working_days_away, working, days)))
    return total


def _working_days_away(working: WorkingDays, days: Sequence[date], day: date) -> int:
    return min(abs(working.count(day, wanted)) for wanted in days)
