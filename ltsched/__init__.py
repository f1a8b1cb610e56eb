"""ltsched plans Learning Together case reviews: a proven timetable from the diaries of busy people.

Examples
--------
>>> import ltsched
>>> review = ltsched.read_review("scenarios/focused")
>>> result = ltsched.plan(review)
>>> result.status
<Status.OPTIMAL: 'optimal'>
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.errors import InvalidReview, LtschedError, Mistake, Notice, UnsoundTimetable, UnwritableOutput

if TYPE_CHECKING:
    from ltsched.domain.review import Review
    from ltsched.solve.progress import Listener
    from ltsched.solve.result import Result

__all__ = [
    "InvalidReview",
    "LtschedError",
    "Mistake",
    "Notice",
    "UnsoundTimetable",
    "UnwritableOutput",
    "plan",
    "read_review",
]

__version__ = "0.1.0"


def read_review(path: str | Path, *, option: str | None = None) -> Review:
    """Read and check a scenario folder.

    Parameters
    ----------
    path
        The folder.
    option
        The option to use instead of the one in review.toml; None for that one.

    Raises
    ------
    InvalidReview
        With every mistake in the folder.
    """
    from ltsched.files.review_folder import read_review_folder

    return read_review_folder(Path(path), option)


def plan(
    review: Review,
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener | None = None,
) -> Result:
    """Plan `review`: see `ltsched.solve.plan.plan`.

    The solver is loaded only when this is called.
    """
    from ltsched.solve.plan import plan as plan_review
    from ltsched.solve.progress import SILENT

    return plan_review(
        review,
        time_limit_seconds=time_limit_seconds,
        seed=seed,
        workers=workers,
        listener=SILENT if listener is None else listener,
    )
