"""The stretch of time in which the entries of a calendar matter."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ltsched.domain.spans import minute_after, minute_before

__all__ = ["CalendarWindow"]

ONE_MINUTE = timedelta(minutes=1)
ZONES_APART = timedelta(days=2)
"""No two local times of one moment differ by more."""


class CalendarWindow:
    """The days from which occurrences are read.

    Parameters
    ----------
    first, end
        ``[first, end)``, local days in `zone`.
    zone
        Where days and floating times are local.
    """

    def __init__(self, first: date, end: date, zone: ZoneInfo) -> None:
        self.zone = zone
        start, stop = datetime.combine(first, time()), datetime.combine(end, time())
        self.around = (start - ZONES_APART, stop + ZONES_APART)
        """The window in whatever local time, and a little more."""
        self._days = (self.around[0].date(), self.around[1].date())
        self._minutes = (minute_before(start.replace(tzinfo=zone)), minute_after(stop.replace(tzinfo=zone)))

    def span(self, start: date | datetime, end: date | datetime, *, empty: bool = False) -> tuple[int, int] | None:
        """Return ``[start, end)`` in minutes since the epoch; None if it takes no time or does not touch the window.

        Days are local in `zone`; times carry theirs. What reaches far beyond the window is cut there. With `empty`, a
        moment that takes no time is one, too.
        """
        begins, ends = self._moment(start), self._moment(end)
        first, last = minute_before(begins), minute_after(ends)
        if last <= first and begins.tzinfo is ends.tzinfo:  # in an hour that the clocks leave out
            last = max(last, first + (ends - begins) // ONE_MINUTE)
        low, high = self._minutes
        if first == last and empty:
            return (first, last) if low <= first < high else None
        return (first, last) if first < last and first < high and low < last else None

    def is_after(self, start: date | datetime) -> bool:
        """Return whether `start` lies at the end of the window or later."""
        return minute_before(self._moment(start)) >= self._minutes[1]

    def _moment(self, moment: date | datetime) -> datetime:
        early, late = self.around
        if isinstance(moment, datetime):
            if self._days[0] < moment.date() < self._days[1]:  # most of them
                return moment
            local, zone = moment.replace(tzinfo=None), moment.tzinfo
        else:
            local, zone = datetime.combine(moment, time()), self.zone
        # The year 9999 has no moment in UTC, so what lies far off is cut before it is converted.
        return max(early, min(late, local)).replace(tzinfo=zone)
