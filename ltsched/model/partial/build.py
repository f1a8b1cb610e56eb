"""The model of what could be kept: each activity is optional, and as much weight as possible is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import DailyLoad, HeldBy, OnePlace, WithinDiary
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.free_time import FreeTime
from ltsched.model.overlaps import Overlaps
from ltsched.model.partial.order import post_orders
from ltsched.model.partial.shapes import post_shape
from ltsched.model.placements import ByInterval, Literal
from ltsched.model.rules.post import post

__all__ = ["Choice", "build_choice"]


@dataclass(frozen=True, slots=True)
class Choice:
    """A model of what is kept.

    Parameters
    ----------
    context
        The model; what is left out lies anywhere in it, and nobody is there.
    kept
        For each activity whose keeping is open, the literal that says so.
    weight
        What is kept is worth, of what is open.
    """

    context: Context
    kept: Mapping[str, Literal]
    weight: cp_model.LinearExpr

    @property
    def cp(self) -> cp_model.CpModel:
        """The CP-SAT model."""
        return self.context.model


def build_choice(
    agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], weights: Mapping[str, int]
) -> Choice:
    """Return the model in which what has a weight may be left out; every activity must have a candidate.

    It is a relaxation of the question which activities fit together: people are in one place at a time, and who holds
    something has the time, within the daily load; the order, and what the shape forbids, hold for what is kept. Left
    out are the quorum that hangs on other bookings, the rooms, and what the report has to come after. So no choice
    that fits is worth more than the best of this model; whether that one fits is to be found out.
    """
    model = cp_model.CpModel()
    context = Context(agenda, free, candidates, model, by_day=False, overlaps=Overlaps.of(agenda))
    for id, own in candidates.items():
        context.placements[id] = ByInterval(model, own, free.grid.slots_a_day)
    for id in weights:
        context.kept[id] = model.new_bool_var(f"{id} is kept")
    for rule in agenda.rules:
        if isinstance(rule, HeldBy):
            _post_panel(rule, context)
        elif isinstance(rule, (WithinDiary, OnePlace, DailyLoad)):
            post(rule, context)
    post_orders(context)
    post_shape(context)
    weight = cp_model.LinearExpr.weighted_sum([context.kept[id] for id in weights], list(weights.values()))
    return Choice(context, context.kept, weight)


def _post_panel(rule: HeldBy, context: Context) -> None:
    """Choose the panel of what is kept: ``Σ chosen = size · kept``; nobody holds what is left out."""
    id, panel, model = rule.activity, rule.panel, context.model
    if id not in context.kept:
        post(rule, context)
        return
    there, chosen = context.kept[id], context.placements[id].panel
    model.add(cp_model.LinearExpr.sum(list(chosen.values())) == panel.size * there)
    if panel.least_leads:
        leads = [chosen[lead] for lead in panel.pool if lead in panel.leads]
        model.add(cp_model.LinearExpr.sum(leads) >= panel.least_leads * there)
    for group in panel.apart:
        model.add_at_most_one(chosen[member] for member in panel.pool if member in group)
