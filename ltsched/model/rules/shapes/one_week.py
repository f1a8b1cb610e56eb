"""Everything in one week."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.rules import OneWeek, monday
from ltsched.model.context import Context
from ltsched.model.placements import Literal
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: OneWeek, context: Context) -> None:
    """Lie in one week.

    One literal for each Monday; ``day(a) in the week of Monday m ⇒ week = m``, and no weekend. Measured by the weeks
    passed before.
    """
    model = context.model
    mondays = sorted({monday(day) for day in context.grid.days if day >= rule.first_monday})
    weeks = {first: model.new_bool_var(f"week of {first}") for first in mondays}
    model.add_exactly_one(weeks.values())

    def week_of(index: int) -> Literal | None:
        day = context.grid.days[index]
        return weeks.get(monday(day)) if day.weekday() <= 4 else None

    for id in rule.activities:
        if id in context.placements:
            context.placements[id].imply(week_of)
    passed = [(first - rule.first_monday).days // 7 for first in mondays]
    context.shape_measures = [cp_model.LinearExpr.weighted_sum(list(weeks.values()), passed)]
