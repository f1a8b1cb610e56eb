"""Everything on one day."""

from __future__ import annotations

import itertools

from ltsched.domain.rules import OneDay
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: OneDay, context: Context) -> None:
    """Lie on one day: ``day(a) = day(b)`` for all. Measured by the days taken: 1."""
    days = [context.placements[id].day for id in rule.activities if id in context.placements]
    for one, other in itertools.pairwise(days):
        context.model.add(one == other)
    context.shape_measures = [1 if days else 0]
