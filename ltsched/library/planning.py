"""Plan a review, once."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.errors import WrongUse
from ltsched.solve.partial.plan import plan_partial
from ltsched.solve.plan import plan as plan_review
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.result import Result

__all__ = ["plan"]


def plan(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    listener: Listener = SILENT,
    every_reason: bool = True,
    canonical: bool = False,
    partial: bool = False,
) -> Result:
    """Plan `review` and return the best timetable that was found, with what is proven about it.

    Parameters
    ----------
    time_limit_seconds
        After this the best so far is returned; that can only make the status worse.
    seed, workers
        The same input, seed, workers and version give the same answer, unless the time limit strikes.
    prove
        Go on with the preferences until they are proven; else they are improved within an effort that is a multiple of
        what came before.
    listener
        Hears what happens. Ctrl-C ends the run with the best so far.
    every_reason
        Where the review is impossible: find out everything that would help, not only the first thing.
    canonical
        Leave no free choice among timetables that are as good: the same bookings with any seed and number of workers.
        `Timetable.canonical` says whether that was reached.
    partial
        Where it is proven that not all fits: plan the most important that does, as much as possible by
        `Review.importance`; `Timetable.left_out` has the rest, each with its reason, and `Timetable.most_kept` says
        whether no choice could count more. The time limit counts anew for that. Where all fits nothing is otherwise.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    WrongUse
        Both `partial` and `canonical` are asked for.
    UnsoundTimetable
        The timetable fails the independent check, which is a bug.
    """
    if partial and canonical:
        raise WrongUse("what is left out is one of several choices that may count the same: not with canonical")
    result = plan_review(
        review,
        time_limit_seconds=time_limit_seconds,
        seed=seed,
        workers=workers,
        prove=prove,
        listener=listener,
        every_reason=every_reason and not partial,
        canonical=canonical,
    )
    if not partial or result.status is not Status.INFEASIBLE:
        return result
    some = plan_partial(
        review,
        time_limit_seconds=time_limit_seconds,
        seed=seed,
        workers=workers,
        prove=prove,
        listener=listener,
    )
    if some is None:
        return result
    return replace(some, seconds=result.seconds + some.seconds)
