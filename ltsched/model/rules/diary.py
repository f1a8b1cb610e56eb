"""The working hours and diaries of those who hold activities."""

from __future__ import annotations

from ltsched.domain.rules import WithinDiary
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.context import Context
from ltsched.model.placements import ByInterval
from ltsched.model.rules.post import post

__all__ = ["busy_runs", "free_that_day"]


@post.register
def _(rule: WithinDiary, context: Context) -> None:
    """Keep what somebody holds within their free time.

    ``NoOverlap`` over the fixed busy runs of their diary and the true lengths of what they hold: it forbids a
    conversation while a reviewer is in court. One constraint for each person, not one for each pair of person and
    start: that is what keeps the model small. For those who must come the candidates have been cut to their free time,
    and those expected come only where they are free. Who may hold what people have agreed on has been settled before.
    """
    held = [p for p in context.to_place if rule.person in p.panel and p.candidates.starts and p.activity.agreed is None]
    if not held:
        return
    first = min(placement.candidates.starts[0] for placement in held)
    end = max(placement.candidates.starts[-1] + placement.length for placement in held)
    fixed = [
        context.model.new_fixed_size_interval_var(start, stop - start, f"{rule.person} busy {start}")
        for start, stop in busy_runs(context.free.free[rule.person], first, end)
    ]
    own = [context.optional_interval(p.activity.id, p.panel[rule.person]) for p in held]
    context.model.add_no_overlap(fixed + own)


def busy_runs(free: int, first: int, end: int) -> list[tuple[int, int]]:
    """Return the runs ``[start, stop)`` of slots in ``[first, end)`` that are not free."""
    inside = ((1 << (end - first)) - 1) << first
    return list(TimeGrid.runs(~free & inside))


def free_that_day(context: Context) -> None:
    """Let nobody hold anything on a day on which they have no time for it.

    At most one of ``holds(p, a)`` and ``day(a) = d`` for all days d on which no start of a lies in the free time of p:
    all that is left of `WithinDiary` where the fixed busy runs of everybody would be too much.
    """
    slots_a_day = context.grid.slots_a_day
    for placement in context.to_place:
        if not isinstance(placement, ByInterval):
            continue
        days = placement.day_literals()
        for person, holds in placement.panel.items():
            bits = placement.candidates.bits & context.free.starts(person, placement.length)
            possible = {slot // slots_a_day for slot in context.grid.members(bits)}
            without = [literal for day, literal in days.items() if day not in possible]
            if without:
                context.model.add_at_most_one(holds, *without)
