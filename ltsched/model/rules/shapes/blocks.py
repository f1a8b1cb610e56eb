"""Two short blocks with a pause between them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial
from operator import sub

from ortools.sat.python import cp_model

from ltsched.domain.rules import Blocks
from ltsched.model.context import Context
from ltsched.model.placements import Expression
from ltsched.model.rules.post import post
from ltsched.model.settled.agreed import is_fixed

__all__ = ["enough_hours"]


@post.register
def _(rule: Blocks, context: Context) -> None:
    """Keep two short blocks apart.

    ``first(B) ≤ day(a) ≤ last(B)`` and ``last(B) − first(B) + 1 ≤ most`` in working days, and
    ``least ≤ first(B2) − last(B1) ≤ most`` in calendar days. Measured by the sum of the lengths. A day that is no
    working day, as a Saturday on which somebody works, ends a block as the working day before it does.
    """
    model = context.model
    working, dates = context.working_day_table(), context.date_table()
    ends = context.table(partial(_last_working_day, context))
    length: Expression = 0
    outer: list[tuple[cp_model.IntVar, cp_model.IntVar]] = []
    blocks = [[context.placements[id] for id in ids if id in context.placements] for ids in (rule.first, rule.second)]
    for number, block in enumerate(blocks, 1):
        if not block:
            continue
        first = model.new_int_var(working[0], working[-1], f"first working day of block {number}")
        last = model.new_int_var(ends[0], working[-1], f"last working day of block {number}")
        for placement in block:
            model.add(first <= placement.of_day(working))
            model.add(placement.of_day(ends) <= last)
        size = model.new_int_var(1 + min(map(sub, ends, working)), rule.most_working_days, f"length of block {number}")
        model.add(size == last - first + 1)
        if not context.unhindered and ends == working:
            # Else a block may have more days than working days.
            enough_hours(context, rule.first if number == 1 else rule.second, size)
        length += size
        outer.append((first, last))
    if all(blocks):
        last = model.new_int_var(0, len(dates) - 1, "last day of block 1")
        first = model.new_int_var(0, len(dates) - 1, "first day of block 2")
        model.add_max_equality(last, [placement.day for placement in blocks[0]])
        model.add_min_equality(first, [placement.day for placement in blocks[1]])
        closing = model.new_int_var(0, dates[-1], "last date of block 1")
        opening = model.new_int_var(0, dates[-1], "first date of block 2")
        model.add_element(last, dates, closing)
        model.add_element(first, dates, opening)
        model.add(opening - closing >= rule.least_days)
        there = {activity.id for activity in context.agenda.activities}
        if rule.others:
            if ends == working:
                _not_too_far_apart(context, outer[0][1], outer[1][0], rule.most_days)
        elif context.placements.keys() >= there.intersection(rule.first + rule.second):
            # With fewer activities the true pause may be shorter than the one seen here.
            model.add(opening - closing <= rule.most_days)
    context.shape_measures = [length]


def _not_too_far_apart(context: Context, closes: cp_model.IntVar, opens: cp_model.IntVar, most_days: int) -> None:
    """Keep two working days, counted from the day of commissioning, `most_days` apart at most."""
    first, last = context.agenda.review.commissioned, context.grid.days[-1]
    dates = [(day - first).days for day in context.agenda.working_days.between(first, last + timedelta(days=1))]
    ends = [context.model.new_int_var(0, dates[-1], f"date {name} the pause") for name in ("before", "after")]
    for number, end in zip((closes, opens), ends, strict=True):
        context.model.add_element(number, dates, end)
    context.model.add(ends[1] - ends[0] <= most_days)


def _last_working_day(context: Context, day: date) -> int:
    """Return the working days from the day of commissioning to the last one that is not after `day`."""
    return context.agenda.working_days.count(context.agenda.review.commissioned, day + timedelta(days=1)) - 1


def enough_hours(context: Context, ids: Sequence[str], size: cp_model.IntVar) -> None:
    """Tell how long a block must be at least.

    The lead reviewers are at its meetings, and one of them at each conversation: ``Σ lengths ≤ size · Σ hours``, with
    the most free time that each of them has on any day. It follows from their diaries, and helps the proof.
    """
    grid = context.grid
    # Where it is tried out what helps, a shape may name activities that are left out.
    agenda = context.agenda
    inside = [one for one in agenda.activities if one.id in ids and not is_fixed(agenda, one)]
    talks = [activity for activity in inside if activity.panel is not None and activity.panel.least_leads]
    leads = {lead for talk in talks if talk.panel is not None for lead in talk.panel.leads}
    leads = leads or {person for activity in inside for person in activity.must}
    gap = max((grid.length(talk.gap_minutes) for talk in talks), default=0)
    days = {lead: _different_days(lead, context) for lead in leads}
    hours = {lead: max(sum(end - first for first, end in runs) for runs in days[lead]) for lead in leads}
    # The gap after the last conversation before something else of the diary may lie in that other time.
    with_gaps = sum(max(sum(end - first + gap for first, end in runs) for runs in days[lead]) for lead in leads)
    meetings = {
        lead: sum(grid.length(activity.minutes) for activity in inside if lead in activity.must) for lead in leads
    }
    for lead in sorted(leads):
        context.model.add(hours[lead] * size >= meetings[lead])
    needed = sum(grid.length(t.minutes + t.gap_minutes) * t.panel.least_leads for t in talks if t.panel is not None)
    context.model.add(with_gaps * size >= needed + sum(meetings.values()))


def _different_days(person: str, context: Context) -> list[list[tuple[int, int]]]:
    """Return the runs of slots of a day at which somebody is free, once for all days on which these are the same."""
    grid, free = context.grid, context.free.free[person]
    whole_day = (1 << grid.slots_a_day) - 1
    days = dict.fromkeys(free >> index * grid.slots_a_day & whole_day for index in range(len(grid.days)))
    return [list(grid.runs(day)) for day in days]
