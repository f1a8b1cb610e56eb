"""The first and the last of many activities with panels, standing for all of them where only days count."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Blocks, Spread
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.lead_time import post_lead_time
from ltsched.model.placements import ByStart, Placement
from ltsched.model.places import most_held_by_day
from ltsched.model.settled.agreed import is_fixed
from ltsched.model.stages.terms import start_costs

__all__ = ["nobody_at", "post_stand_ins"]


def post_stand_ins(context: Context, found: Mapping[str, Candidates]) -> None:
    """Place the first and the last of each group of activities with panels.

    A group are activities that the order and the shape do not tell apart. With ``most(d)`` how many of the group fit
    into day d: ``Σ most(d) over first ≤ d ≤ last ≥ how many there are``. Nobody comes to a stand-in, and it lies where
    a start costs nothing; it keeps the meetings before and after the group as many days apart as the group takes.
    """
    posted: list[list[Candidates]] = []
    for group in _groups(context.agenda, found):
        most = most_held_by_day(context.agenda, context.free, group)
        ends = [nobody_at(context, own, list(most)) for own in group[:: max(1, len(group) - 1)]]
        stand_ins = [stand_in for stand_in in ends if stand_in is not None]
        if len(stand_ins) < len(ends):
            continue
        for stand_in in stand_ins:
            context.placements[stand_in.activity.id] = ByStart(context.model, stand_in, context.grid.slots_a_day)
        if len(group) > 1:
            first, last = (context.placements[own.activity.id] for own in (group[0], group[-1]))
            _far_enough(context, first, last, most, len(group))
        posted.append(group)
    post_lead_time(context, posted)


def nobody_at(context: Context, own: Candidates, days: Sequence[int]) -> Candidates | None:
    """Return what stands in for `own` on one of `days`, at no cost in any stage; None if one has no such start."""
    slots = [slot for day in days if (slot := _slot(context, own, day)) is not None]
    return _nobody(own, tuple(slots)) if len(slots) == len(days) else None


def _nobody(own: Candidates, slots: tuple[int, ...]) -> Candidates:
    """Return what stands in for `own`: one slot long, and nobody comes."""
    nobody = replace(own.activity, must=(), expected=(), quorum=0, panel=None)
    return Candidates(nobody, 1, 0, slots, dict.fromkeys(slots, 0), {}, {}, {}, {})


def _slot(context: Context, own: Candidates, day: int) -> int | None:
    """Return a slot of `day` at which a stand-in for `own` costs nothing in any stage; None if there is none.

    Else it could cost more than the conversation that it stands for, and what the relaxation reaches were no bound.
    """
    slots = tuple(range(day * context.grid.slots_a_day, (day + 1) * context.grid.slots_a_day))
    cost_of = start_costs(context, _nobody(own, slots))
    return next((slot for slot in slots if not any(cost_of(slot))), None)


def _far_enough(context: Context, first: Placement, last: Placement, most: Mapping[int, int], count: int) -> None:
    """Post ``last ≥ the first day by which `count` fit from first on``; `most` has its days in order."""
    days = list(most)
    sums = [0, *itertools.accumulate(most.values())]
    ends = [-1] * (days[-1] + 1)
    for index, day in enumerate(days):
        end = bisect_left(sums, sums[index] + count)
        ends[day] = days[end - 1] if end <= len(days) else -1
    possible = [day for day in days if ends[day] >= 0]
    if not possible:
        context.model.add_bool_or([])
        return
    context.model.add_linear_expression_in_domain(first.day, cp_model.Domain.from_values(possible))
    earliest_last = context.model.new_int_var(0, days[-1], f"last of {last.activity.id} at least")
    context.model.add_element(first.day, ends, earliest_last)
    context.model.add(last.day >= earliest_last)


def _groups(agenda: Agenda, found: Mapping[str, Candidates]) -> list[list[Candidates]]:
    groups: dict[Hashable, list[Candidates]] = {}
    for own in found.values():
        if own.activity.panel is not None and own.starts and not is_fixed(agenda, own.activity):
            key = _key(agenda, own.activity.id, own.activity.off_critical_path)
            if key is not None:
                groups.setdefault(key, []).append(own)
    return list(groups.values())


def _key(agenda: Agenda, id: str, off_critical_path: bool) -> Hashable | None:
    """Return what tells one activity from another for the order and the shape; None if its own day is measured."""
    shape = agenda.shape
    if isinstance(shape, Spread) and id in shape.activities:
        return None
    before = frozenset(replace(rule, after="") for rule in agenda.precedences if rule.after == id)
    after = frozenset(replace(rule, before="") for rule in agenda.precedences if rule.before == id)
    parts = (shape.first, shape.second) if isinstance(shape, Blocks) else (shape.activities,)
    return before, after, off_critical_path, tuple(id in part for part in parts)
