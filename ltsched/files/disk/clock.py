"""The clock. Nothing else reads it, so that whatever depends on the day can be given the day."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

__all__ = ["moment_on", "now"]


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def moment_on(day: date, zone: ZoneInfo) -> datetime:
    """Return the present moment if it lies on `day` in `zone`, else the beginning of that day there."""
    moment = now().astimezone(zone)
    return moment if moment.date() == day else datetime.combine(day, time(), zone)
