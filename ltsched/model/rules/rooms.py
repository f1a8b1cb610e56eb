"""Rooms for those activities that cannot do without one."""

from __future__ import annotations

import itertools

from ortools.sat.python import cp_model

from ltsched.domain.option import RoomNeed
from ltsched.model.context import Context

__all__ = ["rooms"]


def rooms(context: Context) -> None:
    """Give each such activity a room, and no room to two at a time.

    ``Σ in room = 1``, ``in room r ⇒ start ∈ starts at which r is free and seats all``, ``NoOverlap`` for each room: it
    forbids two meetings in one room. Where no two of them can ever overlap, any free room will do, and nothing is
    posted: the starts have been cut to those that have one.
    """
    needing = [p for p in context.placements.values() if p.activity.room is RoomNeed.NEEDED]
    pairs = itertools.combinations((placement.activity for placement in needing), 2)
    if not any(context.overlaps.possible(one, other) for one, other in pairs):
        return
    taken: dict[str, list[cp_model.IntervalVar]] = {}
    for placement in needing:
        chosen = []
        for room, bits in placement.candidates.rooms.items():
            literal = context.model.new_bool_var(f"{placement.activity.id} in {room}")
            placement.restrict(bits, literal)
            taken.setdefault(room, []).append(context.optional_interval(placement.activity.id, literal))
            chosen.append(literal)
        context.model.add_exactly_one(chosen)
    for intervals in taken.values():
        context.model.add_no_overlap(intervals)
