"""What an earlier report costs, as a chart over the months: a staircase of points for each frontier."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ltsched.domain.living.tradeoffs import Frontier, FrontierPoint, Tradeoffs
from ltsched.domain.words.tradeoff_words import amount, earlier, frontier_title
from ltsched.domain.words.wording import day_text, plural
from ltsched.report.charts.drawing import POINTS, drawing, panel
from ltsched.report.charts.lanes import day_number
from ltsched.report.charts.palette import Theme, ThemeName, theme_of
from ltsched.report.charts.timeline import HEAD, deadline_line, month_lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["tradeoffs_chart"]

WIDTH, LABELS, RIGHT, ROW, TITLE = 940.0, 120.0, 250.0, 30.0, 26.0
"""Points: the whole, the costs on the left, the dates on the right, a point, the heading of a frontier."""


def tradeoffs_chart(tradeoffs: Tradeoffs, theme: ThemeName = "light") -> Figure:
    """Return the points of each frontier: what is given up on the left, the day of the report over the months.

    A row for each point, with the id ``report-<stage>-<number>``; points without a final report are left out.

    Parameters
    ----------
    theme
        ``light`` or ``dark``.
    """
    with drawing():
        return _figure(tradeoffs, theme_of(theme))


def _figure(tradeoffs: Tradeoffs, theme: Theme) -> Figure:
    from matplotlib.figure import Figure

    first, last = _dates(tradeoffs)
    rows = sum(TITLE + ROW * len(frontier.points) for frontier in tradeoffs.frontiers)
    end = HEAD + rows
    figure = Figure(figsize=(WIDTH / POINTS, (end + 8) / POINTS), facecolor=theme.surface)
    axes = panel(figure, LABELS, 0, WIDTH - LABELS - RIGHT, end + 8)
    axes.set_xlim(day_number(first), day_number(last))
    texts = panel(figure, 0, 0, WIDTH, end + 8)
    texts.set_xlim(0, WIDTH)
    top = HEAD
    for frontier in tradeoffs.frontiers:
        texts.text(
            4,
            top + TITLE / 2,
            frontier_title(frontier.traded),
            color=theme.text,
            fontsize=9,
            weight="bold",
            va="center",
            bbox={"facecolor": theme.surface, "edgecolor": "none", "pad": 1},
        )
        top += TITLE
        _draw(axes, frontier.points, top, theme)
        for number, point in enumerate(frontier.points):
            if number % 2 == 0:
                axes.axhspan(top, top + ROW, color=theme.band, linewidth=0, zorder=0)
            _write(texts, frontier, number, point, top + ROW / 2, theme)
            top += ROW
    month_lines(axes, first, last, end, theme)
    if tradeoffs.deadline is not None:
        deadline_line(axes, tradeoffs.deadline, end, theme)
    return figure


def _dates(tradeoffs: Tradeoffs) -> tuple[date, date]:
    """Return the first and the last day of the axis: the reports and the deadline, with some air."""
    reports = [point.final_report for frontier in tradeoffs.frontiers for point in frontier.points]
    days = [day for day in (*reports, tradeoffs.deadline) if day is not None] or [tradeoffs.commissioned]
    first, last = min(days), max(days)
    air = timedelta(days=max(14, (last - first).days // 8))
    return first - air, last + air


def _write(texts: Axes, frontier: Frontier, number: int, point: FrontierPoint, middle: float, theme: Theme) -> None:
    texts.text(12, middle, amount(point.traded, point.value), color=theme.text, fontsize=9, va="center")
    said = "no final report" if point.final_report is None else day_text(point.final_report)
    if number:
        said += f": {earlier(frontier, number)} earlier"
    said += "" if point.proven else " (not proven)"
    if point.late_days:
        said += f"\n{plural(point.late_days, 'working day')} late"
    colour = theme.alert if point.late_days else theme.text
    texts.text(WIDTH - RIGHT + 8, middle, said, color=colour, fontsize=8, va="center")


def _draw(axes: Axes, points: Sequence[FrontierPoint], top: float, theme: Theme) -> None:
    """Draw a diamond at each report, with stairs from each to the next."""
    before: tuple[float, float] | None = None
    for number, point in enumerate(points):
        if point.final_report is None:
            continue
        x, y = day_number(point.final_report), top + number * ROW + ROW / 2
        if before is not None:
            left, upper = before
            axes.plot([left, left, x], [upper, y, y], color=theme.report, linewidth=1.2, zorder=3)
        gid = f"report-{point.traded.replace(' ', '-')}-{number + 1}"
        axes.plot([x], [y], marker="D", markersize=7, color=theme.report, zorder=5, gid=gid)
        before = (x, y)
