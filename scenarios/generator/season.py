"""The season of a scenario: the dates its diaries cover, and what everybody's diary has in common."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = ["ENGLISH_BANK_HOLIDAYS", "SCHOOL_BREAKS", "Dates", "Season"]

Dates = tuple[date, date]
"""The first and the last day of a stretch, both included."""

# Written out, so that the scenarios stay the same whatever a later holidays package says.
ENGLISH_BANK_HOLIDAYS = frozenset(
    {
        date(2027, 1, 1),
        date(2027, 3, 26),
        date(2027, 3, 29),
        date(2027, 5, 3),
        date(2027, 5, 31),
        date(2027, 8, 30),
        date(2027, 12, 27),
        date(2027, 12, 28),
        date(2028, 1, 3),
        date(2028, 4, 14),
        date(2028, 4, 17),
        date(2028, 5, 1),
        date(2028, 5, 29),
    }
)

SCHOOL_BREAKS: tuple[Dates, ...] = (
    (date(2027, 2, 15), date(2027, 2, 19)),
    (date(2027, 3, 25), date(2027, 4, 9)),
    (date(2027, 5, 31), date(2027, 6, 4)),
    (date(2027, 7, 22), date(2027, 9, 2)),
    (date(2027, 10, 25), date(2027, 10, 29)),
    (date(2027, 12, 20), date(2028, 1, 3)),
    (date(2028, 2, 14), date(2028, 2, 18)),
    (date(2028, 4, 3), date(2028, 4, 14)),
)


@dataclass(frozen=True, slots=True)
class Season:
    """What the diaries of one scenario have in common.

    Parameters
    ----------
    first, end
        The diaries cover ``[first, end)``.
    load
        How full each weekday is, Monday to Friday: 1 is usual. A partnership keeps one or two days of the week
        lighter, so that its agencies can meet at all.
    cleared
        Weeks that the people of the review were asked to keep clear.
    cleared_share
        The share (0 to 1) of people who did, besides the lead reviewers and the essential ones, who all do.
    cleared_leak
        The share (0 to 1) of day-to-day meetings that come up in such a week nevertheless.
    leave_months
        Months in which leave is taken, with more weight the more often one is named.
    """

    first: date
    end: date
    load: tuple[float, float, float, float, float] = (1.3, 1.3, 0.9, 0.4, 0.9)
    cleared: tuple[Dates, ...] = ()
    cleared_share: float = 0.0
    cleared_leak: float = 0.3
    leave_months: tuple[int, ...] = (2, 4, 5, 7, 8, 8, 10, 12)

    def days(self) -> Iterator[date]:
        """Yield every day of the season."""
        for number in range((self.end - self.first).days):
            yield self.first + timedelta(days=number)

    def working_days(self) -> Iterator[date]:
        """Yield its Mondays to Fridays that are no bank holidays."""
        for day in self.days():
            if day.weekday() < 5 and day not in ENGLISH_BANK_HOLIDAYS:
                yield day

    def is_cleared(self, day: date) -> bool:
        """Return whether `day` lies in a week that was to be kept clear."""
        return any(first <= day <= last for first, last in self.cleared)
