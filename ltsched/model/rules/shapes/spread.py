"""Meetings that lie evenly."""

from __future__ import annotations

import itertools

from ltsched.domain.rules import Spread
from ltsched.model.context import Context
from ltsched.model.placements import Expression
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: Spread, context: Context) -> None:
    """Spread evenly.

    The windows around the even positions are cut into the candidates already. With ``lo ≤ gap ≤ hi`` for the gaps
    between neighbours, measure ``hi − lo``; then ``Σ |index(day) − position|``.
    """
    ids = [id for id in rule.activities if id in context.placements]
    if not ids:
        context.shape_measures = [0, 0]
        return
    index = context.table(rule.index)
    model = context.model
    days = [context.placements[id].of_day(index) for id in ids]
    longest = len(rule.days)
    low = model.new_int_var(-longest, longest, "least gap")
    high = model.new_int_var(-longest, longest, "greatest gap")
    for one, other in itertools.pairwise(days):
        model.add(other - one >= low)
        model.add(other - one <= high)
    uneven = model.new_int_var(0, 2 * longest, "unevenness")
    model.add(uneven >= high - low)
    deviations: Expression = 0
    for id, position in zip(rule.activities, rule.positions, strict=True):
        if id in context.placements:
            away = [abs(day - position) for day in index]
            deviations += context.placements[id].of_day(away)
    context.shape_measures = [uneven if len(ids) > 1 else 0, deviations]
