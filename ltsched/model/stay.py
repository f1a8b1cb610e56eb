"""Cut the candidates to where things were before, or propose that, when a review is planned again."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.stages.replanning import DISTANCE
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.bit_sets import bit_set
from ltsched.model.candidates import Candidates
from ltsched.model.context import Context

__all__ = ["cannot_stay", "propose_staying", "stay", "within_distance"]


def cannot_stay(agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates]) -> frozenset[str]:
    """Return the activities that were there before and have no candidate where they were; their moves count."""
    before = agenda.before
    if before is None:
        return frozenset()
    counted = before.counted(agenda.over)
    return frozenset(id for id in counted.intersection(found) if not _old(agenda, grid, found[id]))


def stay(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], free: frozenset[str] = frozenset()
) -> dict[str, Candidates]:
    """Return the candidates with whatever can stay where it was held there; what is in `free` keeps all its starts."""
    before = agenda.before
    held = frozenset() if before is None else before.counted(agenda.over) - free
    return {id: own.only(_old(agenda, grid, own) or -1) if id in held else own for id, own in found.items()}


def propose_staying(context: Context) -> None:
    """Propose for whatever can stay where it was before that it does; nothing is forbidden.

    All of it together need not be possible: each start is one of the activity's own, and thousands of models were
    solved with such hints.
    """
    before = context.agenda.before
    known = () if before is None else before.bookings
    for id, placement in context.placements.items():
        old = _old(context.agenda, context.grid, placement.candidates) if id in known else 0
        if old:
            placement.hint(old.bit_length() - 1)


def _old(agenda: Agenda, grid: TimeGrid, own: Candidates) -> int:
    """Return the start that an activity had before, as a bit set; empty where that is no candidate any more."""
    assert agenda.before is not None
    start = agenda.before.bookings[own.activity.id].start
    if start == own.activity.agreed:
        return own.bits  # which may lie between two slots
    slot = grid.slot_of(start)
    return 0 if slot is None else own.bits & 1 << slot


def within_distance(
    agenda: Agenda, grid: TimeGrid, found: Mapping[str, Candidates], limits: Mapping[str, int]
) -> dict[str, Candidates]:
    """Return the candidates without the starts that alone would break the limit of the distance.

    Each activity has its own least distance to spare the others; nothing goes that a plan within the limit could use.
    """
    before = agenda.before
    if before is None or DISTANCE not in limits:
        return dict(found)
    away: dict[str, dict[int, int]] = {}
    for id, own in found.items():
        days = before.wanted_days(id) if id not in agenda.over else ()
        if days:
            count = agenda.working_days.count
            on = {grid.days[slot // grid.slots_a_day] for slot in own.starts}
            far = {day: min(abs(count(day, wanted)) for wanted in days) for day in on}
            away[id] = {slot: far[grid.days[slot // grid.slots_a_day]] for slot in own.starts}
    least = {id: min(costs.values(), default=0) for id, costs in away.items()}
    spare = limits[DISTANCE] - sum(least.values())
    left = dict(found)
    for id, costs in away.items():
        left[id] = found[id].only(bit_set([slot for slot, cost in costs.items() if cost <= least[id] + spare]))
    return left
