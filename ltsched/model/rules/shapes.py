"""The shapes: each is a rule, and gives what is to be measured."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from functools import singledispatch

from ortools.sat.python import cp_model

from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Shape, Spread, monday
from ltsched.model.context import Context
from ltsched.model.placements import Expression, Literal, Placement

__all__ = ["post_shape"]


@singledispatch
def post_shape(shape: Shape, context: Context) -> list[Expression]:
    """Post the rule of a shape; return its measures, in the order in which they are to be minimised."""
    raise TypeError(f"no rule for the shape {shape!r}")


@post_shape.register
def _(shape: Spread, context: Context) -> list[Expression]:
    """Spread evenly.

    The windows around the even positions are cut into the candidates already. With ``lo ≤ gap ≤ hi`` for the gaps
    between neighbours, measure ``hi − lo``; then ``Σ |index(day) − position|``.
    """
    ids = [id for id in shape.activities if id in context.placements]
    if not ids:
        return [0, 0]
    index = context.table(shape.index)
    model = context.model
    days = [context.placements[id].of_day(index) for id in ids]
    longest = len(shape.days)
    low = model.new_int_var(-longest, longest, "least gap")
    high = model.new_int_var(-longest, longest, "greatest gap")
    for one, other in itertools.pairwise(days):
        model.add(other - one >= low)
        model.add(other - one <= high)
    uneven = model.new_int_var(0, 2 * longest, "unevenness")
    model.add(uneven >= high - low)
    deviations: Expression = 0
    for id, position in zip(shape.activities, shape.positions, strict=True):
        if id in context.placements:
            away = [abs(day - position) for day in index]
            deviations += context.placements[id].of_day(away)
    return [uneven if len(ids) > 1 else 0, deviations]


@post_shape.register
def _(shape: Blocks, context: Context) -> list[Expression]:
    """Keep two short blocks apart.

    ``first(B) ≤ day(a) ≤ last(B)`` and ``last(B) − first(B) + 1 ≤ most`` in working days, and
    ``least ≤ first(B2) − last(B1) ≤ most`` in calendar days. Measured by the sum of the lengths.
    """
    model = context.model
    working, dates = context.working_day_table(), context.date_table()
    length: Expression = 0
    blocks = [[context.placements[id] for id in ids if id in context.placements] for ids in (shape.first, shape.second)]
    for number, block in enumerate(blocks, 1):
        if not block:
            continue
        first = model.new_int_var(working[0], working[-1], f"first working day of block {number}")
        last = model.new_int_var(working[0], working[-1], f"last working day of block {number}")
        for placement in block:
            day = placement.of_day(working)
            model.add(first <= day)
            model.add(day <= last)
        size = model.new_int_var(1, shape.most_working_days, f"length of block {number}")
        model.add(size == last - first + 1)
        if not context.unhindered:
            _enough_hours(context, shape.first if number == 1 else shape.second, size)
        length += size
    if all(blocks):
        last = model.new_int_var(0, len(dates) - 1, "last day of block 1")
        first = model.new_int_var(0, len(dates) - 1, "first day of block 2")
        model.add_max_equality(last, [placement.day for placement in blocks[0]])
        model.add_min_equality(first, [placement.day for placement in blocks[1]])
        closing = model.new_int_var(0, dates[-1], "last date of block 1")
        opening = model.new_int_var(0, dates[-1], "first date of block 2")
        model.add_element(last, dates, closing)
        model.add_element(first, dates, opening)
        model.add(opening - closing >= shape.least_days)
        if not context.by_day:
            # With fewer activities the true pause may be shorter than the one seen here.
            model.add(opening - closing <= shape.most_days)
    return [length]


def _enough_hours(context: Context, ids: Sequence[str], size: cp_model.IntVar) -> None:
    """Tell how long a block must be at least.

    The lead reviewers are at its meetings, and one of them at each conversation: ``Σ lengths ≤ size · Σ hours``, with
    the most free time that each of them has on any day. It follows from their diaries, and helps the proof.
    """
    grid = context.grid
    # Where it is tried out what helps, a shape may name activities that are left out.
    over = context.agenda.over
    inside = [activity for activity in context.agenda.activities if activity.id in ids and activity.id not in over]
    talks = [activity for activity in inside if activity.panel is not None and activity.panel.least_leads]
    leads = {lead for talk in talks if talk.panel is not None for lead in talk.panel.leads}
    leads = leads or {person for activity in inside for person in activity.must}
    gap = max((grid.length(talk.gap_minutes) for talk in talks), default=0)
    days = {lead: [context.free.runs(lead, day) for day in grid.days] for lead in leads}
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


@post_shape.register
def _(shape: OneWeek, context: Context) -> list[Expression]:
    """Lie in one week.

    One literal for each Monday; ``day(a) in the week of Monday m ⇒ week = m``, and no weekend. Measured by the weeks
    passed before.
    """
    model = context.model
    mondays = sorted({monday(day) for day in context.grid.days if day >= shape.first_monday})
    weeks = {first: model.new_bool_var(f"week of {first}") for first in mondays}
    model.add_exactly_one(weeks.values())

    def week_of(index: int) -> Literal | None:
        day = context.grid.days[index]
        return weeks.get(monday(day)) if day.weekday() <= 4 else None

    for id in shape.activities:
        if id in context.placements:
            context.placements[id].imply(week_of)
    passed = [(first - shape.first_monday).days // 7 for first in mondays]
    return [cp_model.LinearExpr.weighted_sum(list(weeks.values()), passed)]


@post_shape.register
def _(shape: OneDay, context: Context) -> list[Expression]:
    """Lie on one day: ``day(a) = day(b)`` for all. Measured by the days taken: 1."""
    days = [context.placements[id].day for id in shape.activities if id in context.placements]
    for one, other in itertools.pairwise(days):
        context.model.add(one == other)
    return [1 if days else 0]


@post_shape.register
def _(shape: Early, context: Context) -> list[Expression]:
    """End early: ``last = max day(a)``, in working days; measured by ``last``."""
    placements: list[Placement] = [context.placements[id] for id in shape.activities if id in context.placements]
    if not placements:
        return [0]
    table = context.table(lambda day: max(0, context.agenda.working_days.count(shape.since, day)))
    last = context.model.new_int_var(0, max(table), "last meeting")
    context.model.add_max_equality(last, [placement.of_day(table) for placement in placements])
    return [last]
