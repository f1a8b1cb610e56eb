"""The events of a calendar, as icalendar reads them."""

from __future__ import annotations

from typing import Any

from icalendar import Calendar

__all__ = ["events_of"]


def events_of(data: bytes) -> list[Any]:
    """Return the events of the calendar in `data`: what a property of one is depends on its name."""
    return list(Calendar.from_ical(data).walk("VEVENT"))
