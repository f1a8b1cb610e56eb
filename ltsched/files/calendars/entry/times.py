"""When an entry starts and ends, as far as it says so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from ltsched.files.calendars.entry.ends import ONE_DAY, ONE_MINUTE, whole_days_end, with_length
from ltsched.files.calendars.entry.entries import day_of
from ltsched.files.calendars.syntax.doubts import Doubt, NotUnderstood
from ltsched.files.calendars.syntax.moments import Moments, stands_there
from ltsched.files.calendars.syntax.properties import Property
from ltsched.files.calendars.syntax.values import Moment, day_in

__all__ = ["start_and_end"]


def start_and_end(first: Mapping[str, Property], moments: Moments) -> tuple[Moment, Moment]:
    """Return start and end of an entry, half-open, both days or both times; what is in doubt is taken down.

    Parameters
    ----------
    first
        Its properties by name, one of each.
    moments
        Reads their values.

    Raises
    ------
    NotUnderstood
        If nothing is known of its time.
    """
    return _Times(first, moments).both()


@dataclass(slots=True)
class _Times:
    first: Mapping[str, Property]
    moments: Moments

    def both(self) -> tuple[Moment, Moment]:
        """Return start and end; what is not known of them is in doubt, and the rest is busy."""
        prop = self.first.get("DTSTART")
        start = None if prop is None else self.moments.moment(prop)
        if start is None and prop is not None:
            day = day_in(prop.value)
            if day is not None:
                self.moments.doubt("DTSTART", stands_there(prop.value), "all of that day is taken as busy", day)
                return day, day + ONE_DAY
        if start is None:
            return self._times_by_the_end(prop)
        end = self._end(start)
        if isinstance(start, datetime) == isinstance(end, datetime):
            return start, end
        if isinstance(start, datetime):
            start = day_of(start, self.moments.home)
            return start, max(end, start + ONE_DAY)
        return start, end

    def _times_by_the_end(self, prop: Property | None) -> tuple[Moment, Moment]:
        found = stands_there(prop.value) if prop else "the entry has no start"
        end = self.moments.moment(self.first["DTEND"]) if "DTEND" in self.first else None
        if end is None:
            raise NotUnderstood("DTSTART", found, "expected a DTSTART such as 20270301T093000 or 20270301")
        length = self.moments.length(self.first["DURATION"]) if "DURATION" in self.first else None
        if length is not None and isinstance(end, datetime):
            self.moments.doubt("DTSTART", found, "its end less its length is taken", end)
            return end - length, end
        self.moments.vague = True
        self.moments.doubt("DTSTART", found, "the time just before its end is taken as busy", end)
        return end - (ONE_MINUTE if isinstance(end, datetime) else ONE_DAY), end

    def _end(self, start: Moment) -> Moment:
        """Return DTEND, or DTSTART and DURATION, or else the end of the day or no time at all (RFC 5545, 3.6.1)."""
        found = [self._by_dtend(start)] if "DTEND" in self.first else []
        found += [self._by_length(start)] if "DURATION" in self.first else []
        good = [end for end, wrong in found if wrong is None]
        for _, wrong in found:
            if wrong is not None:
                self.moments.doubt(
                    wrong.where, wrong.found, wrong.assumed if not good else "the other one is taken", start
                )
        if len(good) == 2 and good[0] != good[1]:
            if good[1] == start or isinstance(good[0], datetime) != isinstance(start, datetime):
                return good[0]  # Thunderbird leaves a length of nothing beside a DTEND
            said = f"it ends at {_told(good[0])} by its DTEND and at {_told(good[1])} by its DURATION"
            self.moments.doubt("DURATION", said, "the later one is taken", start)
            return max(good)
        if found:
            return good[0] if good else found[0][0]
        return start if isinstance(start, datetime) else start + ONE_DAY

    def _by_dtend(self, start: Moment) -> tuple[Moment, Doubt | None]:
        """Return the end by DTEND; with a doubt, what is known of it."""
        prop = self.first["DTEND"]
        end = self.moments.moment(prop)
        if end is None:
            return _only_start("DTEND", stands_there(prop.value), start, day_in(prop.value))
        if isinstance(start, datetime) == isinstance(end, datetime):
            # Some programs write the last day, where the first day after it is meant.
            least = start if isinstance(start, datetime) else start + ONE_DAY
            if end >= start:
                return max(end, least), None
        elif isinstance(end, datetime):
            last = whole_days_end(end, self.moments.home)
            if last >= start:
                return max(last, start + ONE_DAY), None
        elif isinstance(start, datetime) and end >= day_of(start, self.moments.home):
            return end, None
        found = f"the entry starts at {_told(start)} and ends at {_told(end)}"
        return _only_start("DTEND", found, start, None)

    def _by_length(self, start: Moment) -> tuple[Moment, Doubt | None]:
        """Return the end by DURATION; with a doubt, what is known of it."""
        prop = self.first["DURATION"]
        length = self.moments.length(prop)
        try:
            end = None if length is None else with_length(start, length)
        except OverflowError:
            end = None
        if end is not None and end >= start:
            return end, None
        found = stands_there(prop.value)
        if end is not None:
            found = f"the entry starts at {_told(start)} and ends at {_told(end)}"
        return _only_start("DURATION", found, start, None)


def _only_start(where: str, found: str, start: Moment, until: date | None) -> tuple[Moment, Doubt]:
    """Return the end of what is known of an entry of which only the start and perhaps the last day are."""
    first = start.date() if isinstance(start, datetime) else start
    if until is not None and until >= first:
        assumed = "it is taken as busy to the end of that day"
        if not isinstance(start, datetime):
            return until + ONE_DAY, Doubt(where, found, assumed)
        midnight = datetime.combine(until + ONE_DAY, time(), start.tzinfo)
        return max(midnight, start + ONE_MINUTE), Doubt(where, found, assumed)
    if isinstance(start, datetime):
        return start + ONE_MINUTE, Doubt(where, found, "only its start is taken as busy")
    return start + ONE_DAY, Doubt(where, found, "its first day is taken as busy")


def _told(moment: Moment) -> str:
    return moment.isoformat(timespec="minutes") if isinstance(moment, datetime) else moment.isoformat()
