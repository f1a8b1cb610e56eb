"""Who has a seat, where the start alone does not tell it: because of the room, or of other bookings."""

from __future__ import annotations

from collections.abc import Iterator

from ortools.sat.python import cp_model

from ltsched.domain.rules import Seats
from ltsched.model.candidates import bit_set
from ltsched.model.context import Context
from ltsched.model.placements import Literal, Placement
from ltsched.model.rules.post import post
from ltsched.model.seats import chosen

__all__: list[str] = []


@post.register
def _(rule: Seats, context: Context) -> None:
    """Give the seats of a room to those who come, in their order.

    ``Σ attends ≤ seats``; each person expected attends, is away or is turned away; ``away ⇒ the diary is full, or
    another booking is on``; ``turned away ⇒ Σ attends ≥ seats``, nobody behind them in the order attends, and every
    larger room is taken. It forbids more people than seats, a seat for somebody whose turn it is not, and an empty one
    that somebody could have had. Where the start alone tells who has a seat, nothing is posted.
    """
    if rule.activity in context.placements:
        placement = context.placements[rule.activity]
        if chosen(context, placement.candidates):
            _seat(context, placement)


def _seat(context: Context, placement: Placement) -> None:
    model, own, id = context.model, placement.candidates, placement.activity.id
    coming = {person: context.attends[id, person] for person in own.comes}
    count = cp_model.LinearExpr.sum(list(coming.values()))
    clashing = set(context.clashing(placement.activity))
    full: Literal | None = None  # somebody further in front was turned away
    for person, attends in coming.items():
        away, turned = model.new_bool_var(f"{person} not at {id}"), model.new_bool_var(f"{person} no seat at {id}")
        model.add_exactly_one(attends, away, turned)
        if person in clashing:
            busy = model.new_bool_var(f"{person} busy at {id}")
            placement.restrict(own.bits & ~own.comes[person], busy)
            model.add_bool_or(~away, busy, *_elsewhere(context, placement, person))
        else:
            placement.restrict(own.bits & ~own.comes[person], away)
        behind = model.new_bool_var(f"{id} full before {person}")
        model.add_implication(turned, behind)
        if full is not None:
            model.add_implication(full, behind)
            model.add_implication(full, ~attends)
        full = behind
    for level, number in _levels(context, placement):
        model.add(count <= number).only_enforce_if(level)
        if full is not None:
            model.add(count >= number).only_enforce_if(level, full)
    rooms = context.in_room.get(id, {})
    for room, there in rooms.items():
        for larger in rooms:
            if full is not None and own.seats[larger] > own.seats[room]:
                taken = model.new_bool_var(f"{larger} not free at {id}")
                placement.restrict(own.bits & ~own.rooms[larger], taken)
                model.add_bool_or(~there, ~full, taken, *_taken(context, placement, larger))


def _levels(context: Context, placement: Placement) -> Iterator[tuple[Literal, int]]:
    """Yield how many seats there are for those expected, each with the literal that says so; exactly one is true."""
    own, id = placement.candidates, placement.activity.id
    if id in context.in_room:
        for room, there in context.in_room[id].items():
            yield there, own.seats[room]
        return
    starts: dict[int, list[int]] = {}
    for slot in own.starts:
        starts.setdefault(own.most_seats(slot), []).append(slot)
    levels = {number: context.model.new_bool_var(f"{number} seats at {id}") for number in starts}
    context.model.add_exactly_one(levels.values())
    for number, level in levels.items():
        placement.restrict(bit_set(starts[number]), level)
        yield level, number


def _elsewhere(context: Context, placement: Placement, person: str) -> Iterator[Literal]:
    """Yield a literal for each booking at the same time at which `person` might be; true only if they are there."""
    for other in context.placements.values():
        activity = other.activity
        if activity.id == placement.activity.id or not context.overlaps.possible(activity, placement.activity):
            continue
        if person in other.panel:
            yield _both(context, placement, other, other.candidates.gap, other.panel[person])
        elif (activity.id, person) in context.attends:
            yield _both(context, placement, other, 0, context.attends[activity.id, person])
        elif person in activity.invited:
            yield _meets(context, placement, other, 0)


def _taken(context: Context, placement: Placement, room: str) -> Iterator[Literal]:
    """Yield a literal for each booking at the same time that might be in `room`; true only if it is there."""
    for id, rooms in context.in_room.items():
        if id != placement.activity.id and room in rooms:
            yield _both(context, placement, context.placements[id], 0, rooms[room])


def _meets(context: Context, one: Placement, other: Placement, gap: int) -> Literal:
    """Return a literal that is true only if both are on at the same time, or `one` in the `gap` after the other.

    ``start < end of the other`` both ways; each is made once.
    """
    key = (one.activity.id, other.activity.id, gap)
    if key not in context.meets:
        literal = context.model.new_bool_var(f"{key[0]} meets {key[1]} +{gap}")
        context.model.add(one.start < other.start + other.length + gap).only_enforce_if(literal)
        context.model.add(other.start < one.start + one.length).only_enforce_if(literal)
        context.meets[key] = literal
    return context.meets[key]


def _both(context: Context, one: Placement, other: Placement, gap: int, literal: Literal) -> Literal:
    """Return a literal that is true only if both are on at the same time, and `literal` is."""
    found = context.model.new_bool_var(f"{one.activity.id} meets {other.activity.id} and {literal}")
    context.model.add_implication(found, literal)
    context.model.add_implication(found, _meets(context, one, other, gap))
    return found
