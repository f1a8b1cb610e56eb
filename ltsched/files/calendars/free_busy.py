"""The periods of a free/busy table, a VFREEBUSY."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, datetime, timedelta

from ltsched.domain.availability import Level
from ltsched.files.calendars.entry.ends import ONE_DAY, with_length
from ltsched.files.calendars.syntax.doubts import Doubt
from ltsched.files.calendars.syntax.moments import Moments, Place, stands_there
from ltsched.files.calendars.syntax.parts import CalendarPart
from ltsched.files.calendars.syntax.properties import Property, read_property
from ltsched.files.calendars.syntax.values import day_in, parse_period

__all__ = ["read_periods"]

Period = tuple[datetime, datetime]
LEVELS = {"FREE": Level.FREE, "BUSY-TENTATIVE": Level.IF_NEEDED}


def read_periods(part: CalendarPart, place: Place) -> tuple[list[tuple[Level, Period]], list[Doubt]]:
    """Return the periods of a VFREEBUSY that are not free, and the doubts about those that are not understood."""
    found: list[tuple[Level, Period]] = []
    moments = Moments(part, place, [])
    for line in part.lines:
        prop = read_property(line, is_date=True)
        if prop is None or prop.name != "FREEBUSY":
            continue
        level = LEVELS.get(prop.params.get("FBTYPE", "BUSY").upper(), Level.BUSY)
        if level is not Level.FREE:
            found += [(level, period) for period in _periods(prop, moments)]
    return found, moments.doubts


def _periods(prop: Property, moments: Moments) -> Iterator[Period]:
    for text in filter(None, (each.strip() for each in prop.value.split(","))):
        period = _period(text, prop, moments)
        if period is not None:
            yield period
            continue
        day = day_in(text)
        if day is None or day.year == MAXYEAR:
            moments.doubt("FREEBUSY", stands_there(text), "nothing is known of its time")
        else:
            assumed = "all of that day is taken as busy"
            moments.doubt("FREEBUSY", stands_there(text), assumed, day)
            midnight = datetime(day.year, day.month, day.day, tzinfo=moments.place.zone)
            yield midnight, midnight + ONE_DAY


def _period(text: str, prop: Property, moments: Moments) -> Period | None:
    """Return the period that `text` says; None if that is none, or one beyond the end of time."""
    try:
        period = parse_period(text)
        if period is None:
            return None
        start = moments.time(period[0], prop)
        end = period[1]
        last = with_length(start, end) if isinstance(end, timedelta) else moments.time(end, prop)
        return (start, last) if isinstance(last, datetime) and last >= start else None
    except (ValueError, OverflowError):
        return None
