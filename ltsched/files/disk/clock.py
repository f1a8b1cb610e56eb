"""The clock. Nothing else reads it, so that whatever depends on the day can be given the day."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["now"]


def now() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)
