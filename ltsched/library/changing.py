"""Ask what would be if something about a review were otherwise; nothing is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from ltsched.domain.living.changes import Changes
from ltsched.domain.living.what_if import Absence, WhatIf
from ltsched.domain.over import as_planned
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.errors import InvalidReview
from ltsched.files.disk import clock
from ltsched.files.results.timetable_of_review import read_timetable_of
from ltsched.files.review.review_folder import read_review_folder, reading_window
from ltsched.files.review.when import When, last_results
from ltsched.library.current import under_way
from ltsched.library.replanning import before_of
from ltsched.options.changes.asked import asked_changes
from ltsched.options.changes.changed import changed
from ltsched.options.expand import expand
from ltsched.solve.many import what_if as many
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.planners import PlanAgain
from ltsched.solve.progress import SILENT, Listener
from ltsched.verify import verify

__all__ = ["Changes", "absence", "asked_changes", "read_to_change", "what_if"]


def read_to_change(
    path: str | Path,
    changes: Changes,
    *,
    option: str | None = None,
    today: date | None = None,
    results: str | Path | None = None,
    strict: bool = False,
) -> Review:
    """Read a scenario folder as it is, and as far into the future as it may be planned with `changes`.

    Parameters
    ----------
    path, option, today, results, strict
        As in `read_review`.
    changes
        What might be otherwise.

    Raises
    ------
    InvalidReview
        With every mistake in the folder or, where it has none, in the changes.
    """
    folder = Path(path)
    when = When(today, clock.now(), last_results(folder, None if results is None else Path(results)))
    review = read_review_folder(folder, option, strict=strict, when=when)
    then = changed(review, changes)
    until = reading_window(then.commissioned, then.option, then.holds)[1]
    if review.diaries_until is None or until <= review.diaries_until:
        return review
    return read_review_folder(folder, option, until=until, strict=strict, when=when)


def what_if(
    review: Review,
    changes: Changes,
    *,
    results: str | Path | None = None,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    listener: Listener = SILENT,
) -> WhatIf:
    """Return what would become impossible or worse with `changes`, against the plan as it is.

    The plan as it is, is the timetable in `results`; where there is none of this review, one that is made now. Beside
    it stands the best that could be had or, where the review is under way, what planning again would come to. What
    people would rather have (lunch, waiting, trips, balance) is not looked at. Nothing is written.

    Parameters
    ----------
    review
        The review as it is; one of `read_to_change` has diaries that reach far enough.
    changes
        All that would be otherwise, at once: see `Changes`, or `asked_changes` for those in words.
    results
        The folder with the timetable; None for ``out`` in the folder of the review.
    time_limit_seconds, seed, workers, listener
        As in `plan`, for each plan that is made.

    Raises
    ------
    InvalidReview
        The changes are none that the review could have.
    """
    case, told = _case(review, results, Limits(time_limit_seconds, seed, workers))
    changed(review, changes)  # whose mistakes are told before anything is planned
    return many.what_if(case, changes, case.side_now(listener), listener=listener, told=told)


def absence(
    review: Review,
    changes: Changes | None = None,
    *,
    results: str | Path | None = None,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    processes: int = 1,
    on_start: Callable[[int], None] = lambda count: None,
    on_done: Callable[[str], None] = lambda id: None,
) -> Absence:
    """Return what would become impossible or worse without each of those who have a part in the review.

    Ctrl-C ends it with what is known by then.

    Parameters
    ----------
    review, results, time_limit_seconds, seed, workers
        As in `what_if`.
    changes
        What would be otherwise besides; None for nothing.
    processes
        How many plans are made at a time; with more than one, a script that calls this does its work under
        ``if __name__ == "__main__"``.
    on_start, on_done
        Are told how many people there are, and the id of each as soon as it is known what comes of their absence.

    Raises
    ------
    InvalidReview
        As in `what_if`.
    """
    case, told = _case(review, results, Limits(time_limit_seconds, seed, workers))
    wanted = changes or Changes()
    changed(review, wanted)
    found = many.absence(case, wanted, case.side_now(), processes=processes, on_start=on_start, on_done=on_done)
    return replace(found, told=(*told, *found.told))


def _case(review: Review, results: str | Path | None, limits: Limits) -> tuple[many.Case, tuple[str, ...]]:
    """Return what the comparison is about, and what should be known of it."""
    now, told = _as_it_is(review, results)
    why = under_way(review)
    if not why or now is None or review.folder is None:
        return many.Case(review, now, limits), told
    again = PlanAgain(now, before_of(review, now))
    said = f"the review is under way ({why}): it is planned again so that as little as possible moves"
    return many.Case(review, now, limits, again), (*told, said)


def _as_it_is(review: Review, results: str | Path | None) -> tuple[Timetable | None, tuple[str, ...]]:
    """Return the timetable that there is, if it is one of this review, and what should be known of it."""
    folder = _results(review, results)
    if folder is None or not (folder / TIMETABLE_FILE).exists():
        return None, ("there is no timetable yet: the plan as it is was made for this comparison, and not kept",)
    try:
        timetable = read_timetable_of(review, folder)
    except InvalidReview as error:
        found = str(replace(error.mistakes[0], hint="")).rstrip(".")
        return None, (f"the plan as it is was made for this comparison, and not kept: {found}",)
    return timetable, tuple(_out_of_date(timetable, review))


def _results(review: Review, results: str | Path | None) -> Path | None:
    if results is not None:
        return Path(results)
    return None if review.folder is None else review.folder / "out"


def _out_of_date(timetable: Timetable, review: Review) -> Iterable[str]:
    """Yield that the timetable breaks rules of the folder as it is now, if it does."""
    agenda = expand(as_planned(review, timetable), tell_of_holds=False)
    # What is told of its stages may be of an older version: only what is booked counts.
    broken = [one for one in verify(agenda, timetable) if not one.rule.startswith(("stage", "measure", "milestone"))]
    if broken:
        more = f" (and {len(broken) - 1} more)" if len(broken) > 1 else ""
        yield (
            f"the timetable does not fit the folder as it is now, which makes a difference of its own: "
            f"{broken[0].text}{more}"
        )
