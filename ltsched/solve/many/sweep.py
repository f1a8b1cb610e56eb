"""Plan a review again and again, each time a little otherwise: how does the duration answer?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ltsched.domain.review import Review
from ltsched.domain.sweep import Point, Variation, point, varied
from ltsched.options.adapt import adapt, options_beside
from ltsched.solve.many.compare import Limits, Task, outcomes_of

__all__ = ["sweep"]


def sweep(
    review: Review,
    variations: Sequence[Variation],
    options: Sequence[str] = (),
    *,
    limits: Limits | None = None,
    processes: int = 1,
    known: Collection[tuple[str, str]] = (),
) -> Iterator[Point]:
    """Yield what each option comes to in each variation, as soon as it is there.

    Parameters
    ----------
    review
        The review; its diaries reach over all days that the variations need.
    variations, options
        Each option is planned in each variation; no options means all that are shipped, and the review's own.
    limits, processes
        As in `ltsched.solve.many.compare.compare`.
    known
        Labels and options that need not be planned again.

    Raises
    ------
    InvalidReview
        An option does not exist, or a number is none that it has.
    """
    wanted = [
        (variation, name)
        for variation in variations
        for name in options or options_beside(review)
        if (variation.label, name) not in known
    ]
    tasks = [_task(review, variation, name, limits or Limits()) for variation, name in wanted]
    for number, outcome in outcomes_of(tasks, processes):
        # Whoever stops a sweep goes on with it later: what was not settled is planned then.
        if not outcome.interrupted:
            yield point(wanted[number][0], outcome)


def _task(review: Review, variation: Variation, name: str, limits: Limits) -> Task:
    changed = varied(review, variation)
    return Task(adapt(changed, name, all_ranked=variation.conversations is not None), changed, limits)
