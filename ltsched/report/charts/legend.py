"""What the letters and signs of a chart mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ltsched.domain.option import Kind
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.report.charts.palette import Theme

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["LEGEND_LINE", "Sign", "draw_legend", "legend_lines"]

LEGEND_LINE = 16.0
A_LINE = 7
"""How many signs stand side by side."""


@dataclass(frozen=True, slots=True)
class Sign:
    """A letter on a colour (the name of one in a theme), and what it means; `hollow` as somebody's absence is."""

    letter: str
    colour: str
    words: str
    hollow: bool = False


def legend_lines(timetable: Timetable, *, missing: bool) -> list[tuple[Sign, ...]]:
    """Return the signs that a chart of `timetable` needs, by lines.

    Parameters
    ----------
    missing
        Whether absences are shown.
    """
    kinds = {booking.kind for booking in timetable.bookings}
    shown = [KIND_WORDS[kind] for kind in Kind if kind in kinds]
    signs = [Sign(kind.letter, kind.phase, kind.one) for kind in shown]
    signs += [Sign("×", "alert", "cannot come", hollow=True)] if missing else []
    return [tuple(signs[start : start + A_LINE]) for start in range(0, len(signs), A_LINE)]


def draw_legend(axes: Axes, lines: Sequence[Sequence[Sign]], width: float, theme: Theme) -> None:
    """Draw the signs into `axes`, whose x axis goes over `width` points."""
    from matplotlib.patches import Rectangle

    axes.set_xlim(0, width)
    for number, line in enumerate(lines):
        for place, sign in enumerate(line):
            left, middle = 4 + place * (width - 8) / A_LINE, (number + 0.5) * LEGEND_LINE
            colour = getattr(theme, sign.colour)
            box = Rectangle((left, middle - 5), 11, 10, edgecolor=colour, linewidth=1.0 if sign.hollow else 0.0)
            box.set_facecolor(theme.surface if sign.hollow else colour)
            axes.add_patch(box)
            ink = colour if sign.hollow else theme.on_bar
            centre = (left + 5.5, middle)
            axes.text(*centre, sign.letter, color=ink, fontsize=7, weight="bold", ha="center", va="center_baseline")
            axes.text(left + 16, middle, sign.words, color=theme.text, fontsize=8, va="center")
