"""Missed twice: who misses more than one booking of a kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from ltsched.domain.option import Kind
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import Expression, Placement
from ltsched.model.seats import surely_away

__all__ = ["missed_twice", "missed_twice_at"]


def missed_twice(context: Context) -> Expression:
    """Add up what each person misses of a kind beyond the first.

    ``again(p, k) ≥ Σ missed(p, a) over the activities a of kind k − 1`` and ≥ 0, where ``missed(p, a)`` is
    ``1 − attends`` or, where the start alone tells it, ``Σ literal(s) · [p is away at s]``. Where the model does not
    decide on seats and other bookings, only diaries count: that is less.
    """
    missed: dict[tuple[str, Kind], list[Expression]] = {}
    for placement in context.placements.values():
        for person, term in _missed(context, placement):
            missed.setdefault((person, placement.activity.kind), []).append(term)
    total: Expression = 0
    for (person, kind), terms in missed.items():
        if len(terms) > 1:
            again = context.model.new_int_var(0, len(terms) - 1, f"{person} misses {kind} again")
            context.model.add(again >= sum(terms) - 1)
            total += again
    return total


def _missed(context: Context, placement: Placement) -> Iterator[tuple[str, Expression]]:
    """Yield those who might miss an activity, each with whether they do."""
    activity, away = placement.activity, surely_away(context, placement.candidates)
    for person in activity.expected:
        attends = context.attends.get((activity.id, person))
        if attends is not None:
            yield person, 1 - attends
        elif bits := away[person]:
            yield person, placement.count_starts(partial(_member, bits))


def _member(bits: int, slot: int) -> int:
    return bits >> slot & 1


def missed_twice_at(context: Context, own: Candidates) -> Callable[[int], tuple[int, ...]]:
    """Return who is away at a start, as 0 or 1 for each person who could miss another of the kind as well.

    What one start costs hangs on who misses the others: it is as good as another only if nobody is away who is not
    away at that one too.
    """
    others = [
        other
        for id, other in context.candidates.items()
        if other.activity.kind is own.activity.kind and id != own.activity.id
    ]
    away = [
        bits
        for person, bits in surely_away(context, own).items()
        if bits and any(_might_miss(other, person) for other in others)
    ]
    return lambda slot: tuple(bits >> slot & 1 for bits in away)


def _might_miss(own: Candidates, person: str) -> bool:
    """Return whether `person` is expected, and not free or perhaps without a seat at some start."""
    if person not in own.comes:
        return False
    few_seats = any(own.seats[room] < len(own.comes) for room in own.rooms)
    return few_seats or bool(own.bits & ~own.comes[person])
