"""How many of some activities one person holds on one day."""

from __future__ import annotations

from collections import Counter

from ltsched.domain.rules import DailyLoad
from ltsched.model.context import Context
from ltsched.model.placements import Placement
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: DailyLoad, context: Context) -> None:
    """Limit what one person holds in a day.

    ``Cumulative`` for each person on the axis of days: each of the activities that they hold takes one of `most` places
    on its day. It forbids a fourth conversation on a day. What people have agreed on counts, and stands though it is
    more.
    """
    held = [context.placements[id] for id in rule.activities if id in context.placements]
    for person in dict.fromkeys(member for placement in held for member in placement.panel):
        own = _within(rule.most, [placement for placement in held if person in placement.panel])
        if len(own) <= rule.most:
            continue
        intervals = [
            context.model.new_optional_fixed_size_interval_var(
                placement.day, 1, placement.panel[person], f"day of {placement.activity.id} for {person}"
            )
            for placement in own
        ]
        context.model.add_cumulative(intervals, [1] * len(own), rule.most)


def _within(most: int, held: list[Placement]) -> list[Placement]:
    """Return `held` without what is agreed on beyond `most` of a day: people have decided that, and it stands."""
    left, agreed = [], Counter[int]()
    for placement in held:
        panel = placement.activity.panel
        if placement.activity.agreed is not None and panel is not None and panel.size == len(panel.pool):
            agreed[placement.days[0]] += 1
            if agreed[placement.days[0]] > most:
                continue
        left.append(placement)
    return left
