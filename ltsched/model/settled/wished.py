"""The starts within the windows that people wish for."""

from __future__ import annotations

from ltsched.domain.activities import Activity
from ltsched.domain.settled import WishedWindow
from ltsched.domain.timegrid import TimeGrid

__all__ = ["wished_bits"]

MINUTES_AN_HOUR = 60


def wished_bits(activity: Activity, grid: TimeGrid) -> int:
    """Return the starts at which all of `activity` lies in one of each group of its windows; all without windows."""
    found = (1 << grid.slots) - 1
    for group in activity.windows:
        within = 0
        for window in group:
            within |= _starts(window, activity.minutes, grid)
        found &= within
    return found


def _starts(window: WishedWindow, minutes: int, grid: TimeGrid) -> int:
    opens = 0 if window.opens is None else window.opens.hour * MINUTES_AN_HOUR + window.opens.minute
    low = max(0, -(-(opens - grid.opens_minutes) // grid.slot_minutes))
    high = grid.slots_a_day
    if window.closes is not None:
        latest = window.closes.hour * MINUTES_AN_HOUR + window.closes.minute - minutes
        high = min(high, (latest - grid.opens_minutes) // grid.slot_minutes + 1)
    if low >= high:
        return 0
    of_a_day = ((1 << (high - low)) - 1) << low
    found = 0
    for index, day in enumerate(grid.days):
        on_it = not window.weekdays or day.weekday() in window.weekdays
        begun = window.first is None or window.first <= day
        ended = window.last is not None and window.last < day
        if on_it and begun and not ended:
            found |= of_a_day << (index * grid.slots_a_day)
    return found
