"""Plan small agendas of `tests.support.agendas` with the real solver, and say what must come of it."""

from __future__ import annotations

import time

from ltsched.domain.agenda import Agenda
from ltsched.domain.timetable import Status, Timetable
from ltsched.model.build import Model, build
from ltsched.model.candidates import Candidates, find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.tighten import tighten
from ltsched.solve.plan import plan_agenda as plan_within
from ltsched.solve.replanning.least_moves import LeastMoves
from ltsched.solve.result import Result
from ltsched.solve.run import Runner
from ltsched.solve.steps.canonical import Canonical
from ltsched.solve.strategy import STEPS

SECONDS = 3600.0
"""Long enough for any machine: a limit that strikes would change what comes out."""


def plan_agenda(agenda: Agenda, *, seed: int = 0, workers: int = 1, canonical: bool = False) -> Result:
    """Plan an agenda that was made by hand, as `ltsched.plan` would."""
    steps = (*STEPS, Canonical()) if canonical else STEPS
    return plan_within(agenda, Runner(time.monotonic() + SECONDS, seed, workers), steps=steps)


def replan_agenda(agenda: Agenda) -> Result:
    """Plan an agenda again that has something before it, as `ltsched.replan` would."""
    return plan_within(agenda, Runner(time.monotonic() + SECONDS, 0, 1), steps=(LeastMoves(),))


def fits(agenda: Agenda) -> Timetable:
    """Return the timetable of `agenda`, which must exist and be proven the best; it has been checked independently."""
    result = plan_agenda(agenda)
    assert result.status is Status.OPTIMAL, (result.status, result.reasons, result.timetable)
    assert result.timetable is not None
    return result.timetable


def does_not_fit(agenda: Agenda) -> tuple[str, ...]:
    """Return the sentences that say why `agenda`, which must be impossible, is so."""
    result = plan_agenda(agenda)
    assert result.status is Status.INFEASIBLE, (result.status, result.timetable)
    assert result.reasons
    return tuple(reason.text for reason in result.reasons)


def values(timetable: Timetable) -> dict[str, int]:
    """Return the values of the stages by name."""
    return {stage.name: stage.value for stage in timetable.stages}


def candidates_of(agenda: Agenda) -> tuple[FreeTime, dict[str, Candidates]]:
    """Return who is free when, and the starts that each activity could have under the order."""
    free = FreeTime.of(agenda, lay_grid(agenda))
    return free, tighten(agenda, free.grid, find_candidates(agenda, free))


def built(agenda: Agenda) -> Model:
    """Return the whole model of `agenda`."""
    return build(agenda, *candidates_of(agenda))
