"""The room of an activity that cannot do without one."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.rules import InRoom
from ltsched.model.context import Context
from ltsched.model.rules.post import post
from ltsched.model.seats import room_contended

__all__: list[str] = []


@post.register
def _(rule: InRoom, context: Context) -> None:
    """Give it a room.

    ``Σ in room = 1``, ``in room r ⇒ start ∈ starts at which r is free``: it forbids a meeting without a room. For what
    nothing else that needs one can ever overlap, the largest free room is the best, and nothing is posted: the starts
    have been cut to those that have one.
    """
    if rule.activity not in context.placements:
        return
    id, placement = rule.activity, context.placements[rule.activity]
    if not room_contended(context, placement.candidates):
        return
    literals: dict[str, cp_model.BoolVarT] = {}
    for room, bits in placement.candidates.rooms.items():
        literal = context.model.new_bool_var(f"{id} in {room}")
        placement.restrict(bits, literal)
        context.taken.setdefault(room, []).append(context.optional_interval(id, literal))
        literals[room] = literal
    context.model.add_exactly_one(literals.values())
    context.in_room[id] = literals
