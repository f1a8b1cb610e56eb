"""When an entry ends, by its length or by a time where days are meant."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

from ltsched.files.calendars.syntax.values import ExactLength

__all__ = ["ONE_DAY", "ONE_MINUTE", "whole_days_end", "with_length"]

ONE_DAY = timedelta(days=1)
ONE_MINUTE = timedelta(minutes=1)


def with_length(start: date | datetime, length: timedelta) -> date | datetime:
    """Return `start` plus `length`: its days by the calendar, the rest by the clock, also where the clocks change.

    A day lasts at least a day, and a part of one is all of it.
    """
    if not isinstance(start, datetime):
        return start + ONE_DAY * max(1, -(-length // ONE_DAY)) if length >= timedelta() else start + length
    if isinstance(length, ExactLength):
        return (start.astimezone(UTC) + length).astimezone(start.tzinfo)
    moment = start + timedelta(days=length.days)
    rest = length - timedelta(days=length.days)
    return (moment.astimezone(UTC) + rest).astimezone(start.tzinfo) if rest else moment


def whole_days_end(end: datetime, home: tzinfo) -> date:
    """Return the first day after an entry of whole days that ends at a time.

    A midnight, local or in UTC, is the end of the day before; any other time lies within the last day.
    """
    in_utc = isinstance(end.tzinfo, timezone)
    local = end.astimezone(home) if in_utc else end
    if local.time() == time():
        return local.date()
    if in_utc and end.time() == time():
        return end.date()
    return local.date() + ONE_DAY
