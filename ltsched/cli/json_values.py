"""Values of the library as JSON has them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ltsched.errors import Mistake

__all__ = ["day_json", "mistakes_json", "span_json"]


def day_json(day: date | None) -> str | None:
    """Return ``2027-02-15``; None for no day."""
    return None if day is None else day.isoformat()


def span_json(start: datetime, end: datetime) -> dict[str, str]:
    """Return `start` and `end` with the offset of their zone, to the minute."""
    return {"start": start.isoformat(timespec="minutes"), "end": end.isoformat(timespec="minutes")}


def mistakes_json(mistakes: Iterable[Mistake]) -> list[dict[str, Any]]:
    """Return mistakes with all that is known of each."""
    keys = ("path", "line", "where", "found", "expected", "hint")
    return [{key: getattr(mistake, key) for key in keys} for mistake in mistakes]
