"""Find a first plan of the whole: near the days of the meetings alone, where there is little to search."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from math import inf

from ltsched.domain.preferences import LUNCH, PREFERENCES
from ltsched.domain.stage_values import FINISH, IF_NEEDED, MISSED_ATTENDANCE, SHAPE
from ltsched.model.build import Model
from ltsched.model.candidates import Candidates
from ltsched.model.near import held_near, near_days
from ltsched.solve.progress import SILENT
from ltsched.solve.stages import Climb, Stage

__all__ = ["look_everywhere", "look_near", "near_meetings"]

NEAR_DAYS = 5
"""So many days of the grid on either side of the day that a meeting has alone: a week, or a block, holds no more."""

NEAR_EFFORT = 0.5
"""For a look near those days, in deterministic time: no clock decides what is looked at."""

TRIAL_EFFORT = 5.0
"""For a look at all days, in deterministic time."""


def near_meetings(climb: Climb, bound: Climb, candidates: Mapping[str, Candidates]) -> Model | None:
    """Return the model of `climb` with the meetings near the days that they have in `bound`, the meetings alone.

    What has a panel keeps all that the order leaves it then. None if that leaves something no start, or if the meetings
    alone have no plan.
    """
    if bound.incumbent is None:
        return None
    days = {
        id: bound.incumbent[placement.day.index]
        for id, placement in bound.model.context.placements.items()
        if candidates[id].activity.panel is None
    }
    context = climb.model.context
    kept = near_days(context.agenda, context.grid, candidates, days, NEAR_DAYS)
    return None if kept is None else held_near(climb.model, kept)


def look_near(climb: Climb, near: Model | None, stages: Sequence[Stage]) -> None:
    """Give `climb` a first plan, if one is soon found `near` the days of the meetings alone.

    Where every stage reaches its bound there, or else anywhere, it is proven at once: first with the preferences of the
    meetings, then without. If none does, the best plan near those days is a start, and there is less left to search.
    """
    names = [stage.name for stage in stages if stage.name in climb.floors]
    every = _lengths(names, LUNCH)
    looks = [(model, length) for model in (near, climb.model) for length in every if model is not None]
    for model, length in looks:
        if _reaches(climb, model, stages, names[:length], NEAR_EFFORT if model is near else TRIAL_EFFORT):
            return
    if near is None:
        return
    for length in _lengths(names, FINISH, SHAPE, IF_NEEDED, MISSED_ATTENDANCE):
        if _reaches(climb, near, stages, names[:length], NEAR_EFFORT):
            best = Climb(near, climb.runner, SILENT, climb.measure, climb.floors, most_effort=NEAR_EFFORT)
            if climb.incumbent is not None:
                best.accept(climb.incumbent)
            best.climb([stage for stage in stages if stage.name not in PREFERENCES])
            if best.incumbent is not None:
                climb.accept(best.incumbent)
            return


def look_everywhere(climb: Climb, stages: Sequence[Stage]) -> None:
    """Give `climb` a plan in which more stages reach their bounds than in the one it has, wherever it lies."""
    names = [stage.name for stage in stages if stage.name in climb.floors]
    tolerances = {stage.name: stage.tolerance for stage in stages}
    for length in _lengths(names, SHAPE, IF_NEEDED, MISSED_ATTENDANCE):
        wanted = names[:length]
        if not wanted or all(climb.values.get(n, inf) <= climb.floors[n] + tolerances[n] for n in wanted):
            return
        if _reaches(climb, climb.model, stages, wanted, TRIAL_EFFORT):
            return


def _lengths(names: Sequence[str], *ends: str) -> list[int]:
    """Return how many of the stages `names` come before each of `ends`, each number once; `LUNCH` puts all first."""
    found = [len(names)] if LUNCH in ends else []
    return list(dict.fromkeys(found + [names.index(end) if end in names else len(names) for end in ends]))


def _reaches(climb: Climb, model: Model, stages: Sequence[Stage], names: Collection[str], most_effort: float) -> bool:
    """Give `climb` a plan of `model` in which the stages `names` reach their bounds; tell whether one was found."""
    trial = model.cp.clone()
    # The plan so far is none of the trial, and CP-SAT may abort on a hint that is not (DESIGN §6).
    trial.clear_hints()  # type: ignore[no-untyped-call]
    for stage in stages:
        term = model.terms.get(stage.name, 0)
        if stage.name in names and not isinstance(term, int):
            trial.add(term <= climb.floors[stage.name] + stage.tolerance)
    answer = climb.runner.solve(trial, most_effort=most_effort)
    if answer.solution is not None:
        climb.accept(answer.solution)
    return answer.solution is not None
