"""How many activities one person can hold on given days, by the time left and by the limit a day."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import HoursLeft
from ltsched.domain.rules import most_a_day
from ltsched.model.free_time import FreeTime

__all__ = ["Holder"]


@dataclass(frozen=True, slots=True)
class _Day:
    """Of one day: minutes free, in how many stretches, and how many activities these have room for."""

    minutes: int
    stretches: int
    fits: int


class Holder:
    """Somebody who may hold some of several activities, as if each were as short as the shortest of these.

    Parameters
    ----------
    talks
        What they may hold.
    meeting_minutes
        What they must attend besides.
    """

    def __init__(
        self, agenda: Agenda, free: FreeTime, person: str, talks: Sequence[Activity], meeting_minutes: int
    ) -> None:
        self.person = person
        self.meeting_minutes = meeting_minutes
        self.minutes = min(talk.minutes for talk in talks)
        self.gap_minutes = min(talk.gap_minutes for talk in talks)
        self.limit = most_a_day(agenda.daily_loads, [talk.id for talk in talks])
        self._days = {day: self._day(day, free) for day in free.grid.days}

    def hours_left(self, days: Collection[date]) -> HoursLeft:
        """Return what they have on `days`, and how many they can hold at most.

        ``n · (length + gap) ≤ free − meetings + gap · stretches``: the gap after the last of a stretch may lie after
        hours or in other time of the diary; and so for each day alone, without the meetings, and within its limit.
        """
        own = [self._days[day] for day in days if day in self._days]
        free = sum(day.minutes for day in own)
        length = self.minutes + self.gap_minutes
        by_time = (free - self.meeting_minutes + self.gap_minutes * sum(day.stretches for day in own)) // length
        by_day = sum(min(day.fits, self.limit) for day in own)
        limited = by_day < min(by_time, sum(day.fits for day in own))
        possible = max(0, min(by_time, by_day))
        return HoursLeft(self.person, free, self.meeting_minutes, possible, self.limit if limited else None)

    def _day(self, day: date, free: FreeTime) -> _Day:
        stretches = [free.grid.slot_minutes * (end - first) for first, end in free.runs(self.person, day)]
        length = self.minutes + self.gap_minutes
        fits = sum((stretch + self.gap_minutes) // length for stretch in stretches)
        return _Day(sum(stretches), len(stretches), fits)
