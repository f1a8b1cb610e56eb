"""Everything on one day."""

from __future__ import annotations

import itertools

from ltsched.domain.rules import OneDay
from ltsched.model.context import Context
from ltsched.model.placements import Expression
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: OneDay, context: Context) -> list[Expression]:
    """Lie on one day: ``day(a) = day(b)`` for all. Measured by the days taken: 1."""
    days = [context.placements[id].day for id in rule.activities if id in context.placements]
    for one, other in itertools.pairwise(days):
        context.model.add(one == other)
    return [1 if days else 0]
