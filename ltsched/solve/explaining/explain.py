"""Explain why nothing fits."""

from __future__ import annotations

from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.solve.plan import plan
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
    """Return whether `review` fits, and what planning it tells of why not."""
    result = plan(review, time_limit_seconds=time_limit_seconds, seed=seed, workers=workers, listener=listener)
    impossible = result.status is Status.INFEASIBLE
    return Explanation(result.status, result.reasons, all_found=not impossible)
