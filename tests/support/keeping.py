"""What is kept of small agendas of which not all fits, chosen by the solver and by trying every choice."""

from __future__ import annotations

import itertools
import time
from collections.abc import Callable, Mapping

from ltsched.domain.agenda import Agenda
from ltsched.domain.partial.kept import kept_of
from ltsched.domain.timetable import Status
from ltsched.model.build import build
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.settled.agreed import is_fixed
from ltsched.solve.partial.choose import Chosen, choose
from ltsched.solve.plan import plan_agenda
from ltsched.solve.run import Runner
from tests.support.solving import SECONDS, candidates_of

__all__ = ["chosen", "fits_by_solving", "most_weight"]


def chosen(agenda: Agenda, weights: Mapping[str, int]) -> Chosen | None:
    """Return what is kept of `agenda`, as `ltsched.plan` would with ``partial``."""
    free = FreeTime.of(agenda, lay_grid(agenda))
    runner = Runner(time.monotonic() + SECONDS)
    alone = find_candidates(agenda, free)
    return choose(agenda, free, alone, weights, lambda kept: plan_agenda(kept, runner, told=False), runner)


def most_weight(agenda: Agenda, weights: Mapping[str, int], fits: Callable[[Agenda], bool]) -> int | None:
    """Return the most that a choice that `fits` counts, of what is not settled; None if there is none.

    Every choice is tried that keeps at least something, the heaviest first.
    """
    fixed = {one.id for one in agenda.activities if is_fixed(agenda, one)}
    open = [one.id for one in agenda.activities if one.id not in fixed]
    choices = [set(ids) for count in range(len(open) + 1) for ids in itertools.combinations(open, count)]
    for ids in sorted(choices, key=lambda ids: -sum(weights[id] for id in ids)):
        if (ids or fixed) and fits(kept_of(agenda, ids | fixed)):
            return sum(weights[id] for id in ids)
    return None


def fits_by_solving(agenda: Agenda) -> bool:
    """Return whether the whole model of `agenda` has a solution."""
    free, candidates = candidates_of(agenda)
    if not all(own.starts for own in candidates.values()):
        return False
    runner = Runner(time.monotonic() + SECONDS)
    status = runner.solve(build(agenda, free, candidates, panels_too=False).cp).status
    assert status is not Status.UNKNOWN
    return status is not Status.INFEASIBLE
