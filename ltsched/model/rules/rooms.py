"""Rooms for those activities that cannot do without one."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.model.context import Context
from ltsched.model.seats import room_contended

__all__ = ["rooms"]


def rooms(context: Context) -> None:
    """Give each such activity a room, and no room to two at a time.

    ``Σ in room = 1``, ``in room r ⇒ start ∈ starts at which r is free``, ``NoOverlap`` for each room: it forbids two
    meetings in one room. For what no other of them can ever overlap, the largest free room is the best, and nothing is
    posted: the starts have been cut to those that have one.
    """
    taken: dict[str, list[cp_model.IntervalVar]] = {}
    for id, placement in context.placements.items():
        if not room_contended(context, placement.candidates):
            continue
        literals: dict[str, cp_model.BoolVarT] = {}
        for room, bits in placement.candidates.rooms.items():
            literal = context.model.new_bool_var(f"{id} in {room}")
            placement.restrict(bits, literal)
            taken.setdefault(room, []).append(context.optional_interval(id, literal))
            literals[room] = literal
        context.model.add_exactly_one(literals.values())
        context.in_room[id] = literals
    for intervals in taken.values():
        context.model.add_no_overlap(intervals)
