"""Why nothing fits, and the cheapest things that would help."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.review import Review
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.errors import WrongUse
from ltsched.files.disk.write_files import write_files
from ltsched.files.results.explanation_fields import EXPLANATION_FILE, explanation_json
from ltsched.options.expand import expand
from ltsched.report.page.explanation_page import explanation_page
from ltsched.solve.progress import SILENT, Listener

__all__ = ["explain", "write_explanation"]

PAGE_FILE = "explanation.html"


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

    Where something fits, its status says so, and there are no clashes and no cures. In words all of it is had from
    `ltsched.domain.words.explaining.telling_of.telling_of`.
    """
    from ltsched.solve.explaining.explain import explain as explain_review

    return explain_review(
        review, time_limit_seconds=time_limit_seconds, seed=seed, workers=workers, listener=listener, most=most
    )


def write_explanation(
    explanation: Explanation, review: Review, *, results: str | Path | None = None
) -> tuple[Path, ...]:
    """Write ``explanation.html``, to show to others, and ``explanation.json``, and return their paths.

    Parameters
    ----------
    explanation
        Of `review`, for which nothing fits.
    results
        The folder into which they go; None for ``out`` in the folder of the review.

    Raises
    ------
    WrongUse
        Something fits; or the review was not read from a folder, and no other is given.
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    if explanation.status is not Status.INFEASIBLE:
        raise WrongUse("there is nothing to explain: it is not shown that nothing fits")
    if results is None and review.folder is None:
        raise WrongUse("the review was not read from a folder, where its results would be")
    folder = Path(results) if results is not None else Path(review.folder or ".") / "out"
    agenda = expand(review)
    telling = telling_of(explanation, agenda)
    page = explanation_page(explanation, telling, agenda)
    text = explanation_json(telling, review.reference)
    return write_files(folder, {PAGE_FILE: page.encode(), EXPLANATION_FILE: text.encode()})
