"""Plan a review several times: under several options, or again and again with another start or other numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.sweep import Point, Sweep, Variation
from ltsched.domain.words.wording import plural
from ltsched.errors import WrongUse
from ltsched.files.disk.fingerprint import fingerprint
from ltsched.files.disk.one_writer import one_writer
from ltsched.files.results.sweep_file import SWEEP_FILE, SweepFile
from ltsched.options.adapt import options_beside
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.compare import compare as compare_options
from ltsched.solve.many.sweep import sweep as sweep_options

__all__ = ["compare", "sweep"]


def compare(
    review: Review,
    options: Sequence[str] = (),
    *,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    processes: int = 1,
    on_done: Callable[[Outcome], None] = lambda outcome: None,
) -> Comparison:
    """Plan `review` under several options: see `ltsched.solve.many.compare.compare`.

    `review` is one of `read_to_compare`: only its diaries reach as far as every option may plan, and only then is the
    comparison shown on the page of the review.

    With more than one of `processes`, a script that calls this must be importable: it does its work under
    ``if __name__ == "__main__"``. The time limit is for each option.
    """
    limits = Limits(time_limit_seconds, seed, workers, prove)
    comparison = compare_options(review, options, limits=limits, processes=processes, on_done=on_done)
    return replace(comparison, inputs=review.inputs)


def sweep(
    review: Review,
    variations: Sequence[Variation],
    options: Sequence[str] = (),
    *,
    results: str | Path | None = None,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    processes: int = 1,
    on_start: Callable[[int, int], None] = lambda settled, wanted: None,
    on_done: Callable[[Point], None] = lambda point: None,
) -> Sweep:
    """Plan `review` under each of `options` in each of `variations`.

    Parameters
    ----------
    review
        One of `read_to_compare`, with the same options and variations.
    variations, options
        No options means all that are shipped, and the review's own.
    results
        The folder in which ``sweep.jsonl`` keeps each point as soon as it is settled, so that a sweep that was stopped
        or has died goes on where it was; None for ``out`` in the folder of the review. Two runs into one folder are one
        after the other.
    time_limit_seconds, seed, workers, prove, processes
        As in `compare`.
    on_start
        Is told once how many points an earlier run has settled, and how many are wanted in all.
    on_done
        Is told each point that was planned now.

    Raises
    ------
    WrongUse
        A variation has more conversations than there are people to hold them with, or the review was not read from a
        folder.
    InvalidReview
        An option does not exist, or a number is none that it has.
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    _require_people(variations, review)
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, of whose state the settled points are")
    limits = Limits(time_limit_seconds, seed, workers, prove)
    names = tuple(dict.fromkeys(options)) or options_beside(review)
    wanted = [(variation.label, name) for variation in variations for name in names]
    path = (review.folder / "out" if results is None else Path(results)) / SWEEP_FILE
    with one_writer(path):
        file = SweepFile(path, fingerprint(review.folder, limits, _begun(review, variations), review.over))
        settled = {(point.label, point.option): point for point in file.points()}
        known = [key for key in wanted if key in settled]
        on_start(len(known), len(wanted))
        file.start(tuple(settled.values()))
        for point in sweep_options(review, variations, names, limits=limits, processes=processes, known=known):
            file.add(point)
            settled[point.label, point.option] = point
            on_done(point)
    points = tuple(settled[key] for key in wanted if key in settled)
    return Sweep(review, names, points, len(wanted) - len(points))


def _begun(review: Review, variations: Sequence[Variation]) -> date | None:
    """Return the day of planning from the first of the starts on; until then none is other than the one before."""
    first = min(variation.commissioned or review.commissioned for variation in variations)
    return review.today if review.today is not None and review.today >= first else None


def _require_people(variations: Sequence[Variation], review: Review) -> None:
    most = max((variation.conversations or 0 for variation in variations), default=0)
    there = len(review.with_role(Role.CASE_GROUP))
    if most > there:
        raise WrongUse(f"conversations cannot be {most}; the case group has {plural(there, 'person', 'people')}")
