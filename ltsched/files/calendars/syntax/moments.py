"""The days and times of an entry, each put into its zone; what is not understood of them is in doubt."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from ltsched.files.calendars.syntax.doubts import Doubt
from ltsched.files.calendars.syntax.parts import CalendarPart
from ltsched.files.calendars.syntax.properties import Property
from ltsched.files.calendars.syntax.values import Moment, parse_length, parse_moment
from ltsched.files.calendars.syntax.zones import CalendarZones

__all__ = ["Moments", "Place", "stands_there"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the local times of an entry are.

    Parameters
    ----------
    zones
        The time zones of the file.
    zone
        The zone of the review, for times without one.
    """

    zones: CalendarZones
    zone: ZoneInfo


@dataclass(slots=True)
class Moments:
    """Reads the days and times of one part of a calendar, and takes down what is in doubt.

    `vague` is whether the part may be at other times than those that are known.
    """

    part: CalendarPart
    place: Place
    doubts: list[Doubt]
    vague: bool = False
    home: tzinfo = field(init=False)

    def __post_init__(self) -> None:
        self.home = self.place.zones.home(self.part.calendar)

    def doubt(self, where: str, found: str, assumed: str, day: date | None = None) -> None:
        """Take down what is in doubt; `day` is that of a day or a time."""
        on = day.date() if isinstance(day, datetime) else day
        self.doubts.append(Doubt(where, found, assumed, self.part.line, on))

    def moment(self, prop: Property) -> Moment | None:
        """Return the day or the time that a property says, with its zone; None if it says none."""
        try:
            return self.placed(parse_moment(prop.value), prop)
        except (ValueError, OverflowError):
            return None

    def placed(self, moment: Moment, prop: Property) -> Moment:
        """Give a time its zone: its own (UTC), the one that the property names, or that of the review."""
        if not isinstance(moment, datetime):
            return moment
        if prop.params.get("VALUE", "").upper() == "DATE" and moment.time() == time():
            return moment.date()
        return self.time(moment, prop)

    def time(self, moment: datetime, prop: Property) -> datetime:
        """Give a time its zone, also where a day would do."""
        if moment.tzinfo is not None:
            return moment
        name = prop.params.get("TZID", "")
        if not name:
            return moment.replace(tzinfo=self.place.zone)
        zone, doubt = self.place.zones.find(name, self.part.calendar)
        if doubt is not None:
            self.doubts.append(replace(doubt, line=self.part.line, day=moment.date()))
        return moment.replace(tzinfo=zone)

    def length(self, prop: Property) -> timedelta | None:
        """Return a length of time; None if it is none."""
        try:
            return parse_length(prop.value)
        except ValueError:
            return None


def stands_there(text: str) -> str:
    """Say what stands where something else was expected."""
    return f"found {text.strip()[:40] or 'nothing'}"
