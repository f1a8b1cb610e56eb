"""Write the web page of a review, and its charts as pictures."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ltsched.domain.comparison import Comparison
from ltsched.domain.living.tradeoffs import Tradeoffs
from ltsched.domain.over import as_planned
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import WrongUse
from ltsched.files.disk.fingerprint import fingerprint
from ltsched.files.disk.write_files import write_files
from ltsched.files.results.comparison_file import COMPARISON_FILE, read_comparison
from ltsched.files.results.timetable_of_review import read_timetable_of
from ltsched.files.results.tradeoffs_file import TRADEOFFS_FILE, read_tradeoffs
from ltsched.options.expand import expand
from ltsched.report.charts.comparison_chart import comparison_chart
from ltsched.report.charts.drawing import Picture, pictures_of
from ltsched.report.charts.gantt import gantt
from ltsched.report.charts.tradeoffs_chart import tradeoffs_chart
from ltsched.report.page.page import page
from ltsched.verify import verify

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["Report", "broken_rules", "write_report"]


@dataclass(frozen=True, slots=True)
class Report:
    """What `write_report` has written, and what is on the page.

    Parameters
    ----------
    files
        The paths, the page first.
    broken
        The rules that the timetable breaks with the diaries as they are now, a sentence each; the page tells of them.
    compared
        Whether the comparison that lies in the folder is on the page.
    outdated
        Whether there is one of an earlier state of the review, which is left out.
    traded, trade_outdated
        The same of the trade-offs.
    """

    files: tuple[Path, ...]
    broken: tuple[str, ...]
    compared: bool
    outdated: bool
    traded: bool = False
    trade_outdated: bool = False


def write_report(
    review: Review,
    *,
    results: str | Path | None = None,
    only: str | None = None,
    pictures: Collection[Picture] = (),
) -> Report:
    """Write ``report.html``, the page of a timetable, to look at and to print.

    Parameters
    ----------
    review
        A review that was read from a folder.
    results
        The folder with the timetable, into which the page goes; None for ``out`` in the folder of the review.
    only
        The id of the person whose page it is, ``report-<id>.html``, with nothing of the others; None for the whole.
    pictures
        The forms in which the charts are written too: ``gantt-phases``, ``gantt-people`` and, where there are any,
        ``comparison`` and ``tradeoffs``.

    Raises
    ------
    WrongUse
        `only` is nobody in the timetable, or there are `pictures` for one person; or the review was not read from a
        folder.
    InvalidReview
        There is no timetable of this review, or the comparison or the trade-offs are damaged.
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    if only is not None and pictures:
        raise WrongUse("the page of one person has no pictures")
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, where its timetable would be")
    folder = review.folder / "out" if results is None else Path(results)
    timetable = read_timetable_of(review, folder)
    _require_known(only, timetable)
    broken = broken_rules(review, timetable)
    comparison, tradeoffs = _found_beside(review, folder) if only is None else (None, None)
    text = page(timetable, review, comparison=comparison, tradeoffs=tradeoffs, only=only, verified=not broken)
    name = "report.html" if only is None else f"report-{only}.html"
    drawn = pictures_of(_figures(timetable, review, comparison, tradeoffs), pictures)
    written = write_files(folder, {name: text.encode(), **drawn})
    return Report(
        written,
        broken,
        compared=comparison is not None,
        outdated=only is None and comparison is None and (folder / COMPARISON_FILE).exists(),
        traded=tradeoffs is not None,
        trade_outdated=only is None and tradeoffs is None and (folder / TRADEOFFS_FILE).exists(),
    )


def _found_beside(review: Review, folder: Path) -> tuple[Comparison | None, Tradeoffs | None]:
    """Return the comparison and the trade-offs that lie in `folder`, each if it is of the review as it is now."""
    assert review.folder is not None
    inputs, zone = fingerprint(review.folder), review.timezone
    return read_comparison(folder, inputs, zone), read_tradeoffs(folder, inputs, review.option.name, zone)


def broken_rules(review: Review, timetable: Timetable) -> tuple[str, ...]:
    """Return the rules that `timetable` breaks with the diaries of `review` as they are now, a sentence each."""
    return tuple(map(str, verify(expand(as_planned(review, timetable)), timetable)))


def _require_known(only: str | None, timetable: Timetable) -> None:
    """Refuse a page for somebody who has nothing in the timetable."""
    ids = dict.fromkeys(id for booking in timetable.bookings for id in (*booking.attendees, *booking.missing))
    if only is not None and only not in ids:
        raise WrongUse(f"nobody with the id {only!r} is in the timetable. {did_you_mean(only, ids)}".rstrip(), id=only)


def _figures(
    timetable: Timetable, review: Review, comparison: Comparison | None, tradeoffs: Tradeoffs | None
) -> dict[str, Callable[[], Figure]]:
    found: dict[str, Callable[[], Figure]] = {
        "gantt-phases": partial(gantt, timetable, review, by="phase"),
        "gantt-people": partial(gantt, timetable, review, by="person"),
    }
    if comparison is not None:
        found["comparison"] = partial(comparison_chart, comparison)
    if tradeoffs is not None:
        found["tradeoffs"] = partial(tradeoffs_chart, tradeoffs)
    return found
