"""The timetable as a Gantt chart, by phase or by person."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

from ltsched.domain.review import Review
from ltsched.domain.timetable import Milestone, Timetable
from ltsched.domain.words.kind_words import Phase
from ltsched.report.charts.drawing import POINTS, drawing, panel
from ltsched.report.charts.lanes import Bar, BarRow, day_number, lanes
from ltsched.report.charts.legend import LEGEND_LINE, draw_legend, legend_lines
from ltsched.report.charts.palette import Theme, ThemeName, theme_of
from ltsched.report.charts.rows import rows_by_person, rows_by_phase, shortened
from ltsched.report.charts.timeline import HEAD, deadline_line, month_lines

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

__all__ = ["gantt"]

WIDTH, LABELS, RIGHT = 940.0, 190.0, 14.0
"""Points: the whole, the labels on the left, the margin on the right."""

LANE, BAR_HEIGHT, PADDING = 12.0, 10.0, 5.0
"""Points: a lane, the bar in it, and the room that a row has besides."""

MOST_TITLE = 40
"""Signs of the name of a milestone."""

BAR_WIDTH = 10.0
"""Points. Two hours would be a quarter of a point where a chart shows nine months. Each bar begins where its booking
does, and is drawn at least this wide, so that it can be seen and has room for its letter."""


def gantt(
    timetable: Timetable, review: Review, *, by: Literal["phase", "person"], theme: ThemeName = "light"
) -> Figure:
    """Return the timetable as a chart over the months, with milestones and the deadline.

    Parameters
    ----------
    timetable, review
        Everybody in the timetable must be known to the review.
    by
        ``phase``: a bar for each booking, with the id ``booking-3``. ``person``: a bar for each attendance
        (``booking-3-p07``), and a crossed one for each that is missed (``missing-3-p07``).
    theme
        ``light`` or ``dark``.
    """
    rows = rows_by_phase(timetable) if by == "phase" else rows_by_person(timetable, review)
    with drawing():
        return _figure(timetable, review, rows, theme_of(theme))


def _figure(timetable: Timetable, review: Review, rows: Sequence[BarRow], theme: Theme) -> Figure:
    from matplotlib.figure import Figure

    first, last = _dates(timetable, review)
    across = WIDTH - LABELS - RIGHT
    least = BAR_WIDTH * ((last - first).days) / across
    places = [lanes(row.bars, least) for row in rows]
    heights = [(max(place) + 1) * LANE + PADDING for place in places]
    milestones = timetable.milestones
    end = HEAD + sum(heights) + (len(milestones) * LANE + PADDING if milestones else 0)
    legend = legend_lines(timetable, missing=any(bar.missing for row in rows for bar in row.bars))
    height = end + 10 + len(legend) * LEGEND_LINE
    figure = Figure(figsize=(WIDTH / POINTS, height / POINTS), facecolor=theme.surface)
    axes = panel(figure, LABELS, 0, across, height)
    labels = panel(figure, 0, 0, LABELS, height)
    axes.set_xlim(day_number(first), day_number(last))
    labels.set_xlim(0, LABELS)
    top = HEAD
    for number, (row, place, high) in enumerate(zip(rows, places, heights, strict=True)):
        _ground((axes, labels), number, top, high, theme)
        labels.text(4, top + high / 2, row.label, color=theme.text, fontsize=8.5, va="center")
        for bar, lane in zip(row.bars, place, strict=True):
            _draw_bar(axes, bar, top + PADDING / 2 + lane * LANE, least, theme)
        top += high
    month_lines(axes, first, last, end, theme)
    if milestones:
        ground = _ground((axes, labels), len(rows), top, end - top, theme)
        labels.text(4, (top + end) / 2, Phase.REPORT.words, color=theme.text, fontsize=8.5, va="center")
        for lane, milestone in enumerate(milestones):
            _draw_milestone(axes, milestone, top + PADDING / 2 + (lane + 0.5) * LANE, ground, theme)
    if review.deadline is not None:
        deadline_line(axes, review.deadline, end, theme)
    draw_legend(panel(figure, 0, end + 10, WIDTH, len(legend) * LEGEND_LINE or 1), legend, WIDTH, theme)
    return figure


def _dates(timetable: Timetable, review: Review) -> tuple[date, date]:
    """Return the first and the last day of the axis, with some room on both sides."""
    days = [review.commissioned, *(booking.day for booking in timetable.bookings)]
    days += [milestone.date for milestone in timetable.milestones]
    days += [review.deadline] if review.deadline is not None else []
    first, last = min(days), max(days)
    room = 3 + (last - first).days // 40
    return first - timedelta(days=2), last + timedelta(days=room)


def _ground(panels: tuple[Axes, Axes], number: int, top: float, high: float, theme: Theme) -> str:
    """Shade every other row, and return the colour of this one."""
    if number % 2:
        return theme.surface
    for axes in panels:
        axes.axhspan(top, top + high, color=theme.band, linewidth=0, zorder=0)
    return theme.band


def _draw_bar(axes: Axes, bar: Bar, top: float, least: float, theme: Theme) -> None:
    from matplotlib.patches import Rectangle

    colour = getattr(theme, bar.phase)
    width = max(bar.end - bar.start, least)
    face, edge = (theme.surface, theme.alert) if bar.missing else (colour, colour)
    box = Rectangle((bar.start, top + (LANE - BAR_HEIGHT) / 2), width * 0.94, BAR_HEIGHT, zorder=3, gid=bar.name)
    box.set(facecolor=face, edgecolor=edge, linewidth=1.0 if bar.missing else 0.0)
    axes.add_patch(box)
    letter, ink = ("×", theme.alert) if bar.missing else (bar.letter, theme.on_bar)
    middle = (bar.start + width * 0.47, top + LANE / 2)
    axes.text(*middle, letter, color=ink, fontsize=7, weight="bold", ha="center", va="center_baseline", zorder=5)


def _draw_milestone(axes: Axes, milestone: Milestone, middle: float, ground: str, theme: Theme) -> None:
    """Draw a line from the top down to a diamond, with its name on the side where there is more room."""
    x = day_number(milestone.date)
    axes.plot([x, x], [HEAD - 4, middle], color=theme.report, linewidth=0.9, linestyle=":", zorder=2)
    axes.plot([x], [middle], marker="D", markersize=5.5, color=theme.report, zorder=5, gid=f"milestone-{milestone.id}")
    left, right = axes.get_xlim()
    away = 8 * (right - left) / (WIDTH - LABELS - RIGHT)
    before = x - left > right - x
    place, side = (x - away, "right") if before else (x + away, "left")
    text = f"{shortened(milestone.title, MOST_TITLE)}, {milestone.date.day} {milestone.date:%b}"
    # The ground behind the name keeps the line of the deadline out of it.
    box = {"facecolor": ground, "edgecolor": "none", "pad": 1.0}
    axes.text(place, middle, text, color=theme.text, fontsize=8, ha=side, va="center", zorder=5, bbox=box)
