"""Where the bars of a chart go: rows, and lanes within a row, so that no bar hides another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from ltsched.domain.words.kind_words import Phase

__all__ = ["Bar", "BarRow", "day_number", "lanes", "moment_number"]

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Bar:
    """A booking in a row.

    Parameters
    ----------
    name
        Its id in the picture: ``booking-3`` or ``booking-3-p07``, ``missing-3-p07``.
    start, end
        Days, as `moment_number` counts them; half-open.
    missing
        Whether it stands for somebody who cannot come.
    """

    name: str
    start: float
    end: float
    phase: Phase
    letter: str
    missing: bool = False


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row with its label and its bars, in the order of time."""

    label: str
    bars: tuple[Bar, ...]


def day_number(day: date) -> float:
    """Return the number of a day, counted from the year 1."""
    return float(day.toordinal())


def moment_number(moment: datetime) -> float:
    """Return the local time of a moment, in days: the number of its day and the share of the day that has passed."""
    return day_number(moment.date()) + (moment.hour * 60 + moment.minute) / MINUTES_A_DAY


def lanes(bars: Sequence[Bar], width: float) -> list[int]:
    """Return for each bar the first lane in which it touches none before it.

    Parameters
    ----------
    bars
        In the order of time.
    width
        The least width that a bar is drawn with, in days.
    """
    ends: list[float] = []
    found: list[int] = []
    for bar in bars:
        lane = next((lane for lane, end in enumerate(ends) if end <= bar.start), len(ends))
        ends[lane : lane + 1] = [max(bar.end, bar.start + width)]
        found.append(lane)
    return found
