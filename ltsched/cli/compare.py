"""`ltsched compare`: what each option would take, over the same people."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ltsched.cli import flags
from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.screen import Screen
from ltsched.cli.sweep_flags import Period, number_variations, start_variations
from ltsched.cli.watching import watching

if TYPE_CHECKING:
    from ltsched.domain.comparison import Comparison
    from ltsched.domain.review import Review
    from ltsched.domain.sweep import Variation

__all__ = ["compare"]


def _known_options(names: list[str] | None) -> list[str] | None:
    for name in names or []:
        flags.known_option(name)
    return names


def compare(
    folder: flags.FolderArgument,
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
        typer.Option(
            "--from", parser=flags.read_day, metavar="DATE", help="The first day of commissioning of a sweep."
        ),
    ] = None,
    last: Annotated[
        date | None,
        typer.Option("--to", parser=flags.read_day, metavar="DATE", help="The last one."),
    ] = None,
    every: Annotated[
        Period | None,
        typer.Option(
            "--every",
            metavar="PERIOD",
            help="From one to the next: day, week or fortnight.",
            show_default=Period.WEEK,
        ),
    ] = None,
    number: Annotated[
        str | None,
        typer.Option("--set", metavar="NAME=A..B", help="The values of a number, as in conversations=4..12."),
    ] = None,
    png: flags.PngFlag = False,
    svg: flags.SvgFlag = False,
    out: flags.OutFlag = None,
    today: flags.TodayFlag = None,
    time_limit: flags.TimeLimitFlag = 60.0,
    processes: flags.ProcessesFlag = flags.PROCESSORS,
    seed: flags.SeedFlag = 0,
    workers: flags.WorkersFlag = 1,
    prove: flags.ProveFlag = False,
    strict: flags.StrictFlag = False,
    as_json: flags.JsonFlag = False,
    quiet: flags.QuietFlag = False,
    debug: flags.DebugFlag = False,
) -> int:
    """Compare what each option would take, over the same people."""
    import ltsched
    from ltsched.files.results.comparison_file import comparison_json
    from ltsched.options.adapt import options_beside

    screen = Screen(json=as_json, quiet=quiet)
    target = flags.results_folder(folder, out)
    pictures = flags.pictures_of(png=png, svg=svg)
    variations = _variations(first, last, every, number, sweep=sweep or bool(number or first or last or every))
    if variations and pictures:
        raise typer.BadParameter("a sweep has no pictures", param_hint="'--png'" if png else "'--svg'")
    review = ltsched.read_to_compare(folder, options or (), variations, today=today, results=target, strict=strict)
    screen.notices(review.notices)
    names = tuple(dict.fromkeys(options or ())) or options_beside(review)
    limits: dict[str, Any] = {
        "time_limit_seconds": time_limit,
        "seed": seed,
        "workers": workers,
        "prove": prove,
        "processes": processes,
    }
    if variations:
        return _sweep(review, variations, names, target, limits, screen)
    with watching(screen, "planning the options", len(names)) as done:
        comparison = ltsched.compare(review, names, **limits, on_done=lambda outcome: done(outcome.title))
    written = ltsched.write(comparison, target, pictures=pictures)
    if screen.json:
        screen.document_text(comparison_json(comparison))
        return ExitCode.DONE
    _show(comparison, screen)
    screen.written(target, written)
    return ExitCode.DONE


def _variations(
    first: date | None, last: date | None, every: Period | None, number: str | None, *, sweep: bool
) -> tuple[Variation, ...]:
    """Return what a sweep is over; nothing if none is asked for."""
    if not sweep:
        return ()
    if number and (first or last or every):
        text = "a sweep is over start dates or over the values of a number, not over both"
        raise typer.BadParameter(text, param_hint="'--set'")
    return number_variations(number) if number else start_variations(first, last, every or Period.WEEK)


def _sweep(
    review: Review,
    variations: tuple[Variation, ...],
    names: tuple[str, ...],
    target: Path,
    limits: dict[str, Any],
    screen: Screen,
) -> int:
    """Plan what an earlier run has not settled, show everything, and write it."""
    import ltsched
    from ltsched.cli.sweep import show_sweep, sweep_json
    from ltsched.files.results.sweep_file import SWEEP_FILE

    with watching(screen, "planning", len(variations) * len(names)) as done:

        def begin(settled: int, wanted: int) -> None:
            if settled:
                screen.tell(f"{settled} of {wanted} were settled by an earlier run")
                done("an earlier run", settled)

        swept = ltsched.sweep(
            review,
            variations,
            names,
            results=target,
            **limits,
            on_start=begin,
            on_done=lambda point: done(f"{point.label}, {point.option}"),
        )
    written = ltsched.write(swept, target)
    if screen.json:
        screen.document(sweep_json(swept))
    else:
        show_sweep(swept, screen)
        screen.written(target, (*written, target / SWEEP_FILE))
    if swept.left:
        screen.tell(f"stopped by you: {swept.left} are left; the same command goes on with them")
    return ExitCode.DONE


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
