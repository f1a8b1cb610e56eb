"""The terms of the stages by name, and what one start of a day costs more than another."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ltsched.domain.stages.replanning import DISTANCE, MESSAGES, MOVED, MOVED_UNANNOUNCED, TOLD
from ltsched.domain.stages.stage import DependsOn
from ltsched.domain.stages.table import (
    BALANCE,
    EVENNESS,
    FINISH,
    IF_NEEDED,
    LATE_DAYS,
    LUNCH,
    MISSED_ATTENDANCE,
    MISSED_TWICE,
    SHAPE,
    TRIPS,
    WAITING,
    stages_about,
    stages_of,
)
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context
from ltsched.model.placements import Expression
from ltsched.model.stages.attendance import missed_at, missed_attendance
from ltsched.model.stages.balance import balance
from ltsched.model.stages.if_needed import reluctant_at, reluctant_bookings
from ltsched.model.stages.lunch import lunch, lunch_at
from ltsched.model.stages.messages import told_terms
from ltsched.model.stages.missed_twice import missed_twice, missed_twice_at
from ltsched.model.stages.replanning import distance, moved, moved_at, moved_unannounced
from ltsched.model.stages.report import report_terms
from ltsched.model.stages.trips import trips
from ltsched.model.stages.waiting import waiting

__all__ = ["START_COSTS", "TERMS", "start_costs", "terms_of"]

Term = Callable[[Context], Expression]

TERMS: Mapping[tuple[str, ...], Callable[[Context], Sequence[Expression]]] = {
    (SHAPE, EVENNESS): lambda context: context.shape_measures,
    (LATE_DAYS, FINISH): report_terms,
    (MISSED_ATTENDANCE,): lambda context: [missed_attendance(context)],
    (MISSED_TWICE,): lambda context: [missed_twice(context)],
    (IF_NEEDED,): lambda context: [reluctant_bookings(context)],
    (LUNCH,): lambda context: [lunch(context)],
    (WAITING,): lambda context: [waiting(context)],
    (BALANCE,): lambda context: [balance(context)],
    (TRIPS,): lambda context: [trips(context)],
    (MOVED,): lambda context: [moved(context)],
    (MOVED_UNANNOUNCED,): lambda context: [moved_unannounced(context)],
    (TOLD, MESSAGES): told_terms,
    (DISTANCE,): lambda context: [distance(context)],
}
"""What is minimised in each stage, in the order in which the model gets the variables for it."""

START_COSTS: Mapping[str, Callable[[Context, Candidates], Callable[[int], int | tuple[int, ...]]]] = {
    MISSED_ATTENDANCE: missed_at,
    MISSED_TWICE: missed_twice_at,
    IF_NEEDED: reluctant_at,
    LUNCH: lunch_at,
    MOVED: moved_at,
}
"""For each stage that depends on starts: what a start costs in it, as far as that is for the start to say.

Several numbers where it may cost in several ways: a start is as good as another only if it is so in each of them.
"""


def terms_of(context: Context, *kinds: DependsOn) -> dict[str, Expression]:
    """Return the terms of the stages that the agenda has and that depend on one of `kinds`, by name.

    The rule of the shape has been posted: its measures are among them.
    """
    wanted = stages_about(*kinds).intersection(stages_of(context.agenda))
    found: dict[str, Expression] = {}
    for names, terms in TERMS.items():
        if wanted.intersection(names):
            found.update(zip(names, terms(context), strict=False))
    return found


def start_costs(context: Context, own: Candidates) -> Callable[[int], tuple[int, ...]]:
    """Return what a start costs, besides its day, in each stage that depends on starts."""
    wanted = stages_about(DependsOn.STARTS).intersection(stages_of(context.agenda))
    costs = [START_COSTS[name](context, own) for name in sorted(wanted)]

    def of(slot: int) -> Iterator[int]:
        for cost in costs:
            found = cost(slot)
            yield from (found,) if isinstance(found, int) else found

    return lambda slot: tuple(of(slot))
