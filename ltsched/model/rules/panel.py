"""Who holds an activity."""

from __future__ import annotations

from ortools.sat.python import cp_model

from ltsched.domain.rules import HeldBy
from ltsched.model.context import Context
from ltsched.model.rules.post import post

__all__: list[str] = []


@post.register
def _(rule: HeldBy, context: Context) -> None:
    """Choose the panel.

    ``Σ chosen = size``, ``Σ chosen leads ≥ least_leads``, and at most one of each group that is to be kept apart: it
    forbids a conversation without a lead reviewer, and two auditors of one agency. What is over has the panel it had.
    """
    if rule.activity not in context.placements:
        return
    over, panel, chosen = context.agenda.over, rule.panel, context.placements[rule.activity].panel
    context.model.add(cp_model.LinearExpr.sum(list(chosen.values())) == panel.size)
    if rule.activity in over:
        context.model.add_bool_and(chosen[member] for member in over[rule.activity].panel)
        return
    if panel.least_leads:
        leads = [chosen[lead] for lead in panel.pool if lead in panel.leads]
        context.model.add(cp_model.LinearExpr.sum(leads) >= panel.least_leads)
    for group in panel.apart:
        context.model.add_at_most_one(chosen[member] for member in panel.pool if member in group)
