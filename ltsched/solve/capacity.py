"""Hard arithmetic: the hours that a review in one week needs, and those that there are (DOMAIN, expectation 6)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import OneWeek, monday, most_a_day
from ltsched.model.candidates import FreeTime

__all__ = ["WeekSums", "week_sums"]

DAYS_A_WEEK = 5


@dataclass(frozen=True, slots=True)
class _Pair:
    """A lead reviewer in a week, who with a partner makes a pair: minutes free, minutes of meetings, and how many
    conversations that leaves room for."""

    lead: str
    free_minutes: int
    meeting_minutes: int
    possible: int


@dataclass(frozen=True, slots=True)
class WeekSums:
    """What the conversations of a week need, and what its best week has.

    A lead reviewer is at every meeting and on the panel of every conversation, so that the conversations cannot take
    more time than the lead reviewers have left besides the meetings. Each of them, with a partner, makes one pair.
    """

    talks: int
    minutes: int
    gap_minutes: int
    first: date
    pairs: tuple[_Pair, ...]

    @property
    def possible(self) -> int:
        """The most conversations that the best week has room for."""
        return sum(pair.possible for pair in self.pairs)

    def __str__(self) -> str:
        needed = self.talks * (self.minutes + self.gap_minutes)
        each = "; ".join(
            f"the pair of {pair.lead} has {pair.free_minutes / 60:g} h of free working time less "
            f"{pair.meeting_minutes / 60:g} h of meetings = {(pair.free_minutes - pair.meeting_minutes) / 60:g} h, "
            f"room for at most {pair.possible} (the gap after the last of a day may lie after hours)"
            for pair in self.pairs
        )
        return (
            f"{self.talks} conversations in one week, each {self.minutes} minutes and then {self.gap_minutes} free, "
            f"need {needed / 60:g} h; in the best week (from {self.first}) {each}"
        )


def week_sums(agenda: Agenda, free: FreeTime) -> WeekSums | None:
    """Return the arithmetic of a review in one week; None for other shapes, and without conversations."""
    if not isinstance(agenda.shape, OneWeek):
        return None
    first_monday = agenda.shape.first_monday
    over = agenda.over
    inside = [activity for activity in agenda.activities if activity.id in agenda.shape.activities]
    inside = [activity for activity in inside if activity.id not in over]
    talks = [activity for activity in inside if activity.panel is not None and activity.panel.least_leads > 0]
    leads = sorted({lead for talk in talks if talk.panel is not None for lead in talk.panel.leads})
    mondays = sorted({monday(day) for day in free.grid.days if day >= first_monday})
    if not talks or not leads or not mondays:
        return None
    minutes, gap_minutes = min(talk.minutes for talk in talks), min(talk.gap_minutes for talk in talks)
    meetings = [activity for activity in inside if activity.panel is None]
    load = most_a_day(agenda.daily_loads, [talk.id for talk in talks])
    # The first week may begin in the lead-in: nothing of it lies there.
    opens = min(activity.first for activity in inside)
    usable = {first: [day for day in _weekdays(first) if day >= opens] for first in mondays}
    weeks = [
        WeekSums(
            len(talks),
            minutes,
            gap_minutes,
            max(first, opens),
            tuple(_pair(lead, days, meetings, (minutes, gap_minutes), load, free) for lead in leads),
        )
        for first, days in usable.items()
    ]
    return max(weeks, key=lambda week: (week.possible, sum(pair.free_minutes for pair in week.pairs)))


def _pair(
    lead: str, days: Sequence[date], meetings: Sequence[Activity], talk: tuple[int, int], load: int, free: FreeTime
) -> _Pair:
    """Return what a lead reviewer can hold on `days` of a week at most: by the time left, and by the limit a day."""
    minutes, gap_minutes = talk
    runs = [_free_runs(lead, day, free) for day in days]
    hours = sum(map(sum, runs))
    taken = sum(meeting.minutes for meeting in meetings if lead in meeting.must)
    # The gap after the last conversation before something else of the diary may lie in that other time.
    by_time = (hours - taken + gap_minutes * sum(map(len, runs))) // (minutes + gap_minutes)
    by_day = sum(min(load, sum((run + gap_minutes) // (minutes + gap_minutes) for run in day)) for day in runs)
    return _Pair(lead, hours, taken, max(0, min(by_time, by_day)))


def _weekdays(first: date) -> list[date]:
    """Return Monday to Friday of the week that begins on `first`."""
    return [first + timedelta(days=i) for i in range(DAYS_A_WEEK)]


def _free_runs(lead: str, day: date, free: FreeTime) -> list[int]:
    """Return the lengths, in minutes, of the stretches of `day` in which the diary of `lead` is free."""
    runs = free.grid.runs(free.free[lead] & free.grid.day_mask(day))
    return [free.grid.slot_minutes * (end - first) for first, end in runs]
