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
    from collections.abc import Callable, Collection, Sequence
    from datetime import date, datetime

    from ltsched.domain.comparison import Comparison, Outcome
    from ltsched.domain.review import Review
    from ltsched.files.invitations.issuing import Issuing
    from ltsched.files.invitations.recording import Recording
    from ltsched.solve.progress import Listener
    from ltsched.solve.result import Result

__all__ = [
    "InvalidReview",
    "LtschedError",
    "Mistake",
    "Notice",
    "UnsoundTimetable",
    "UnwritableOutput",
    "compare",
    "invite",
    "plan",
    "read_review",
    "record_replies",
    "shipped_options",
]

__version__ = "0.1.0"


def read_review(
    path: str | Path,
    *,
    option: str | None = None,
    today: date | None = None,
    results: str | Path | None = None,
    strict: bool = False,
) -> Review:
    """Read and check a scenario folder.

    Parameters
    ----------
    path
        The folder.
    option
        The option to use instead of the one in review.toml; None for that one.
    strict
        Whether what is not understood of an entry of a calendar is a mistake; otherwise it is one of ``notices``, and
        what is known of its time is busy. ``review.diary("t1").times`` has what was read, with where it comes from.
    today
        The day on which it is planned: nothing is planned before the next. None for ``today`` of review.toml, which
        makes it a rehearsal, or else for the day that the clock has in the zone of the review. A review that is made in
        a program has no such day unless it is given one.
    results
        The folder of the timetable that was planned last, of which what is over stays as it was; None, or a folder
        without one, for ``out`` in `path`.

    Raises
    ------
    InvalidReview
        With every mistake in the folder.
    """
    from ltsched.files.disk import clock
    from ltsched.files.review.review_folder import read_review_folder
    from ltsched.files.review.when import When, last_results

    last = last_results(Path(path), None if results is None else Path(results))
    return read_review_folder(Path(path), option, strict=strict, when=When(today, clock.now(), last))


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


def shipped_options() -> tuple[str, ...]:
    """Return the names of the options that come with ltsched, the fullest first."""
    from ltsched.options.template import shipped_options as shipped

    return shipped()


def compare(
    review: Review,
    options: Sequence[str] = (),
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    processes: int = 1,
    on_done: Callable[[Outcome], None] = lambda outcome: None,
) -> Comparison:
    """Plan `review` under several options: see `ltsched.solve.many.compare.compare`.

    With more than one of `processes`, a script that calls this must be importable: it does its work under
    ``if __name__ == "__main__"``. The time limit is for each option.
    """
    from ltsched.solve.many.compare import Limits
    from ltsched.solve.many.compare import compare as compare_options

    limits = Limits(time_limit_seconds, seed, workers)
    return compare_options(review, options, limits=limits, processes=processes, on_done=on_done)


def invite(
    review: Review,
    *,
    results: str | Path | None = None,
    show_attendees: str | None = None,
    again: Collection[str] = (),
    now: datetime | None = None,
    dry_run: bool = False,
) -> Issuing:
    """Issue the invitations, updates and cancellations that are due: see `ltsched.files.invitations.issuing.issue`.

    Parameters
    ----------
    review
        A review that was read from a folder: its ledger is kept there.
    results
        The folder with the timetable; None for ``out`` in the folder of the review.
    show_attendees
        ``none`` or ``review-team``; None for what the run before chose.
    again
        Ids of recipients whose invitations are issued once more as they are.
    now
        The time of issue; None for the clock.
    dry_run
        Tell what would be issued, and write nothing.

    Raises
    ------
    ValueError
        The review was not read from a folder, or `show_attendees` is another word.
    InvalidReview, UnwritableOutput
        As `issue` says.
    """
    from ltsched.domain.invitations.invitations import Shown
    from ltsched.files.invitations.issuing import issue

    folder = _folder(review)
    return issue(
        review,
        folder,
        folder / "out" if results is None else Path(results),
        shown=None if show_attendees is None else Shown(show_attendees),
        again=again,
        now=now,
        write=not dry_run,
    )


def record_replies(review: Review, files: Sequence[str | Path] = (), *, any_address: bool = False) -> Recording:
    """Record answers to invitations: see `ltsched.files.invitations.recording.record_replies`.

    Raises
    ------
    ValueError
        The review was not read from a folder.
    InvalidReview, UnwritableOutput
        As `record_replies` there says. What is wrong with single files is in the result.
    """
    from ltsched.files.invitations.recording import record_replies as record

    return record(review, _folder(review), [Path(file) for file in files], any_address=any_address)


def _folder(review: Review) -> Path:
    if review.folder is None:
        raise ValueError("the review was not read from a folder, where its ledger would be kept")
    return review.folder
