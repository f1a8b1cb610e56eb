"""Plan a review: once, under several options, or again and again with another start or other numbers."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.errors import WrongUse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ltsched.domain.comparison import Comparison, Outcome
    from ltsched.domain.review import Review
    from ltsched.domain.sweep import Point, Sweep, Variation
    from ltsched.files.results.sweep_file import SweepFile
    from ltsched.solve.compare import Limits
    from ltsched.solve.progress import Listener
    from ltsched.solve.result import Result

__all__ = ["compare", "plan", "sweep"]


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
    """Plan `review` under several options: see `ltsched.solve.compare.compare`.

    `review` is one of `read_to_compare`: only its diaries reach as far as every option may plan, and only then is the
    comparison shown on the page of the review.

    With more than one of `processes`, a script that calls this must be importable: it does its work under
    ``if __name__ == "__main__"``. The time limit is for each option.
    """
    from ltsched.solve.compare import Limits
    from ltsched.solve.compare import compare as compare_options

    limits = Limits(time_limit_seconds, seed, workers)
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
        A folder in which ``sweep.jsonl`` keeps each point as soon as it is settled, so that a sweep that was stopped
        or has died goes on where it was; two runs into one folder are one after the other. None keeps nothing.
    time_limit_seconds, seed, workers, processes
        As in `compare`.
    on_start
        Is told once how many points an earlier run has settled, and how many are wanted in all.
    on_done
        Is told each point that was planned now.

    Raises
    ------
    WrongUse
        A variation has more conversations than there are people to hold them with, or there are `results` for a review
        that was not read from a folder.
    InvalidReview
        An option does not exist, or a number is none that it has.
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    from ltsched.domain.sweep import Sweep
    from ltsched.files.disk.one_writer import one_writer
    from ltsched.files.results.sweep_file import SWEEP_FILE
    from ltsched.options.adapt import options_beside
    from ltsched.solve.compare import Limits
    from ltsched.solve.sweep import sweep as sweep_options

    _require_people(variations, review)
    limits = Limits(time_limit_seconds, seed, workers)
    names = tuple(dict.fromkeys(options)) or options_beside(review)
    wanted = [(variation.label, name) for variation in variations for name in names]
    with ExitStack() as stack:
        file = None
        if results is not None:
            path = Path(results) / SWEEP_FILE
            stack.enter_context(one_writer(path))
            file = _sweep_file(path, review, variations, limits)
        settled = {} if file is None else {(point.label, point.option): point for point in file.points()}
        known = [key for key in wanted if key in settled]
        on_start(len(known), len(wanted))
        if file is not None:
            file.start(tuple(settled.values()))
        for point in sweep_options(review, variations, names, limits=limits, processes=processes, known=known):
            if file is not None:
                file.add(point)
            settled[point.label, point.option] = point
            on_done(point)
    points = tuple(settled[key] for key in wanted if key in settled)
    return Sweep(review, names, points, len(wanted) - len(points))


def _sweep_file(path: Path, review: Review, variations: Sequence[Variation], limits: Limits) -> SweepFile:
    """Return what an earlier run has settled of the same folder with the same settings."""
    from ltsched.files.disk.fingerprint import fingerprint
    from ltsched.files.results.sweep_file import SweepFile

    if review.folder is None:
        raise WrongUse("the review was not read from a folder, of whose state the settled points would be")
    # Until the first of the starts, no day of planning is other than the one before.
    first = min(variation.commissioned or review.commissioned for variation in variations)
    begun = review.today if review.today is not None and review.today >= first else None
    return SweepFile(path, fingerprint(review.folder, limits, begun, review.over))


def _require_people(variations: Sequence[Variation], review: Review) -> None:
    from ltsched.domain.people import Role
    from ltsched.domain.words.wording import plural

    most = max((variation.conversations or 0 for variation in variations), default=0)
    there = len(review.with_role(Role.CASE_GROUP))
    if most > there:
        raise WrongUse(f"conversations cannot be {most}; the case group has {plural(there, 'person', 'people')}")
