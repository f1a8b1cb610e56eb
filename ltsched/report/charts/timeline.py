"""The axis of months that all charts share, with the deadline on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from ltsched.domain.words.wording import day_text
from ltsched.report.charts.drawing import POINTS
from ltsched.report.charts.lanes import day_number
from ltsched.report.charts.palette import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["HEAD", "deadline_line", "month_lines", "months_between"]

HEAD = 34.0
"""Points above the first row: the deadline, then the months."""

MONTHS_Y = 26.0
DEADLINE_Y = 10.0
STEPS = ((1, 15), (3, 45))
"""Up to 15 months each is named, up to 45 every third, and then every January."""

NARROW, NARROW_WITH_YEAR = 26.0, 52.0
"""Points: a month that has less has no room for its name, or for its name and the year."""


def months_between(first: date, last: date) -> Iterator[date]:
    """Yield the first days of the months in ``[first, last]``, and that of the month of `first`."""
    month = first.replace(day=1)
    while month <= last:
        yield month
        month = (month + timedelta(days=31)).replace(day=1)


def month_lines(axes: Axes, first: date, last: date, bottom: float, theme: Theme) -> None:
    """Draw a thin line where each month begins, down to `bottom`, with its name at the top."""
    months = list(months_between(first, last))
    for month in months:
        if month >= first:
            x = day_number(month)
            axes.plot([x, x], [HEAD - 4, bottom], color=theme.line, linewidth=0.6, zorder=1)
    step = next((step for step, most in STEPS if len(months) <= most), 12)
    named = [month for month in months if month.month % step == 1 % step]
    years: set[int] = set()
    whole = float(axes.get_window_extent().width) * POINTS / float(axes.figure.dpi)
    points_a_day = whole / (last - first).days
    for month, end in pairwise([*named, last]):
        start = max(month, first)
        room = (end - start).days * points_a_day
        if room >= (NARROW if month.year in years else NARROW_WITH_YEAR):
            name = f"{month:%b}" if month.year in years else f"{month:%b %Y}"
            years.add(month.year)
            axes.text(day_number(start), MONTHS_Y, f" {name}", color=theme.muted, fontsize=8, va="center")


def deadline_line(axes: Axes, day: date, bottom: float, theme: Theme) -> None:
    """Draw the deadline as a heavy dashed line down to `bottom`, with its day above it."""
    x = day_number(day)
    axes.plot(
        [x, x], [DEADLINE_Y + 6, bottom], color=theme.alert, linewidth=1.6, dashes=(5, 2.5), gid="deadline", zorder=4
    )
    left, right = axes.get_xlim()
    side = "left" if x - left < (right - left) * 0.15 else "right" if right - x < (right - left) * 0.15 else "center"
    text = f"Deadline {day_text(day)}"
    axes.text(x, DEADLINE_Y, text, color=theme.alert, fontsize=8.5, weight="bold", ha=side, va="center")
