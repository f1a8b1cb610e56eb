"""Order in time, and how many a day."""

from __future__ import annotations

from ltsched.domain.rules import LagUnit
from ltsched.model.context import Context

__all__ = ["daily_loads", "precedences"]


def precedences(context: Context) -> None:
    """Keep the order.

    ``start(after) ≥ start(before) + length(before)``, and ``least ≤ day(after) − day(before) ≤ most`` in the unit of
    the rule: it forbids an analysis before what it is about. Where only days count: ``day(after) ≥ day(before)``.
    """
    tables = {LagUnit.WORKING_DAYS: context.working_day_table(), LagUnit.DAYS: context.date_table()}
    for rule in context.agenda.precedences:
        if rule.before not in context.placements or rule.after not in context.placements:
            continue
        before, after = context.placements[rule.before], context.placements[rule.after]
        if context.by_day:
            context.model.add(after.day >= before.day)
        else:
            context.model.add(after.start >= before.start + before.length)
        if rule.least > 0 or rule.most is not None:
            table = tables[rule.unit]
            lag = after.of_day(table) - before.of_day(table)
            if rule.least > 0:
                context.model.add(lag >= rule.least)
            if rule.most is not None:
                context.model.add(lag <= rule.most)


def daily_loads(context: Context) -> None:
    """Limit what one person holds in a day.

    ``Cumulative`` for each person on the axis of days: each of the activities that they hold takes one of `most` places
    on its day. It forbids a fourth conversation on a day.
    """
    for rule in context.agenda.daily_loads:
        held = [context.placements[id] for id in rule.activities if id in context.placements]
        for person in dict.fromkeys(member for placement in held for member in placement.panel):
            own = [placement for placement in held if person in placement.panel]
            if len(own) <= rule.most:
                continue
            intervals = [
                context.model.new_optional_fixed_size_interval_var(
                    placement.day, 1, placement.panel[person], f"day of {placement.activity.id} for {person}"
                )
                for placement in own
            ]
            context.model.add_cumulative(intervals, [1] * len(own), rule.most)
