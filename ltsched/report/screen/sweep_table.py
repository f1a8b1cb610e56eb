"""A sweep on a screen: a row for each variation, a column for each option."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from ltsched.domain.sweep import Point
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import harmless, unrepeated
from ltsched.report.screen.layout import bullets, cell, plain_table, section

__all__ = ["sweep_notes", "sweep_table", "sweep_title"]

NONE = "–"


def sweep_title(points: Sequence[Point]) -> str:
    """Return what the table shows, and the name of the number that is varied."""
    name = _name([point.label for point in points])
    by = f" by {harmless(name)}" if name else ""
    return f"Weeks from commissioning to the final report{by}, and working days late"


def _name(labels: Sequence[str]) -> str:
    """Return the name of a number that all labels begin with; empty where there is none, as with days."""
    names = {label.rpartition("=")[0] for label in labels}
    return names.pop() if len(names) == 1 else ""


def sweep_table(points: Sequence[Point], titles: Mapping[str, str]) -> Table:
    """Return the weeks from commissioning to the final report, with the working days late below.

    The name of a number that all labels begin with is left to the title: it is long.

    Parameters
    ----------
    points
        In the order of the rows.
    titles
        What each option is called, by its name, in the order of the columns.
    """
    by_place = {(point.label, point.option): point for point in points}
    heads = tuple(map(harmless, titles.values()))
    labels = unrepeated(point.label for point in points)
    name = _name(labels)
    table = plain_table("", *heads, numbers=heads)
    for label in labels:
        value = label.removeprefix(f"{name}=")
        table.add_row(cell(harmless(value)), *(_weeks(by_place.get((label, option))) for option in titles))
    return table


def _weeks(point: Point | None) -> Text:
    if point is None:
        return cell("")
    if point.elapsed_weeks is None:
        return cell("impossible" if point.status is Status.INFEASIBLE else "not found", "red")
    late = f"\n{point.days_late} late" if point.days_late else ""
    unsure = "" if point.status is Status.OPTIMAL else "?"
    return cell(f"{point.elapsed_weeks:.1f}{unsure}{late}", "yellow" if late or unsure else "")


def sweep_notes(points: Sequence[Point], titles: Mapping[str, str]) -> Group:
    """Return what is soonest and shortest of each option, and what the signs mean."""
    best = []
    for option, title in titles.items():
        own = [point for point in points if point.option == option and point.elapsed_weeks is not None]
        if own:
            shortest = min(own, key=lambda point: (point.elapsed_weeks or 0, point.label))
            best.append(harmless(f"{title}: {shortest.elapsed_weeks:.1f} weeks with {shortest.label}"))
    parts = [section("Shortest", bullets(best))] if best else []
    if any(point.status is Status.FEASIBLE for point in points):
        parts.append(Group(Text("? is the best found, and not proven.")))
    return Group(*parts)
