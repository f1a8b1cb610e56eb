"""The options side by side, as a chart over the months."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ltsched.domain.comparison import Comparison, Outcome
from ltsched.domain.stages.table import MISSED_ATTENDANCE
from ltsched.domain.words.wording import plural
from ltsched.report.charts.drawing import POINTS, drawing, panel
from ltsched.report.charts.lanes import day_number
from ltsched.report.charts.palette import Theme, ThemeName, theme_of
from ltsched.report.charts.rows import shortened
from ltsched.report.charts.timeline import HEAD, deadline_line, month_lines
from ltsched.report.words.status_words import STATUS_WORDS

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["comparison_chart"]

WIDTH, LABELS, RIGHT, ROW = 940.0, 120.0, 230.0, 30.0
"""Points: the whole, the names on the left, the numbers on the right, a row."""

LEAST_WIDTH = 4.0
"""Points: meetings that take a single day are drawn this wide."""


def comparison_chart(comparison: Comparison, theme: ThemeName = "light") -> Figure:
    """Return what each option would come to: from its first meeting to its last, then to the final report.

    A row for each option, with the ids ``meetings-<option>`` and ``report-<option>`` where there is a timetable; on
    the right how many people would miss something, and the staff hours.

    Parameters
    ----------
    theme
        ``light`` or ``dark``.
    """
    with drawing():
        return _figure(comparison, theme_of(theme))


def _figure(comparison: Comparison, theme: Theme) -> Figure:
    from matplotlib.figure import Figure

    first, last = _dates(comparison)
    end = HEAD + ROW * len(comparison.outcomes)
    height = end + 24
    figure = Figure(figsize=(WIDTH / POINTS, height / POINTS), facecolor=theme.surface)
    across = WIDTH - LABELS - RIGHT
    axes = panel(figure, LABELS, 0, across, height)
    axes.set_xlim(day_number(first), day_number(last))
    texts = panel(figure, 0, 0, WIDTH, height)
    texts.set_xlim(0, WIDTH)
    day_width = across / (last - first).days
    for number, outcome in enumerate(comparison.outcomes):
        top = HEAD + number * ROW
        if number % 2 == 0:
            axes.axhspan(top, top + ROW, color=theme.band, linewidth=0, zorder=0)
        _write(texts, outcome, top + ROW / 2, theme)
        _draw(axes, outcome, top + ROW / 2, LEAST_WIDTH / day_width, theme)
    month_lines(axes, first, last, end, theme)
    if comparison.deadline is not None:
        deadline_line(axes, comparison.deadline, end, theme)
    _legend(texts, end + 15, theme)
    return figure


def _dates(comparison: Comparison) -> tuple[date, date]:
    days = [comparison.commissioned, *(day for outcome in comparison.outcomes for day in _days(outcome))]
    days += [comparison.deadline] if comparison.deadline is not None else []
    first, last = min(days), max(days)
    return first - timedelta(days=2), last + timedelta(days=5 + (last - first).days // 30)


def _days(outcome: Outcome) -> Iterator[date]:
    days = (outcome.first_meeting, outcome.last_meeting, outcome.final_report)
    yield from (day for day in days if day is not None)


def _write(texts: Axes, outcome: Outcome, middle: float, theme: Theme) -> None:
    """Write the name on the left and the numbers on the right."""
    texts.text(4, middle, shortened(outcome.title, 18), color=theme.text, fontsize=9, weight="bold", va="center")
    timetable = outcome.timetable
    if timetable is None:
        said = STATUS_WORDS[outcome.status]
    else:
        missed = sum(len(booking.missing) for booking in timetable.bookings)
        said = f"{missed} missed attendances" if missed != 1 else "1 missed attendance"
        proven = next((stage.proven for stage in timetable.stages if stage.name == MISSED_ATTENDANCE), False)
        hours = f", {timetable.measures['staff_hours']:g} h" if "staff_hours" in timetable.measures else ""
        said = f"{said}{'' if proven else ' (not proven)'}{hours}"
        if outcome.days_late:
            said += f"\n{plural(outcome.days_late, 'working day')} late"
    colour = theme.alert if timetable is None or outcome.days_late else theme.text
    texts.text(WIDTH - RIGHT + 8, middle, said, color=colour, fontsize=8, va="center")


def _draw(axes: Axes, outcome: Outcome, middle: float, least: float, theme: Theme) -> None:
    from matplotlib.patches import Rectangle

    first, last, report = outcome.first_meeting, outcome.last_meeting, outcome.final_report
    if first is None or last is None:
        return
    start = day_number(first)
    width = max((last - first).days + 1, least)
    box = Rectangle((start, middle - 6), width, 12, facecolor=theme.conversations, linewidth=0, zorder=3)
    box.set_gid(f"meetings-{outcome.option}")
    axes.add_patch(box)
    if report is not None:
        x = day_number(report)
        axes.plot([start + width, x], [middle, middle], color=theme.report, linewidth=1.6, zorder=3)
        axes.plot([x], [middle], marker="D", markersize=7, color=theme.report, zorder=5, gid=f"report-{outcome.option}")


def _legend(texts: Axes, middle: float, theme: Theme) -> None:
    from matplotlib.patches import Rectangle

    texts.add_patch(Rectangle((LABELS, middle - 5), 18, 10, facecolor=theme.conversations, linewidth=0))
    texts.text(LABELS + 23, middle, "first meeting to last", color=theme.text, fontsize=8, va="center")
    left = LABELS + 160
    texts.plot([left, left + 20], [middle, middle], color=theme.report, linewidth=1.6)
    texts.plot([left + 20], [middle], marker="D", markersize=6, color=theme.report)
    texts.text(left + 30, middle, "writing, up to the final report", color=theme.text, fontsize=8, va="center")
