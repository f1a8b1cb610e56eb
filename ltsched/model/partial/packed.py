"""The model of what could be held beside the meetings of a packed review: its days by patterns."""

from __future__ import annotations

from collections.abc import Mapping

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.free_time import FreeTime
from ltsched.model.overlaps import Overlaps
from ltsched.model.partial.build import Choice
from ltsched.model.partial.order import post_orders
from ltsched.model.partial.shapes import post_shape
from ltsched.model.patterns.build import PACKED, days_of, is_held
from ltsched.model.patterns.find import Patterns
from ltsched.model.patterns.layouts import TooManyLayouts
from ltsched.model.patterns.post import Posting
from ltsched.model.rules.one_place import enough_time_by_day

__all__ = ["build_packed_choice"]


def build_packed_choice(
    agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], weights: Mapping[str, int]
) -> Choice | None:
    """Return the model in which what has a weight may be left out, and all meetings take place.

    None where the review is not packed, has too many patterns, or where something may be left out that is no
    conversation or audit. It is a relaxation as `ltsched.model.patterns.build.build_patterns` is: each conversation
    that is kept lies on a day and has its lead reviewers, who have room for all that they hold on that day.
    """
    if not isinstance(agenda.shape, PACKED):
        return None
    model = cp_model.CpModel()
    context = Context(agenda, free, candidates, model, True, Overlaps.of(agenda))
    held = [own for own in candidates.values() if is_held(agenda, own)]
    days = {own.activity.id: days_of(context, own) for own in held}
    held = [own for own in held if days[own.activity.id]]
    if not weights.keys() <= {own.activity.id for own in held}:
        return None
    for id in weights:
        context.kept[id] = model.new_bool_var(f"{id} is kept")
    try:
        patterns = Patterns.of(context, held)
    except TooManyLayouts:
        return None
    Posting(context, patterns).post(days)
    enough_time_by_day(context)
    post_orders(context)
    post_shape(context)
    weight = cp_model.LinearExpr.weighted_sum([context.kept[id] for id in weights], list(weights.values()))
    return Choice(context, context.kept, weight)
