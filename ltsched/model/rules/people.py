"""Nobody is in two places at once, and panels are chosen as they may be."""

from __future__ import annotations

from collections.abc import Collection

from ortools.sat.python import cp_model

from ltsched.domain.timegrid import TimeGrid
from ltsched.model.context import Context
from ltsched.model.placements import ByStart, Literal, Placement
from ltsched.model.seats import chosen

__all__ = ["attendance", "diaries", "one_place_at_a_time", "panels"]


def attendance(context: Context) -> None:
    """Decide who comes, where somebody expected might have another booking.

    ``attends(a, p) ⇒ start(a) ∈ free starts of p``: it forbids counting on someone whose diary is full. Everybody
    else who is expected comes exactly if their diary lets them, which the start alone decides. With these,
    ``Σ attends + others who are free ≥ quorum``. Where seats are few and the start does not decide who has one, nobody
    is sure.
    """
    for placement in context.placements.values():
        activity = placement.activity
        unsure = context.clashing(activity)
        if chosen(context, placement.candidates):
            unsure = list(activity.expected)
        if not unsure:
            continue
        for person in unsure:
            literal = context.model.new_bool_var(f"{person} attends {activity.id}")
            context.attends[activity.id, person] = literal
            placement.restrict(placement.candidates.comes[person], literal)
        coming = [context.attends[activity.id, person] for person in unsure]
        sure = [person for person in activity.expected if person not in unsure]
        short = max(0, activity.quorum - len(activity.must))
        if short and not sure:
            context.model.add(cp_model.LinearExpr.sum(coming) >= short)
        elif short:
            levels = [context.model.new_bool_var(f"{activity.id} level {n}") for n in range(len(sure) + 1)]
            context.model.add_exactly_one(levels)
            for number, level in enumerate(levels):
                bits = 0
                for slot in placement.candidates.starts:
                    free = sum(placement.candidates.comes[person] >> slot & 1 for person in sure)
                    bits |= (free == number) << slot
                placement.restrict(bits, level)
                context.model.add(cp_model.LinearExpr.sum(coming) >= short - number).only_enforce_if(level)


def panels(context: Context) -> None:
    """Choose the panels.

    ``Σ chosen = size``, ``Σ chosen leads ≥ least_leads``, and at most one of each group that is to be kept apart: it
    forbids a conversation without a lead reviewer, and two auditors of one agency. What is over has the panel it had.
    """
    over = context.agenda.over
    for placement in context.placements.values():
        activity, panel = placement.activity, placement.activity.panel
        if panel is None:
            continue
        chosen = placement.panel
        context.model.add(cp_model.LinearExpr.sum(list(chosen.values())) == panel.size)
        if activity.id in over:
            context.model.add_bool_and(chosen[member] for member in over[activity.id].panel)
            continue
        if panel.least_leads:
            leads = [chosen[lead] for lead in panel.pool if lead in panel.leads]
            context.model.add(cp_model.LinearExpr.sum(leads) >= panel.least_leads)
        for group in panel.apart:
            context.model.add_at_most_one(chosen[member] for member in panel.pool if member in group)


def one_place_at_a_time(context: Context, people: Collection[str] | None = None) -> None:
    """Keep each person's bookings apart; None means everybody's, else those of `people` alone.

    ``NoOverlap`` for each person over the bookings they must attend, those they attend by choice, and those they hold,
    these longer by the gap that follows: it forbids two bookings of one person at a time, and a booking in a gap.
    """
    for person in context.agenda.review.people:
        if people is not None and person.id not in people:
            continue
        intervals = []
        for placement in context.to_place:
            activity = placement.activity
            if person.id in activity.must:
                intervals.append(context.interval(activity.id))
            elif (activity.id, person.id) in context.attends:
                literal = context.attends[activity.id, person.id]
                intervals.append(context.optional_interval(activity.id, literal))
            elif person.id in placement.panel:
                gap = placement.candidates.gap
                intervals.append(context.optional_interval(activity.id, placement.panel[person.id], gap))
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


def diaries(context: Context) -> None:
    """Keep those who hold activities within their free time.

    ``NoOverlap`` for each of them over the fixed busy runs of their diary and the true lengths of what they hold: it
    forbids a conversation while a reviewer is in court. One rule for each person, not one for each pair of person and
    start: that is what keeps the model small (DESIGN §6).
    """
    for person in context.agenda.review.people:
        held = [p for p in context.to_place if person.id in p.panel and p.candidates.starts]
        if not held:
            continue
        first = min(placement.candidates.starts[0] for placement in held)
        end = max(placement.candidates.starts[-1] + placement.length for placement in held)
        fixed = [
            context.model.new_fixed_size_interval_var(start, stop - start, f"{person.id} busy {start}")
            for start, stop in busy_runs(context.free.free[person.id], first, end)
        ]
        own = [context.optional_interval(p.activity.id, p.panel[person.id]) for p in held]
        context.model.add_no_overlap(fixed + own)


def busy_runs(free: int, first: int, end: int) -> list[tuple[int, int]]:
    """Return the runs ``[start, stop)`` of slots in ``[first, end)`` that are not free."""
    inside = ((1 << (end - first)) - 1) << first
    return list(TimeGrid.runs(~free & inside))
