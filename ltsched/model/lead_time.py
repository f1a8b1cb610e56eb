"""The days of packed reviews, where the lead reviewers' time for conversations competes with their meetings."""

from __future__ import annotations

from collections.abc import Sequence, Set

from ortools.sat.python import cp_model

from ltsched.domain.rules import Blocks, OneWeek
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Expression
from ltsched.model.places import places_of

__all__ = ["post_lead_time"]

PACKED = (Blocks, OneWeek)
"""Where time is short it is first of all that of the lead reviewers; elsewhere this costs more than it brings."""


def post_lead_time(context: Context, groups: Sequence[Sequence[Candidates]]) -> None:
    """Keep meetings and conversations within each lead reviewer's time of a day, where only days count.

    `groups` are activities with panels, of which the first and the last are placed. With ``held(g, l, d)`` how many of
    the group g the lead reviewer l holds on day d: ``Σ held = least leads · number``, none of them before the first of
    the group or after its last, and ``Σ length(a) · [day(a) = d] + Σ (length + gap) · held(g, l, d) ≤ free(l, d) +
    gap · stretches(l, d)``: the gap after the last of a stretch may lie in other time of the diary, but for the stretch
    of a meeting that follows all of them. Who is on every panel that the group allows holds all of it.
    """
    if not isinstance(context.agenda.shape, PACKED):
        return
    loads: dict[tuple[str, int], list[tuple[cp_model.IntVar, int]]] = {}
    longest_gap = 0
    for group in groups:
        panels = [own.activity.panel for own in group if own.activity.panel is not None]
        least_leads = min(panel.least_leads for panel in panels)
        if not least_leads:
            continue
        longest_gap = max(longest_gap, max(own.gap for own in group))
        with_gap = min(own.length + own.gap for own in group)
        begun, ended = (_by_then(context, group[end].activity.id) for end in (0, -1))
        needed = frozenset.intersection(*(panel.needed for panel in panels))
        counts: dict[str, list[Expression]] = {}
        for lead in sorted({lead for panel in panels for lead in panel.leads}):
            for day, possible in places_of(context.agenda, context.free, group, lead).items():
                held = context.model.new_int_var(0, possible, f"{lead} holds of {group[0].activity.id} on {day}")
                context.model.add(held <= possible * begun[day])
                context.model.add(held <= possible * (1 - ended.get(day - 1, 0)))
                loads.setdefault((lead, day), []).append((held, with_gap))
                counts.setdefault(lead, []).append(held)
        every = [held for own in counts.values() for held in own]
        if needed.isdisjoint(counts):
            context.model.add(cp_model.LinearExpr.sum(every) == least_leads * len(group))
        for lead in needed & counts.keys():
            context.model.add(cp_model.LinearExpr.sum(counts[lead]) == len(group))
        if not needed.isdisjoint(counts):
            context.model.add(cp_model.LinearExpr.sum(every) >= least_leads * len(group))
    last = [own.activity.id for group in groups for own in group]
    following = frozenset.intersection(*(context.overlaps.after[id] for id in last)) if last else frozenset()
    for (lead, day), load in loads.items():
        _post_day(context, lead, day, load, longest_gap, following)


def _by_then(context: Context, id: str) -> dict[int, Expression]:
    """Return for each day of the grid whether the stand-in `id` lies on it or before it."""
    placement = context.placements[id]
    if not isinstance(placement, ByStart):
        raise TypeError(f"{id} has no literals for its starts")
    on = {slot // placement.slots_a_day: literal for slot, literal in placement.literals.items()}
    found: dict[int, Expression] = {}
    before: Expression = 0
    for day in range(placement.days[0], placement.days[-1] + 1):
        if day in on:
            then = context.model.new_bool_var(f"{id} by day {day}")
            context.model.add(then == before + on[day])
            before = then
        found[day] = before
    return found


def _post_day(
    context: Context,
    lead: str,
    day: int,
    held: Sequence[tuple[cp_model.IntVar, int]],
    longest_gap: int,
    following: Set[str],
) -> None:
    free = context.free.free[lead] & context.grid.day_mask(context.grid.days[day])
    time = free.bit_count() + longest_gap * sum(1 for _ in context.grid.runs(free))
    load: Expression = 0
    for count, length in held:
        load += length * count
    follows: list[Expression] = []
    for id, placement in context.placements.items():
        if lead in placement.activity.must and isinstance(placement, ByStart) and placement.activity.agreed is None:
            starts = [x for slot, x in placement.literals.items() if slot // placement.slots_a_day == day]
            load += placement.length * cp_model.LinearExpr.sum(starts)
            if id in following and starts:
                follows.append(cp_model.LinearExpr.sum(starts))
    context.model.add(load <= time)
    for there in follows:
        context.model.add(load + longest_gap * there <= time)
