"""Balance: how unevenly those who hold conversations and audits share them."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.stages.preferences import pools
from ltsched.model.context import Context
from ltsched.model.placements import Expression

__all__ = ["balance"]


def balance(context: Context) -> Expression:
    """Add up, over the groups of reviewers, the greatest load less the least beyond one: ``low ≤ load ≤ high``."""
    model = context.model
    total: Expression = 0
    for number, pool in enumerate(pools(context.activities)):
        held = [context.placements[id] for id in pool.activities]
        low = model.new_int_var(0, len(held), f"least load {number}")
        high = model.new_int_var(0, len(held), f"greatest load {number}")
        for member in pool.members:
            load = model.new_int_var(0, len(held), f"load of {member} {number}")
            model.add(load == cp_model.LinearExpr.sum([p.panel[member] for p in held if member in p.panel]))
            model.add(low <= load)
            model.add(load <= high)
        spread = model.new_int_var(0, len(held), f"imbalance {number}")
        model.add(spread >= high - low - 1)
        total += spread
    return total
