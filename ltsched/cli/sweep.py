"""`ltsched compare --sweep`: how the duration answers to another start, or to other numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from ltsched.cli.exit_codes import ExitCode
from ltsched.cli.screen import Screen
from ltsched.cli.watching import watching
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.sweep import Point, Variation
from ltsched.domain.words.wording import plural

if TYPE_CHECKING:
    from ltsched.solve.many.compare import Limits

__all__ = ["Sweep", "run_sweep"]


@dataclass(frozen=True, slots=True)
class Sweep:
    """What is asked of a sweep; no options means all that are shipped, and the review's own.

    `today` None means that of review.toml, or else the clock's.
    """

    folder: Path
    results: Path
    variations: tuple[Variation, ...]
    options: tuple[str, ...]
    limits: Limits
    processes: int
    strict: bool = False
    today: date | None = None


def run_sweep(asked: Sweep, screen: Screen) -> int:
    """Plan what has not been settled by an earlier run, show everything, and write it.

    Two runs into one folder are one after the other, or each would plan what the other has settled.
    """
    from ltsched.files.disk.one_writer import one_writer
    from ltsched.files.results.sweep_file import SWEEP_FILE

    with one_writer(asked.results / SWEEP_FILE):
        return _run(asked, screen)


def _run(asked: Sweep, screen: Screen) -> int:
    from ltsched.files.disk import clock
    from ltsched.files.disk.far_reading import read_far_enough
    from ltsched.files.disk.fingerprint import fingerprint
    from ltsched.files.results.sweep_file import SWEEP_FILE, SweepFile
    from ltsched.files.results.sweep_tables import write_sweep
    from ltsched.files.review.when import When, last_results
    from ltsched.report.screen.rehearsal import rehearsal_lines
    from ltsched.solve.many.sweep import sweep

    when = When(asked.today, clock.now(), last_results(asked.folder, asked.results))
    review, names = read_far_enough(asked.folder, asked.options, asked.variations, strict=asked.strict, when=when)
    _require_people(asked.variations, review)
    screen.warn(notice.text for notice in review.notices)
    # Until the first of the starts, no day of planning is other than the one before.
    begun = review.today if review.today is not None and review.today >= _first_start(asked, review) else None
    file = SweepFile(asked.results / SWEEP_FILE, fingerprint(asked.folder, asked.limits, begun, review.over))
    settled = {(point.label, point.option): point for point in file.points()}
    wanted = [(variation.label, name) for variation in asked.variations for name in names]
    known = [key for key in wanted if key in settled]
    if known:
        screen.tell(f"{len(known)} of {len(wanted)} were settled by an earlier run")
    file.start(tuple(settled.values()))
    with watching(screen, "planning", len(wanted), len(known)) as done:
        for point in sweep(
            review, asked.variations, names, limits=asked.limits, processes=asked.processes, known=known
        ):
            file.add(point)
            settled[point.label, point.option] = point
            done(f"{point.label}, {point.option}")
    points = [settled[key] for key in wanted if key in settled]
    written = write_sweep(asked.results, points, review)
    if screen.json:
        screen.document(
            {
                "reference": review.reference,
                "today": review.today.isoformat() if review.today else None,
                "rehearsal": review.rehearsal,
                "whole": len(points) == len(wanted),
                "points": list(map(_json, points)),
            }
        )
    else:
        screen.show(*rehearsal_lines(review))
        _show(points, names, screen)
        screen.show_line(f"Written to {asked.results}: {', '.join(path.name for path in written)}, {SWEEP_FILE}")
    if len(points) < len(wanted):
        screen.tell(f"stopped by you: {len(wanted) - len(points)} are left; the same command goes on with them")
    return ExitCode.DONE


def _first_start(asked: Sweep, review: Review) -> date:
    return min(variation.commissioned or review.commissioned for variation in asked.variations)


def _require_people(variations: Sequence[Variation], review: Review) -> None:
    """Refuse more conversations than there are people to hold them with."""
    most, there = max(variation.conversations or 0 for variation in variations), len(review.with_role(Role.CASE_GROUP))
    if most > there:
        text = f"conversations cannot be {most}; the case group has {plural(there, 'person', 'people')}"
        raise typer.BadParameter(text, param_hint="'--set'")


def _show(points: Sequence[Point], options: Sequence[str], screen: Screen) -> None:
    from ltsched.cli.options import read_plain_option
    from ltsched.report.screen.sweep_table import sweep_notes, sweep_table, sweep_title

    titles = {name: name if name.endswith(".toml") else read_plain_option(name).title for name in options}
    screen.show(sweep_title(points), "")
    screen.show(sweep_table(points, titles), "", sweep_notes(points, titles))


def _json(point: Point) -> dict[str, Any]:
    names = ("label", "option", "status", "elapsed_weeks", "days_late", "missed", "staff_hours", "why")
    day = point.final_report.isoformat() if point.final_report else None
    return {**{name: getattr(point, name) for name in names}, "final_report": day}
