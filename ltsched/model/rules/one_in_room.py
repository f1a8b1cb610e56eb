"""A room has one booking at a time."""

from __future__ import annotations

from ltsched.domain.rules import OneInRoom
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: OneInRoom, context: Context) -> None:
    """Keep the bookings of a room apart.

    ``NoOverlap`` over the bookings that might be in it: it forbids two meetings in one room at once.
    """
    if rule.room in context.taken:
        context.model.add_no_overlap(context.taken[rule.room])
