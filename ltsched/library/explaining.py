"""Why nothing fits, and the cheapest things that would help."""

from __future__ import annotations

from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.review import Review
from ltsched.solve.progress import SILENT, Listener

__all__ = ["explain"]


def explain(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
    most: int = 5,
) -> Explanation:
    """Return why nothing fits, and what would help: see `ltsched.solve.explaining.explain.explain`.

    Where something fits, its status says so, and there are no clashes and no cures. In words it is had from
    `ltsched.domain.words.explaining.telling_of.telling_of`.
    """
    from ltsched.solve.explaining.explain import explain as explain_review

    return explain_review(review, time_limit_seconds=time_limit_seconds, seed=seed, workers=workers, listener=listener)
