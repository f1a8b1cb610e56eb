"""`ltsched compare --sweep`: how the duration answers to another start, or to other numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ltsched.cli.json_values import day_json

if TYPE_CHECKING:
    from ltsched.cli.screen import Screen
    from ltsched.domain.sweep import Point, Sweep

__all__ = ["show_sweep", "sweep_json"]


def show_sweep(swept: Sweep, screen: Screen) -> None:
    """Show what each option comes to in each variation."""
    import ltsched
    from ltsched.report.screen.rehearsal import rehearsal_lines
    from ltsched.report.screen.sweep_table import sweep_notes, sweep_table, sweep_title

    titles = {name: name if name.endswith(".toml") else ltsched.read_option(name).title for name in swept.options}
    screen.show(*rehearsal_lines(swept.review), sweep_title(swept.points), "")
    screen.show(sweep_table(swept.points, titles), "", sweep_notes(swept.points, titles))


def sweep_json(swept: Sweep) -> dict[str, Any]:
    """Return a sweep as JSON has it; a sweep that was stopped is not whole."""
    return {
        "reference": swept.review.reference,
        "today": day_json(swept.review.today),
        "rehearsal": swept.review.rehearsal,
        "whole": not swept.left,
        "points": [_point_json(point) for point in swept.points],
    }


def _point_json(point: Point) -> dict[str, Any]:
    names = ("label", "option", "status", "elapsed_weeks", "days_late", "missed", "staff_hours", "why")
    return {**{name: getattr(point, name) for name in names}, "final_report": day_json(point.final_report)}
