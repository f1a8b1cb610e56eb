"""Order in time."""

from __future__ import annotations

from ltsched.domain.rules import LagUnit, Precedence
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: Precedence, context: Context) -> None:
    """Keep the order.

    ``start(after) ≥ start(before) + length(before)``, and ``least ≤ day(after) − day(before) ≤ most`` in the unit of
    the rule: it forbids an analysis before what it is about. A day apart is more than any length; where only days
    count: ``day(after) ≥ day(before)``.
    """
    if rule.before not in context.placements or rule.after not in context.placements:
        return
    before, after = context.placements[rule.before], context.placements[rule.after]
    if context.by_day:
        context.model.add(after.day >= before.day)
    elif rule.least <= 0:
        # By day and time of day: of two starts in domains of a thousand pieces, presolve would work out all sums.
        context.model.add(after.by_parts >= before.by_parts + before.length)
    if rule.least > 0 or rule.most is not None:
        days = rule.unit is LagUnit.DAYS
        table = context.date_table() if days else context.working_day_table()
        lag = after.of_day(table) - before.of_day(table)
        if rule.least > 0:
            context.model.add(lag >= rule.least)
        if rule.most is not None:
            context.model.add(lag <= rule.most)
