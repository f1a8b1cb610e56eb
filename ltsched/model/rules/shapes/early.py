"""As early as possible."""

from __future__ import annotations

from ltsched.domain.rules import Early
from ltsched.model.context import Context
from ltsched.model.placements import Placement
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: Early, context: Context) -> None:
    """End early: ``last = max day(a)``, in working days; measured by ``last``."""
    placements: list[Placement] = [context.placements[id] for id in rule.activities if id in context.placements]
    if not placements:
        context.shape_measures = [0]
        return
    table = context.table(lambda day: max(0, context.agenda.working_days.count(rule.since, day)))
    last = context.model.new_int_var(0, max(table), "last meeting")
    context.model.add_max_equality(last, [placement.of_day(table) for placement in placements])
    context.shape_measures = [last]
