"""The shapes of a review of which some may be left out: only what they forbid, and nothing that they measure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from ltsched.domain.rules import Blocks, OneDay, OneWeek, monday
from ltsched.model.context import Context
from ltsched.model.placements import Literal

__all__ = ["post_shape"]


def post_shape(context: Context) -> None:
    """Keep what is kept within the shape; a shape that forbids nothing posts nothing."""
    match context.agenda.shape:
        case OneWeek() as week:
            _one_week(week, context)
        case OneDay() as one_day:
            _one_day(one_day, context)
        case Blocks() as blocks:
            _blocks(blocks, context)


def _there(context: Context, id: str) -> list[Literal]:
    """Return the literal that is true if `id` is kept, where that is open."""
    return [context.kept[id]] if id in context.kept else []


def _one_week(rule: OneWeek, context: Context) -> None:
    """Choose a week, in which all lies that is kept: ``kept(a) ∧ day(a) in the week of Monday m ⇒ week = m``."""
    model = context.model
    mondays = sorted({monday(day) for day in context.grid.days if day >= rule.first_monday})
    weeks = {first: model.new_bool_var(f"week of {first}") for first in mondays}
    model.add_exactly_one(weeks.values())

    def week_of(index: int) -> Literal | None:
        day = context.grid.days[index]
        return weeks.get(monday(day)) if day.weekday() <= 4 else None

    for id in rule.activities:
        if id in context.placements:
            context.placements[id].imply(week_of, only_if=context.kept.get(id))


def _one_day(rule: OneDay, context: Context) -> None:
    """Choose a day, on which all lies that is kept: ``kept(a) ⇒ day(a) = day``."""
    on = context.model.new_int_var(0, len(context.grid.days) - 1, "the day")
    for id in rule.activities:
        if id in context.placements:
            context.model.add(context.placements[id].day == on).only_enforce_if(_there(context, id))


def _blocks(rule: Blocks, context: Context) -> None:
    """Keep what is kept of each block together, and the blocks apart.

    ``first(B) ≤ day(a) ≤ last(B)`` with ``last(B) − first(B) < most`` in working days, and in calendar days ``day(b) −
    day(a) ≥ least`` for all a, b of the first and the second; with the last a and the first b also ``≤ most``.
    """
    model = context.model
    working, dates = context.working_day_table(), context.date_table()
    ends = context.table(lambda day: _last_working_day(context, day))
    blocks = [[id for id in ids if id in context.placements] for ids in (rule.first, rule.second)]
    for number, ids in enumerate(blocks, 1):
        first = model.new_int_var(min(working[0], ends[0]), working[-1], f"first working day of block {number}")
        for id in ids:
            placement = context.placements[id]
            model.add(first <= placement.of_day(working)).only_enforce_if(_there(context, id))
            last = first + rule.most_working_days - 1
            model.add(placement.of_day(ends) <= last).only_enforce_if(_there(context, id))
    closing, opening = (model.new_int_var(dates[0], dates[-1], name) for name in ("block 1 closes", "block 2 opens"))
    both = [_any_kept(context, ids) for ids in blocks]
    if any(there is None for there in both):
        return
    apart = [there for there in both if there is not None]
    for ids, edge, is_last in ((blocks[0], closing, True), (blocks[1], opening, False)):
        at_edge = []
        for id in ids:
            of_day = context.placements[id].of_day(dates)
            model.add(of_day <= edge if is_last else of_day >= edge).only_enforce_if(_there(context, id))
            literal = model.new_bool_var(f"{id} is at the edge of its block")
            model.add(of_day == edge).only_enforce_if(literal)
            for there in _there(context, id):
                model.add_implication(literal, there)
            at_edge.append(literal)
        model.add_bool_or(at_edge).only_enforce_if(apart)
    model.add(opening - closing >= rule.least_days).only_enforce_if(apart)
    model.add(opening - closing <= rule.most_days).only_enforce_if(apart)


def _any_kept(context: Context, ids: Sequence[str]) -> Literal | None:
    """Return a literal that is true if any of `ids` is kept; None if there is none."""
    if not ids:
        return None
    literal = context.model.new_bool_var(f"one of {ids[0]} and the others is kept")
    for id in ids:
        there = _there(context, id)
        if there:
            context.model.add_implication(there[0], literal)
        else:
            context.model.add_bool_and(literal)
    return literal


def _last_working_day(context: Context, day: date) -> int:
    """Return the working days from the day of commissioning to the last one that is not after `day`."""
    return context.agenda.working_days.count(context.agenda.review.commissioned, day + timedelta(days=1)) - 1
