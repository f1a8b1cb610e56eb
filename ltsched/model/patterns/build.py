"""Build the relaxation of a packed review: its days by patterns, and who holds what on which of them."""

from __future__ import annotations

from collections.abc import Mapping

from ortools.sat.python import cp_model

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Blocks, OneWeek
from ltsched.domain.stages.table import IF_NEEDED
from ltsched.model.build import Model, between_activities, build_bound, shared_terms
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.free_time import FreeTime
from ltsched.model.overlaps import Overlaps
from ltsched.model.patterns.find import Patterns
from ltsched.model.patterns.layouts import TooManyLayouts
from ltsched.model.patterns.post import Posting
from ltsched.model.rules.one_place import enough_time_by_day
from ltsched.model.settled.agreed import is_fixed
from ltsched.model.stand_ins import nobody_at, post_stand_ins

__all__ = ["PACKED", "build_meetings", "build_patterns", "days_of", "is_held"]

PACKED = (Blocks, OneWeek)
"""Where time is short, it is first of all that of the lead reviewers; elsewhere the meetings alone are as good."""


def build_meetings(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Model:
    """Return the relaxation that bounds the whole best: by day patterns where these are, else the meetings alone."""
    return build_patterns(agenda, free, candidates) or build_bound(agenda, free, candidates)


def build_patterns(agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates]) -> Model | None:
    """Return the relaxation by day patterns; None where the review is not packed, or has too many of them.

    As in `build_bound` the meetings lie by day, and rooms and other bookings are left out. But those of one day do not
    overlap, and each conversation lies on a day and has its lead reviewers, who have room for all that they hold on
    that day. A pattern is a way to lay the meetings of a day: ``Σ pattern = 1`` for each day, and ``Σ patterns with
    start s of m = (m starts at s)``. Left out are the exact times of the conversations, the times of all others, and
    what a conversation costs, but for "if needed". Whatever the whole can reach, this can reach too, stage by stage.
    """
    if not isinstance(agenda.shape, PACKED):
        return None
    context = Context(agenda, free, candidates, cp_model.CpModel(), True, Overlaps.of(agenda))
    held = [own for own in candidates.values() if is_held(agenda, own)]
    days = {own.activity.id: days_of(context, own) for own in held}
    held = [own for own in held if days[own.activity.id]]
    if not held:
        return None
    try:
        patterns = Patterns.of(context, held)
    except TooManyLayouts:
        return None
    if_needed = Posting(context, patterns).post(days)
    enough_time_by_day(context)
    placed = context.placements.keys()
    post_stand_ins(context, {id: own for id, own in candidates.items() if id not in placed})
    terms = shared_terms(context, between_activities(agenda))
    return Model(context, {**terms, IF_NEEDED: terms[IF_NEEDED] + if_needed}, exact_meetings=True)


def is_held(agenda: Agenda, own: Candidates) -> bool:
    """Return whether `own` has a panel, and a time that is to be chosen."""
    return own.activity.panel is not None and not is_fixed(agenda, own.activity)


def days_of(context: Context, own: Candidates) -> Candidates | None:
    """Return what stands in for `own` where only its day counts; None if a day has no start that costs nothing."""
    days = sorted({slot // context.grid.slots_a_day for slot in own.starts})
    return nobody_at(context, own, days)
