"""Working days: Monday to Friday without the bank holidays of the region."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from datetime import date, timedelta

__all__ = ["WorkingDays"]

ONE_DAY = timedelta(days=1)
SATURDAY = 5


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Count and step in working days.

    Parameters
    ----------
    holidays
        The bank holidays. An empty set means that every Monday to Friday is worked.
    """

    holidays: frozenset[date] = frozenset()
    _off: tuple[date, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        weekdays = sorted(day for day in self.holidays if day.weekday() < SATURDAY)
        object.__setattr__(self, "_off", tuple(weekdays))

    def is_working(self, day: date) -> bool:
        """Return whether `day` is a working day."""
        return day.weekday() < SATURDAY and day not in self.holidays

    def on_or_after(self, day: date) -> date:
        """Return the first working day that is not before `day`."""
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def count(self, start: date, end: date) -> int:
        """Count the working days in ``[start, end)``; negative if `end` lies before `start`."""
        if end < start:
            return -self.count(end, start)
        weeks, rest = divmod((end - start).days, 7)
        first = start.weekday()
        # What is left of a week lies before its weekend, on it, or after it.
        weekdays = weeks * SATURDAY + max(0, min(rest, SATURDAY - first)) + max(0, first + rest - 7)
        return weekdays - (bisect_left(self._off, end) - bisect_left(self._off, start))

    def after(self, day: date, until: date) -> int:
        """Count the working days after `day` up to `until`, itself counted; 0 unless `until` is later.

        Formula: ``|{d : day < d ≤ until, d is a working day}|``. So a day is late by the working days after the
        deadline up to it, wherever the deadline lies; the other way round, that is what is left until the deadline.
        """
        return 0 if until <= day else self.count(day + ONE_DAY, until + ONE_DAY)

    def add(self, day: date, working_days: int) -> date:
        """Return the working day that is `working_days` (≥ 0) working days after `day`.

        Zero gives `day` itself, or the next working day where `day` is none. Counting starts on the day after `day`,
        as a notice of "ten working days" does.
        """
        if working_days == 0:
            return self.on_or_after(day)
        after = day + ONE_DAY
        day += timedelta(weeks=working_days // SATURDAY)  # no week has more
        working_days -= self.count(after, day + ONE_DAY)
        while working_days > 0:
            day += ONE_DAY
            working_days -= self.is_working(day)
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def between(self, start: date, end: date) -> list[date]:
        """List the working days in ``[start, end)``."""
        return [day for i in range((end - start).days) if self.is_working(day := start + timedelta(days=i))]
