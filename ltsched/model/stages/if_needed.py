"""If-needed: bookings in time that somebody who comes gives only if needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import Expression, Placement
from ltsched.model.seats import surely_come

__all__ = ["reluctant_at", "reluctant_bookings"]


def reluctant_bookings(context: Context) -> Expression:
    """Count the bookings that take time which an attendee gives only if needed.

    A start counts if somebody who is there for sure is reluctant then; for those who may come or may hold it,
    ``there ∧ reluctant(start) ⇒ counts``. Where only days count, those who may come are left out: that is less.
    """
    count: Expression = 0
    for placement in context.placements.values():
        count += _reluctant(context, placement)
    return count


def _reluctant(context: Context, placement: Placement) -> Expression:
    activity = placement.activity
    candidates = placement.candidates
    everywhere = candidates.bits
    unsure = {**context.unsure(activity), **placement.panel}
    comes = surely_come(context, candidates)
    sure = 0
    for person in activity.invited:
        if person not in unsure:
            sure |= candidates.reluctant[person] & comes.get(person, everywhere)
    reluctant = {p: there for p, there in unsure.items() if there is not None and candidates.reluctant[p] & everywhere}
    if not reluctant:
        return placement.count_starts(partial(_member, sure)) if sure else 0
    counts = context.model.new_bool_var(f"{activity.id} if needed")
    placement.restrict(everywhere & ~sure, ~counts)
    for person, there in reluctant.items():
        gladly = context.model.new_bool_var(f"{person} gladly at {activity.id}")
        context.model.add_bool_or(~there, counts, gladly)
        placement.restrict(everywhere & ~candidates.reluctant[person], gladly)
    return counts


def _member(bits: int, slot: int) -> int:
    return bits >> slot & 1


def reluctant_at(context: Context, own: Candidates) -> Callable[[int], int]:
    """Return whether somebody who comes for sure is reluctant at a start, as 0 or 1."""
    unsure = context.unsure(own.activity)
    comes = surely_come(context, own)
    bits = 0
    for person, reluctant in own.reluctant.items():
        if person not in unsure:
            bits |= reluctant & comes.get(person, own.bits)
    return partial(_member, bits)
