"""A time zone that is worked out from rules, made quick."""

from __future__ import annotations

from calendar import isleap
from datetime import date, datetime, time, timedelta, tzinfo

__all__ = ["RememberedZone"]

ONE_MINUTE = timedelta(minutes=1)
LONGEST_GAP = timedelta(hours=3)
LAST_YEARS = range(2072, 2100)
"""Weekdays and leap years come round again after them."""


class RememberedZone(tzinfo):
    """A zone that remembers the offset of each day: working it out from rules takes a millisecond each time."""

    def __init__(self, zone: tzinfo) -> None:
        self._zone = zone
        self._offsets: dict[date, timedelta | None] = {}

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return the offset of a local time; of one that the clocks leave out, that of before (RFC 5545, 3.3.5)."""
        if moment is None:
            return None
        moment = _soon(moment).replace(tzinfo=None)
        day = moment.date()
        if day not in self._offsets:
            evening = datetime.combine(day, time.min) - (ONE_MINUTE if day > date.min else timedelta())
            first, last = (self._zone.utcoffset(each) for each in (evening, datetime.combine(day, time.max)))
            self._offsets[day] = first if first == last else None
        known = self._offsets[day]
        return self._on_a_change(moment) if known is None else known

    def _on_a_change(self, moment: datetime) -> timedelta | None:
        offset = self._zone.utcoffset(moment)
        before = self._zone.utcoffset(moment - LONGEST_GAP)
        if offset is None or before is None or moment.fold:
            return offset
        back = self._zone.fromutc((moment - offset).replace(tzinfo=self._zone))
        return offset if back.replace(tzinfo=None, fold=0) == moment else before

    def dst(self, moment: datetime | None) -> timedelta | None:
        """Return what is known of daylight saving time: nothing, as nobody asks."""
        return timedelta(0)

    def tzname(self, moment: datetime | None) -> str:
        """Return a name to show."""
        return "own zone"

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local time of a moment in UTC."""
        soon = _soon(moment).replace(tzinfo=self._zone)
        local = self._zone.fromutc(soon)
        return (moment + (local.replace(tzinfo=None) - soon.replace(tzinfo=None))).replace(fold=local.fold)


def _soon(moment: datetime) -> datetime:
    """Return `moment`, or if it is far off the same in a year like that one.

    The rules of a zone are worked out year by year: up to the year 9999 that takes half a second.
    """
    if moment.year <= LAST_YEARS[-1]:
        return moment
    first, leap = date(moment.year, 1, 1).weekday(), isleap(moment.year)
    like = (year for year in LAST_YEARS if isleap(year) == leap and date(year, 1, 1).weekday() == first)
    return moment.replace(year=next(like))
