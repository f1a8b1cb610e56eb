"""Write the web page of a review, and its charts as pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from ltsched.errors import WrongUse

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ltsched.domain.comparison import Comparison
    from ltsched.domain.review import Review
    from ltsched.domain.timetable import Timetable

__all__ = ["Picture", "Report", "broken_rules", "write_pictures", "write_report"]

Picture = Literal["png", "svg"]
DOTS_PER_INCH = 200


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
        Whether the comparison that `write` has left in the folder is on the page.
    outdated
        Whether there is one of an earlier state of the review, which is left out.
    """

    files: tuple[Path, ...]
    broken: tuple[str, ...]
    compared: bool
    outdated: bool


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
        The forms in which the charts are written too: ``gantt-phases``, ``gantt-people`` and, where there is one,
        ``comparison``.

    Raises
    ------
    WrongUse
        `only` is nobody in the timetable, or there are `pictures` for one person; or the review was not read from a
        folder.
    InvalidReview
        There is no timetable of this review, or the comparison is damaged.
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    from ltsched.files.disk.write_files import write_files
    from ltsched.files.results.comparison_file import COMPARISON_FILE
    from ltsched.files.results.timetable_of_review import read_timetable_of
    from ltsched.report.page.page import page

    if only is not None and pictures:
        raise WrongUse("the page of one person has no pictures")
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, where its timetable would be")
    folder = review.folder / "out" if results is None else Path(results)
    timetable = read_timetable_of(review, folder)
    _require_known(only, timetable)
    broken = broken_rules(review, timetable)
    comparison = _comparison(review.folder, folder, review) if only is None else None
    text = page(timetable, review, comparison=comparison, only=only, verified=not broken)
    name = "report.html" if only is None else f"report-{only}.html"
    drawn = _drawn(_figures(timetable, review, comparison), pictures) if pictures else {}
    written = write_files(folder, {name: text.encode(), **drawn})
    outdated = only is None and comparison is None and (folder / COMPARISON_FILE).exists()
    return Report(written, broken, comparison is not None, outdated)


def write_pictures(comparison: Comparison, folder: str | Path, pictures: Collection[Picture]) -> tuple[Path, ...]:
    """Write the chart of a comparison into `folder` as ``comparison.png`` or ``.svg``, and return the paths.

    Raises
    ------
    UnwritableOutput
        The disk refuses, or another run is writing there and does not end.
    """
    from ltsched.files.disk.write_files import write_files
    from ltsched.report.charts.comparison_chart import comparison_chart

    if not pictures:
        return ()
    return write_files(Path(folder), _drawn(iter([("comparison", comparison_chart(comparison))]), pictures))


def broken_rules(review: Review, timetable: Timetable) -> tuple[str, ...]:
    """Return the rules that `timetable` breaks with the diaries of `review` as they are now, a sentence each."""
    from ltsched.domain.over import as_planned
    from ltsched.options.expand import expand
    from ltsched.verify import verify

    return tuple(map(str, verify(expand(as_planned(review, timetable)), timetable)))


def _require_known(only: str | None, timetable: Timetable) -> None:
    """Refuse a page for somebody who has nothing in the timetable."""
    from ltsched.domain.words.near_miss import did_you_mean

    ids = dict.fromkeys(id for booking in timetable.bookings for id in (*booking.attendees, *booking.missing))
    if only is not None and only not in ids:
        raise WrongUse(f"nobody with the id {only!r} is in the timetable. {did_you_mean(only, ids)}".rstrip(), id=only)


def _comparison(folder: Path, results: Path, review: Review) -> Comparison | None:
    """Return what was compared, if that was the folder as it is now."""
    from ltsched.files.disk.fingerprint import fingerprint
    from ltsched.files.results.comparison_file import read_comparison

    return read_comparison(results, fingerprint(folder), review.timezone)


def _figures(timetable: Timetable, review: Review, comparison: Comparison | None) -> Iterator[tuple[str, Figure]]:
    from ltsched.report.charts.comparison_chart import comparison_chart
    from ltsched.report.charts.gantt import gantt

    yield "gantt-phases", gantt(timetable, review, by="phase")
    yield "gantt-people", gantt(timetable, review, by="person")
    if comparison is not None:
        yield "comparison", comparison_chart(comparison)


def _drawn(figures: Iterator[tuple[str, Figure]], pictures: Collection[Picture]) -> dict[str, bytes]:
    from ltsched.report.charts.drawing import as_png, as_svg

    return {
        f"{name}.{ending}": as_svg(figure).encode() if ending == "svg" else as_png(figure, DOTS_PER_INCH)
        for name, figure in figures
        for ending in pictures
    }
