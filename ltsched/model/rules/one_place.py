"""Nobody is in two places at once."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Literal as Exactly

from ortools.sat.python import cp_model

from ltsched.domain.rules import OnePlace
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Literal, Placement
from ltsched.model.rules.post import post
from ltsched.model.settled.agreed import apart, is_fixed

__all__ = ["enough_time_by_day"]


@post.register
def _(rule: OnePlace, context: Context) -> None:
    """Keep the bookings of one person apart.

    ``NoOverlap`` over the bookings they must attend, those they attend by choice, and those they hold, these longer by
    the gap that follows: it forbids two bookings of one person at a time, and a booking in a gap. Two that people have
    agreed on may share a slot, or the gap; only where they share a minute it is ``¬(attends(a, p) ∧ attends(b, p))``.
    """
    intervals, agreed = [], []
    for placement in context.to_place:
        there = _there(context, placement, rule.person)
        if there is None:
            continue
        gap = placement.candidates.gap if rule.person in placement.panel else 0
        id = placement.activity.id
        made = context.interval(id) if there is True else context.optional_interval(id, there, gap)
        if placement.activity.agreed is None:
            intervals.append(made)
        else:
            agreed.append((placement, there, made))
    for layer in _layers(agreed) or [[]]:
        if len(intervals) + len(layer) > 1:
            context.model.add_no_overlap([*intervals, *layer])
    for (one, there, _), (other, there_too, _) in itertools.combinations(agreed, 2):
        if not apart(one.activity, other.activity):
            context.model.add_bool_or(*(~each for each in (there, there_too) if each is not True))


def _there(context: Context, placement: Placement, person: str) -> Literal | Exactly[True] | None:
    """Return whether `person` is at an activity: always, or if a literal is true; None for never."""
    activity = placement.activity
    if person in activity.must:
        return True
    return context.attends.get((activity.id, person), placement.panel.get(person))


def _layers(agreed: Sequence[tuple[Placement, object, cp_model.IntervalVar]]) -> list[list[cp_model.IntervalVar]]:
    """Return the intervals of what people have agreed on, parted so that no two of one part share a slot."""
    layers: list[list[cp_model.IntervalVar]] = []
    ends: list[int] = []
    for placement, _, made in sorted(agreed, key=lambda each: each[0].candidates.starts[0]):
        start = placement.candidates.starts[0]
        end = start + placement.length + placement.candidates.gap
        free = next((index for index, last in enumerate(ends) if last <= start), None)
        if free is None:
            layers.append([made])
            ends.append(end)
        else:
            layers[free].append(made)
            ends[free] = end
    return layers


def enough_time_by_day(context: Context) -> None:
    """Keep the meetings of a day within the time that each of those who must come has on it.

    ``Σ length(a) · [day(a) = d] ≤ free slots of p on d``: where only days count, all that is left of one place at a
    time. It forbids two long meetings on one day.
    """
    least_free: dict[tuple[int, tuple[str, ...]], int] = {}
    for person in context.agenda.review.people:
        there = [placement for placement in context.placements.values() if person.id in placement.activity.must]
        own = [placement for placement in there if not is_fixed(context.agenda, placement.activity)]
        for day in sorted({day for placement in own for day in placement.days}):
            together = tuple(placement.activity.id for placement in own if day in placement.days)
            free = (context.free.free[person.id] & context.grid.day_mask(context.grid.days[day])).bit_count()
            least_free[day, together] = min(free, least_free.get((day, together), free))
    for (day, together), free in least_free.items():
        lengths = [context.placements[id].length for id in together]
        if sum(lengths) > free:
            lie = [cp_model.LinearExpr.sum(_on_day(context.placements[id], day)) for id in together]
            context.model.add(cp_model.LinearExpr.weighted_sum(lie, lengths) <= free)


def _on_day(placement: Placement, day: int) -> list[Literal]:
    """Return the literals of the starts of a meeting on `day`."""
    if not isinstance(placement, ByStart):
        raise TypeError(f"{placement.activity.id} has no literals for its starts")
    return [literal for slot, literal in placement.literals.items() if slot // placement.slots_a_day == day]
