"""How many come at least, and who."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.rules import Quorum
from ltsched.model.context import Context
from ltsched.model.rules.post import post
from ltsched.model.seats import chosen

__all__: list[str] = []


@post.register
def _(rule: Quorum, context: Context) -> None:
    """Decide who comes, where somebody expected might have another booking.

    ``attends(a, p) ⇒ start(a) ∈ free starts of p``: it forbids counting on someone whose diary is full. Everybody
    else who is expected comes exactly if their diary lets them, which the start alone decides. With these,
    ``Σ attends + others who are free ≥ quorum``. Where seats are few and the start does not decide who has one, nobody
    is sure. Where everybody is, the candidates have been cut to the quorum, and nothing is posted.
    """
    if rule.activity not in context.placements:
        return
    placement = context.placements[rule.activity]
    activity = placement.activity
    unsure = list(activity.expected) if chosen(context, placement.candidates) else context.clashing(activity)
    if not unsure:
        return
    for person in unsure:
        literal = context.model.new_bool_var(f"{person} attends {activity.id}")
        context.attends[activity.id, person] = literal
        placement.restrict(placement.candidates.comes[person], literal)
    coming = [context.attends[activity.id, person] for person in unsure]
    sure = [person for person in activity.expected if person not in unsure]
    short = max(0, rule.least - len(activity.must))
    if short and not sure:
        context.model.add(cp_model.LinearExpr.sum(coming) >= short)
    elif short:
        levels = [context.model.new_bool_var(f"{activity.id} level {n}") for n in range(len(sure) + 1)]
        context.model.add_exactly_one(levels)
        for number, level in enumerate(levels):
            bits = 0
            for slot in placement.candidates.starts:
                free = sum(placement.candidates.comes[person] >> slot & 1 for person in sure)
                bits |= (free == number) << slot
            placement.restrict(bits, level)
            context.model.add(cp_model.LinearExpr.sum(coming) >= short - number).only_enforce_if(level)
