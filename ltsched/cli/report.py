"""`ltsched report`: a web page of its own, to look at and to print, and pictures for documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import DebugFlag, FolderArgument, JsonFlag, OptionFlag, OutFlag, QuietFlag
from ltsched.cli.screen import Screen
from ltsched.domain.comparison import Comparison
from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.near_miss import did_you_mean

if TYPE_CHECKING:
    from matplotlib.figure import Figure

__all__ = ["pictures", "report"]

DOTS_PER_INCH = 200


def report(
    folder: FolderArgument,
    only: Annotated[
        str | None,
        typer.Option("--for", metavar="ID", help="The page of one person, with nothing of the others."),
    ] = None,
    png: Annotated[bool, typer.Option("--png", help="Write the charts as pictures, too, for documents.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="The same as drawings that can be enlarged.")] = False,
    option: OptionFlag = None,
    out: OutFlag = None,
    as_json: JsonFlag = False,
    quiet: QuietFlag = False,
    debug: DebugFlag = False,
) -> int:
    """Write a web page of the timetable, to look at and to print."""
    import ltsched
    from ltsched.files.disk.pages import page_name, write_pages
    from ltsched.files.results.timetable_of_review import read_timetable_of
    from ltsched.report.page.page import page

    if only is not None and (png or svg):
        raise typer.BadParameter("the page of one person has no pictures", param_hint="'--for'")
    screen = Screen(json=as_json, quiet=quiet)
    review = ltsched.read_review(folder, option=option)
    results = folder / "out" if out is None else out
    timetable = read_timetable_of(review, results)
    _require_known(only, timetable)
    broken = _broken(review, timetable)
    comparison = _comparison(folder, results, review, screen) if only is None else None
    files: dict[str, str | bytes] = {
        page_name(only): page(timetable, review, comparison=comparison, only=only, verified=not broken)
    }
    endings = [ending for ending, asked in (("png", png), ("svg", svg)) if asked]
    files |= dict(pictures(_figures(timetable, review, comparison), endings))
    written = write_pages(results, files)
    if screen.json:
        screen.document(
            {
                "status": "written",
                "verified": not broken,
                "files": [str(path) for path in written],
                "violations": broken,
            }
        )
    else:
        screen.show_line(f"Written to {results}: {', '.join(path.name for path in written)}")
    if broken:
        more = f" and {len(broken) - 1} more" if len(broken) > 1 else ""
        screen.warn([f"as things are now, the timetable breaks a rule, and the page says so: {broken[0]}{more}"])
    return ExitCode.DONE


def _require_known(only: str | None, timetable: Timetable) -> None:
    """Refuse a page for somebody who has nothing in the timetable."""
    ids = dict.fromkeys(id for booking in timetable.bookings for id in (*booking.attendees, *booking.missing))
    if only is not None and only not in ids:
        text = f"nobody with the id {only!r} is in the timetable. {did_you_mean(only, ids)}".rstrip()
        raise typer.BadParameter(text, param_hint="'--for'")


def _broken(review: Review, timetable: Timetable) -> list[str]:
    """Return the rules that the timetable breaks with the diaries as they are now."""
    from ltsched.domain.over import as_planned
    from ltsched.options.expand import expand
    from ltsched.verify import verify

    return [str(violation) for violation in verify(expand(as_planned(review, timetable)), timetable)]


def _comparison(folder: Path, results: Path, review: Review, screen: Screen) -> Comparison | None:
    """Return what `ltsched compare` has written, if that is of the folder as it is now."""
    from ltsched.files.disk.fingerprint import fingerprint
    from ltsched.files.results.comparison_file import COMPARISON_FILE, read_comparison

    comparison = read_comparison(results, fingerprint(folder), review.timezone)
    if comparison is None and (results / COMPARISON_FILE).exists():
        screen.tell("The comparison is of an earlier state of the folder and left out: run `ltsched compare` again.")
    elif comparison is None:
        screen.tell("Without a comparison of the options: `ltsched compare` makes one, which the page then shows.")
    return comparison


def _figures(timetable: Timetable, review: Review, comparison: Comparison | None) -> Iterator[tuple[str, Figure]]:
    from ltsched.report.charts.comparison_chart import comparison_chart
    from ltsched.report.charts.gantt import gantt

    yield "gantt-phases", gantt(timetable, review, by="phase")
    yield "gantt-people", gantt(timetable, review, by="person")
    if comparison is not None:
        yield "comparison", comparison_chart(comparison)


def pictures(figures: Iterator[tuple[str, Figure]], endings: list[str]) -> Iterator[tuple[str, str | bytes]]:
    """Yield the name and the content of each picture; `endings` are ``png`` and ``svg``."""
    from ltsched.report.charts.drawing import as_png, as_svg

    for name, figure in figures if endings else ():
        for ending in endings:
            yield f"{name}.{ending}", as_svg(figure) if ending == "svg" else as_png(figure, DOTS_PER_INCH)
