"""Nobody is in two places at once."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.rules import OnePlace
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Literal, Placement
from ltsched.model.rules.post import post

__all__ = ["enough_time_by_day"]


@post.register
def _(rule: OnePlace, context: Context) -> None:
    """Keep the bookings of one person apart.

    ``NoOverlap`` over the bookings they must attend, those they attend by choice, and those they hold, these longer by
    the gap that follows: it forbids two bookings of one person at a time, and a booking in a gap.
    """
    intervals = []
    for placement in context.to_place:
        activity = placement.activity
        if rule.person in activity.must:
            intervals.append(context.interval(activity.id))
        elif (activity.id, rule.person) in context.attends:
            literal = context.attends[activity.id, rule.person]
            intervals.append(context.optional_interval(activity.id, literal))
        elif rule.person in placement.panel:
            gap = placement.candidates.gap
            intervals.append(context.optional_interval(activity.id, placement.panel[rule.person], gap))
    if len(intervals) > 1:
        context.model.add_no_overlap(intervals)


def enough_time_by_day(context: Context) -> None:
    """Keep the meetings of a day within the time that each of those who must come has on it.

    ``Σ length(a) · [day(a) = d] ≤ free slots of p on d``: where only days count, all that is left of one place at a
    time. It forbids two long meetings on one day.
    """
    over = context.agenda.over
    least_free: dict[tuple[int, tuple[str, ...]], int] = {}
    for person in context.agenda.review.people:
        own = [p for id, p in context.placements.items() if person.id in p.activity.must and id not in over]
        for day in sorted({day for placement in own for day in placement.days}):
            together = tuple(placement.activity.id for placement in own if day in placement.days)
            free = (context.free.free[person.id] & context.grid.day_mask(context.grid.days[day])).bit_count()
            least_free[day, together] = min(free, least_free.get((day, together), free))
    for (day, together), free in least_free.items():
        lengths = [context.placements[id].length for id in together]
        if sum(lengths) > free:
            there = [cp_model.LinearExpr.sum(_on_day(context.placements[id], day)) for id in together]
            context.model.add(cp_model.LinearExpr.weighted_sum(there, lengths) <= free)


def _on_day(placement: Placement, day: int) -> list[Literal]:
    """Return the literals of the starts of a meeting on `day`."""
    if not isinstance(placement, ByStart):
        raise TypeError(f"{placement.activity.id} has no literals for its starts")
    return [literal for slot, literal in placement.literals.items() if slot // placement.slots_a_day == day]
