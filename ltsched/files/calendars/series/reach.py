"""Whether an entry can take time in the months of a review."""

from __future__ import annotations

from datetime import datetime, time

from ltsched.files.calendars.entry.entries import Entry
from ltsched.files.calendars.series.window import CalendarWindow
from ltsched.files.calendars.syntax.values import until_of

__all__ = ["reaches"]


def reaches(entry: Entry, window: CalendarWindow) -> bool:
    """Return whether an entry may take time in the window, as far as it is understood."""
    if window.span(entry.start, max(entry.end, entry.start), empty=True) is not None:
        return True
    if entry.more:
        return True
    if window.is_after(entry.start):
        return False
    return entry.vague or any(_may_reach(text, window) for text in entry.rules)


def _may_reach(rule: str, window: CalendarWindow) -> bool:
    until = until_of(rule)
    if until is None:
        return True
    local = until.replace(tzinfo=None) if isinstance(until, datetime) else datetime.combine(until, time.max)
    return bool(local >= window.around[0])
