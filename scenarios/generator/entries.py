"""Entries of a diary, before they become a calendar file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

__all__ = ["Entry", "ShowsAs"]


class ShowsAs(StrEnum):
    """What an entry does to the time it takes, in the words of an office calendar."""

    BUSY = "busy"
    TENTATIVE = "tentative"
    FREE = "free"
    AWAY = "away"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; a repeating one stands for all its occurrences.

    Parameters
    ----------
    summary
        What the calendar shows.
    start, end
        Local times without a zone, half-open; two dates for whole days, `end` being the day after.
    shows_as
        What it does to the time.
    repeat
        The parts of a repetition (``freq``, ``interval``, ``byday``), empty for a single entry.
    until
        The last day of a repetition.
    skipped
        Starts of occurrences that do not take place.
    moved
        Starts of occurrences that were moved, with their new starts.
    """

    summary: str
    start: datetime | date
    end: datetime | date
    shows_as: ShowsAs = ShowsAs.BUSY
    repeat: Mapping[str, str | int | list[str]] = field(default_factory=dict)
    until: date | None = None
    skipped: tuple[datetime, ...] = ()
    moved: tuple[tuple[datetime, datetime], ...] = ()

    @property
    def length(self) -> timedelta:
        """How long it takes; whole days count 24 hours."""
        if isinstance(self.start, datetime) and isinstance(self.end, datetime):
            return self.end - self.start
        return timedelta(days=self.end.toordinal() - self.start.toordinal())
