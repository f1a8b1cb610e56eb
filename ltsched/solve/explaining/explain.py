"""Explain a review for which nothing fits: what clashes, and the cheapest things that would help."""

from __future__ import annotations

import time

from ltsched.domain.explaining.explanation import Clash, Explanation
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.options.expand import expand
from ltsched.solve.ctrl_c import ctrl_c_ends
from ltsched.solve.explaining.answers import EFFORT, UP_TO_REPORT, Answers
from ltsched.solve.explaining.clashes import find_clashes
from ltsched.solve.explaining.cures import find_cures
from ltsched.solve.explaining.merged import merged
from ltsched.solve.plan import plan_review
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.reasons.before import reason_of_time_over
from ltsched.solve.reasons.counted import capacity, without_advice
from ltsched.solve.run import Runner

__all__ = ["explain", "explain_review"]

TIME_OVER = "there was no time to find out more"
STOPPED = "it was stopped before more was found out"


def explain(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
    most: int = 5,
    effort: float = EFFORT,
) -> Explanation:
    """Explain why nothing fits, and return the cheapest things that would help, each planned before it is told.

    Parameters
    ----------
    time_limit_seconds
        After this, what is certain by then is returned, and it is said that there may be more.
    seed, workers
        The same input, seed, workers and version give the same answer, unless the time limit strikes.
    listener
        Hears what happens. Ctrl-C ends the search with what is certain by then.
    most
        So many cures are looked for. One is the cheapest alone: no other way is told beside it.
    effort
        What is spent on them, in something like seconds of a processor; what was found by then is told.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    """
    runner = Runner(time.monotonic() + time_limit_seconds, seed, workers)
    with ctrl_c_ends(runner):
        return explain_review(review, runner, listener, most=most, effort=effort)


def explain_review(
    review: Review, runner: Runner, listener: Listener = SILENT, *, most: int = 5, effort: float = EFFORT
) -> Explanation:
    """Explain why nothing fits for `review`, with a runner of one's own; see `explain`."""
    listener.phase("finding out what clashes")
    agenda = expand(review, hold_optional=False, tell_of_holds=False)
    if (over := reason_of_time_over(agenda)) is not None:
        return Explanation(Status.INFEASIBLE, (over,))
    clashes = find_clashes(agenda, runner)
    if not clashes:
        found = plan_review(review, runner, listener, told=False, steps=UP_TO_REPORT)
        if found.status is not Status.INFEASIBLE:
            known = found.timetable is not None
            tight = () if known else capacity(agenda)
            return Explanation(found.status, tight, all_found=known, stopped=_stopped(runner))
        clashes = (Clash(tuple(activity.id for activity in agenda.activities), (), smallest=False),)
    told = merged(clashes, agenda)
    of_each = [clash for clash in told if clash not in clashes]
    listener.phase("finding out what would help")
    cures = find_cures(told, Answers(review, runner, effort=effort, told=told, of_each=of_each), most=most)
    counted = tuple(map(without_advice, capacity(agenda, most=0)))
    return Explanation(Status.INFEASIBLE, counted, told, cures.cures, cures.all_found, _stopped(runner))


def _stopped(runner: Runner) -> str:
    if runner.interrupted:
        return STOPPED
    return TIME_OVER if runner.out_of_time or runner.stopped else ""
