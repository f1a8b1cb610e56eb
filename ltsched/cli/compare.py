"""`ltsched compare`: what each option would take, over the same people."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.flags import (
    DebugFlag,
    FolderArgument,
    JsonFlag,
    OutFlag,
    QuietFlag,
    SeedFlag,
    StrictFlag,
    TimeLimitFlag,
    TodayFlag,
    WorkersFlag,
    choice,
    known_option,
    read_day,
    whole,
)
from ltsched.cli.screen import Screen
from ltsched.cli.sweep_flags import PERIODS, number_variations, start_variations
from ltsched.cli.watching import watching
from ltsched.domain.comparison import Comparison
from ltsched.domain.sweep import Variation

__all__ = ["compare"]

USUAL_PERIOD = "week"


def _known_options(names: list[str] | None) -> list[str] | None:
    for name in names or []:
        known_option(name)
    return names


def compare(
    folder: FolderArgument,
    options: Annotated[
        list[str] | None,
        typer.Option(
            "--option",
            metavar="NAME",
            callback=_known_options,
            help="Compare only this option and the others that are named so; repeatable.",
            show_default="all six, and the review's own",
        ),
    ] = None,
    sweep: Annotated[
        bool, typer.Option("--sweep", help="Compare over start dates (--from, --to) or values of a number (--set).")
    ] = False,
    first: Annotated[
        date | None,
        typer.Option("--from", parser=read_day, metavar="DATE", help="The first day of commissioning of a sweep."),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", parser=read_day, metavar="DATE", help="The last one."),
    ] = None,
    every: Annotated[
        str | None,
        typer.Option(
            "--every",
            parser=choice(tuple(PERIODS)),
            metavar="PERIOD",
            help="From one to the next: day, week or fortnight.",
            show_default=USUAL_PERIOD,
        ),
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--set", metavar="NAME=A..B", help="The values of a number, as in conversations=4..12."),
    ] = None,
    png: Annotated[bool, typer.Option("--png", help="Write the chart as a picture, too, for documents.")] = False,
    svg: Annotated[bool, typer.Option("--svg", help="The same as a drawing that can be enlarged.")] = False,
    out: OutFlag = None,
    today: TodayFlag = None,
    time_limit: TimeLimitFlag = 60.0,
    processes: Annotated[
        int,
        typer.Option(
            "--processes",
            parser=whole(1, 64),
            metavar="NUMBER",
            help="How many options are planned at a time.",
            show_default="as many as there are processors",
        ),
    ] = os.cpu_count() or 1,
    seed: SeedFlag = 0,
    workers: WorkersFlag = 1,
    strict: StrictFlag = False,
    as_json: JsonFlag = False,
    quiet: QuietFlag = False,
    debug: DebugFlag = False,
) -> int:
    """Compare what each option would take, over the same people."""
    import ltsched
    from ltsched.cli.plan import results_folder
    from ltsched.files.disk import clock
    from ltsched.files.disk.far_reading import read_far_enough
    from ltsched.files.disk.fingerprint import fingerprint
    from ltsched.files.results.comparison_file import comparison_json
    from ltsched.files.results.comparison_outputs import write_comparison
    from ltsched.files.review.when import When, last_results

    screen = Screen(json=as_json, quiet=quiet)
    target = results_folder(folder, out)
    variations = _variations(first, last, every, number, sweep=sweep or bool(number or first or last or every))
    if variations:
        from ltsched.cli.sweep import Sweep, run_sweep
        from ltsched.solve.many.compare import Limits

        if png or svg:
            raise typer.BadParameter("a sweep has no pictures", param_hint="'--png'" if png else "'--svg'")
        limits = Limits(time_limit, seed, workers)
        asked = Sweep(folder, target, variations, tuple(options or ()), limits, processes, strict, today)
        return run_sweep(asked, screen)
    inputs = fingerprint(folder)
    when = When(today, clock.now(), last_results(folder, target))
    review, names = read_far_enough(folder, options or (), strict=strict, when=when)
    screen.warn(notice.text for notice in review.notices)
    with watching(screen, "planning the options", len(names)) as done:
        comparison = ltsched.compare(
            review,
            names,
            time_limit_seconds=time_limit,
            seed=seed,
            workers=workers,
            processes=processes,
            on_done=lambda outcome: done(outcome.title),
        )
    written = (*write_comparison(target, comparison, inputs), *_pictures(target, comparison, png=png, svg=svg))
    if screen.json:
        screen.document_text(comparison_json(comparison, inputs))
        return ExitCode.DONE
    _show(comparison, screen)
    screen.show_line(f"Written to {target}: {', '.join(path.name for path in written)}")
    return ExitCode.DONE


def _variations(
    first: date | None, last: date | None, every: str | None, number: str | None, *, sweep: bool
) -> tuple[Variation, ...]:
    """Return what a sweep is over; nothing if none is asked for."""
    if not sweep:
        return ()
    if number and (first or last or every):
        text = "a sweep is over start dates or over the values of a number, not over both"
        raise typer.BadParameter(text, param_hint="'--set'")
    return number_variations(number) if number else start_variations(first, last, every or USUAL_PERIOD)


def _pictures(target: Path, comparison: Comparison, *, png: bool, svg: bool) -> tuple[Path, ...]:
    """Write the chart in the forms that are asked for."""
    endings = [ending for ending, asked in (("png", png), ("svg", svg)) if asked]
    if not endings:
        return ()
    from ltsched.cli.report import pictures
    from ltsched.files.disk.pages import write_pages
    from ltsched.report.charts.comparison_chart import comparison_chart

    return write_pages(target, dict(pictures(iter([("comparison", comparison_chart(comparison))]), endings)))


def _show(comparison: Comparison, screen: Screen) -> None:
    from ltsched.report.screen.comparison_tables import (
        comparison_notes,
        comparison_table,
        comparison_title,
        hours_table,
    )
    from ltsched.report.screen.layout import section
    from ltsched.report.screen.rehearsal import rehearsal_lines

    screen.show(*rehearsal_lines(comparison))
    screen.show(comparison_title(comparison), "", comparison_table(comparison), "")
    screen.show(section("Staff hours by role", hours_table(comparison, lambda o: o.hours_by_role_words)))
    screen.show(section("Staff hours by agency", hours_table(comparison, lambda o: o.hours_by_agency)))
    screen.show(comparison_notes(comparison))
