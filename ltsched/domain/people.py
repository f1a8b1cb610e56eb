"""People, the hours they work, and rooms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from ltsched.domain.spans import Spans, minute_after, minute_before

__all__ = ["OFFICE_HOURS", "Person", "Role", "Room", "WorkingHours", "hours_of_all"]

MINUTES_A_DAY = 24 * 60


class Role(StrEnum):
    """What somebody is in the review."""

    LEAD_REVIEWER = "lead-reviewer"
    REVIEW_TEAM = "review-team"
    CASE_GROUP = "case-group"
    FAMILY = "family"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"

    @property
    def words(self) -> str:
        """What it is called."""
        return self.replace("-", " ")


@dataclass(frozen=True, slots=True)
class WorkingHours:
    """A weekly pattern of work.

    Parameters
    ----------
    hours
        Triples ``(weekday, start_minutes, end_minutes)``: Monday is 0, minutes count from local midnight, half-open.
    """

    hours: tuple[tuple[int, int, int], ...]

    def on(self, day: date, zone: ZoneInfo) -> list[tuple[int, int]]:
        """Return the minutes (since the epoch, UTC) worked on `day`, as pairs; bank holidays are not known here."""
        return [
            (minute_after(_at(day, start, zone)), minute_before(_at(day, end, zone)))
            for weekday, start, end in self.hours
            if weekday == day.weekday()
        ]

    def spans(self, days: list[date], zone: ZoneInfo) -> Spans:
        """Return the time worked on `days`."""
        return Spans.of(pair for day in days for pair in self.on(day, zone))


def _at(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    days, minutes = divmod(minutes, MINUTES_A_DAY)
    return datetime.combine(day + timedelta(days=days), time(minutes // 60, minutes % 60), zone)


def hours_of_all(hours: Iterable[WorkingHours], days: Iterable[date], zone: ZoneInfo) -> Spans:
    """Return for each day the time from when the first of all begins to when the last one ends.

    Where nobody works, it is 9:00 to 17:00. Days are local to `zone`.
    """
    patterns = set(hours)
    spans = []
    for day in days:
        worked = [pair for works in patterns for pair in works.on(day, zone)]
        if worked:
            spans.append((min(start for start, _ in worked), max(end for _, end in worked)))
        else:
            spans.append((minute_after(_at(day, 9 * 60, zone)), minute_before(_at(day, 17 * 60, zone))))
    return Spans.of(spans)


OFFICE_HOURS = WorkingHours(tuple((weekday, 9 * 60, 17 * 60) for weekday in range(5)))
"""Monday to Friday, 9:00 to 17:00: what an empty cell means."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who takes part.

    Parameters
    ----------
    id
        Short and safe in a file name: letters, digits, ``-`` and ``_``.
    roles
        One or more; in the order of the file.
    agency
        The organisation; empty for family members and for lead reviewers who are independent of all.
    works
        The weekly hours.
    essential
        A must at the joint meetings.
    conversation_rank
        The rank among the key staff, 1 first; None for no conversation.
    line_manager
        The id of this person's line manager, or None.
    """

    id: str
    name: str
    email: str
    roles: tuple[Role, ...]
    agency: str = ""
    works: WorkingHours = OFFICE_HOURS
    essential: bool = False
    conversation_rank: int | None = None
    line_manager: str | None = None
    notes: str = ""

    @property
    def role_words(self) -> str:
        """What the roles are called, separated by commas."""
        return ", ".join(role.words for role in self.roles)

    def has(self, role: Role) -> bool:
        """Return whether this person has `role`."""
        return role in self.roles


@dataclass(frozen=True, slots=True)
class Room:
    """A room that meetings can be held in; `capacity` counts seats."""

    id: str
    name: str
    capacity: int
