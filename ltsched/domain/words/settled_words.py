"""Words for what people have settled by hand."""

from __future__ import annotations

from datetime import datetime

from ltsched.domain.settled import WishedWindow
from ltsched.domain.words.wording import day_text

__all__ = ["WEEKDAYS", "moment_text", "window_text"]

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def moment_text(moment: datetime) -> str:
    """Return a local time: ``Mon 12 Apr 2027, 10:00``."""
    return f"{day_text(moment.date())}, {moment:%H:%M}"


def window_text(window: WishedWindow) -> str:
    """Return when a window is: ``on Mon or Wed, 10:00–16:00, from Mon 3 May 2027``."""
    parts = []
    if window.weekdays:
        *others, last = (WEEKDAYS[day] for day in sorted(window.weekdays))
        parts.append(f"on {', '.join(others)} or {last}" if others else f"on {last}")
    if window.opens is not None or window.closes is not None:
        opens = "00:00" if window.opens is None else f"{window.opens:%H:%M}"
        closes = "24:00" if window.closes is None else f"{window.closes:%H:%M}"
        parts.append(f"{opens}–{closes}")
    days = [f"from {day_text(window.first)}"] if window.first is not None else []
    days += [f"until {day_text(window.last)}"] if window.last is not None else []
    return ", ".join([*parts, " ".join(days)] if days else parts)
