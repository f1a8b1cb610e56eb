"""Read a review from its folder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.sweep import Variation, varied
from ltsched.files.disk import clock
from ltsched.files.disk.fingerprint import fingerprint
from ltsched.files.review.review_folder import read_review_folder, reading_window
from ltsched.files.review.when import When, last_results
from ltsched.options.adapt import adapt, options_beside

__all__ = ["Variation", "read_review", "read_to_compare"]


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
    today
        The day on which it is planned: nothing is planned before the next. None for ``today`` of review.toml, which
        makes it a rehearsal, or else for the day that the clock has in the zone of the review. A review that is made in
        a program has no such day unless it is given one.
    results
        The folder of the timetable that was planned last, of which what is over stays as it was; None, or a folder
        without one, for ``out`` in `path`.
    strict
        Whether what is not understood of an entry of a calendar is a mistake; otherwise it is one of ``notices``, and
        what is known of its time is busy. ``review.diary("t1").times`` has what was read, with where it comes from.

    Raises
    ------
    InvalidReview
        With every mistake in the folder.
    """
    folder = Path(path)
    return read_review_folder(folder, option, strict=strict, when=_when(folder, today, results))


def read_to_compare(
    path: str | Path,
    options: Sequence[str] = (),
    variations: Sequence[Variation] = (),
    *,
    today: date | None = None,
    results: str | Path | None = None,
    strict: bool = False,
) -> Review:
    """Read a scenario folder as far into the future as any of `options` may plan in any of `variations`.

    Diaries that end too early would make everybody look free.

    Parameters
    ----------
    path, today, results, strict
        As in `read_review`.
    options
        Shipped ones, or paths of ``.toml`` files beside the review; none means all that are shipped, and the review's
        own.
    variations
        Those of a sweep, in the order of their days or numbers, so that the first and the last reach farthest.

    Raises
    ------
    InvalidReview
        With every mistake in the folder, or of an option.
    """
    folder = Path(path)
    inputs = fingerprint(folder)  # before the reading: what changes meanwhile makes it another folder
    when = _when(folder, today, results)
    starts = [variation.commissioned for variation in variations if variation.commissioned is not None]
    review = read_review_folder(folder, starts=starts, strict=strict, when=when)
    ends = []
    for variation in (*variations[:1], *variations[-1:]) or (Variation(""),):
        changed = varied(review, variation)
        for name in options or options_beside(review):
            option = adapt(changed, name).review.option
            ends.append(reading_window(changed.commissioned, option, changed.holds)[1])
    until = max(ends)
    if review.diaries_until is not None and until > review.diaries_until:
        review = read_review_folder(folder, starts=starts, until=until, strict=strict, when=when)
    return replace(review, inputs=inputs)


def _when(folder: Path, today: date | None, results: str | Path | None) -> When:
    return When(today, clock.now(), last_results(folder, None if results is None else Path(results)))
