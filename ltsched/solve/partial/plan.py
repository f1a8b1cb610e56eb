"""Plan what can be kept of a review of which not all fits."""

from __future__ import annotations

import time
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.partial.importance import importance_of
from ltsched.domain.partial.kept import with_left_out
from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.review import Review
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.options.expand import expand
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.partial.choose import Chosen, choose
from ltsched.solve.partial.why import told_of_left_out
from ltsched.solve.plan import plan_agenda
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.result import Result
from ltsched.solve.run import Runner

__all__ = ["plan_partial"]

ONLY_WHERE_ALL_FITS = "it is held only where all that is more important fits"


def plan_partial(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    listener: Listener = SILENT,
) -> Result | None:
    """Plan the most important of `review` that fits together, and say of the rest why it does not.

    Importance is the sum of the weights of what is kept (`Review.importance`); what is over or agreed on is kept. What
    is held only where it fits (``auto``) is left out, as ever.

    Parameters
    ----------
    time_limit_seconds, seed, workers, prove, listener
        As in `ltsched.solve.plan.plan`.

    Returns
    -------
    Result or None
        None if nothing was found that could be kept. Its timetable has what is left out; `Timetable.most_kept` says
        whether no choice could count more.
    """
    started = time.monotonic()
    runner = Runner(started + time_limit_seconds, seed, workers, prove)
    with ctrl_c_ends(runner):
        agenda = expand(review, hold_optional=False)
        listener.phase("finding out what can be kept")
        free = FreeTime.of(agenda, lay_grid(agenda))
        alone = find_candidates(agenda, free)
        weights = {one.id: importance_of(one, review.people, review.importance) for one in agenda.activities}

        def plan(kept: Agenda) -> Result:
            return plan_agenda(_marked(agenda, kept), runner, listener, told=False)

        chosen = choose(agenda, free, alone, weights, plan, runner)
        if chosen is None:
            return None
        result = _told(review, chosen, told_of_left_out(review, agenda, chosen.kept, weights, runner))
    return replace(result, interrupted=runner.interrupted, seconds=time.monotonic() - started)


def _marked(agenda: Agenda, kept: Agenda) -> Agenda:
    """Return `kept` with what it leaves out of `agenda`, nothing being known of it yet."""
    there = {one.id for one in kept.activities}
    left_out = tuple(LeftOut(one.id, one.title, "") for one in agenda.activities if one.id not in there)
    return kept.changed(left_out=left_out)


def _told(review: Review, chosen: Chosen, left_out: tuple[LeftOut, ...]) -> Result:
    """Return the plan of what is kept, with the reason of everything that is not."""
    every = expand(review, tell_of_holds=False)
    optional = (one for one in every.activities if one.id in every.optional)
    left_out = (*left_out, *(LeftOut(one.id, one.title, ONLY_WHERE_ALL_FITS) for one in optional))
    result, timetable = chosen.result, chosen.result.timetable
    assert timetable is not None
    kept = with_left_out(result.agenda.changed(left_out=()), left_out)
    timetable = replace(timetable, left_out=left_out, most_kept=chosen.proven)
    return replace(result, agenda=kept, timetable=timetable)
