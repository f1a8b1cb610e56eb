"""Hard arithmetic: more hours are needed than there are (DOMAIN, expectation 6)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import OneWeek, monday, most_a_day
from ltsched.model.candidates import Candidates, FreeTime

__all__ = ["capacity_reasons"]


@dataclass(frozen=True, slots=True)
class _Week:
    """What a week asks of the lead reviewers, and what it has, in minutes and in conversations."""

    first: date
    free_minutes: int
    possible: int


def capacity_reasons(agenda: Agenda, free: FreeTime, alone: Mapping[str, Candidates]) -> tuple[str, ...]:
    """Return the arithmetic of a review in one week that cannot fit; empty if it might, or for other shapes.

    A lead reviewer is at every meeting and is on the panel of every conversation, so the conversations of a week
    cannot take more time than its lead reviewers have left besides the meetings. Each of them makes one pair.
    """
    if not isinstance(agenda.shape, OneWeek):
        return ()
    inside = [agenda.activity(id) for id in agenda.shape.activities]
    talks = [a for a in inside if a.panel is not None and a.panel.least_leads > 0]
    meetings = [a for a in inside if a.panel is None]
    leads = sorted({lead for talk in talks if talk.panel is not None for lead in talk.panel.leads})
    if not talks or not leads:
        return ()
    weeks = [_week(first, leads, meetings, talks, agenda, free) for first in _mondays(agenda, free)]
    best = max(weeks, key=lambda week: (week.possible, week.free_minutes), default=None)
    if best is None or best.possible >= len(talks):
        return ()
    meeting_minutes = sum(meeting.minutes for meeting in meetings)
    talk = talks[0]
    most = (best.free_minutes / 60, meeting_minutes / 60)
    pairs = "one reviewer pair" if len(leads) == 1 else f"{len(leads)} reviewer pairs"
    needed = len(talks) * (talk.minutes + talk.gap_minutes)
    return (
        f"the week cannot hold {len(talks)} conversations: each takes {talk.minutes} minutes and then "
        f"{talk.gap_minutes} free, {needed / 60:g} h in all; {pairs} ({', '.join(leads)}: one lead reviewer each) "
        f"have {most[0]:g} h of free working time in the best week ({best.first}), less {most[1]:g} h of meetings for "
        f"each pair, which leaves room for at most {best.possible}. Another pair, fewer or shorter conversations, or "
        "shorter gaps would help",
    )


def _mondays(agenda: Agenda, free: FreeTime) -> list[date]:
    if not isinstance(agenda.shape, OneWeek):
        return []
    return sorted({monday(day) for day in free.grid.days if day >= agenda.shape.first_monday})


def _week(
    first: date,
    leads: Sequence[str],
    meetings: Sequence[Activity],
    talks: Sequence[Activity],
    agenda: Agenda,
    free: FreeTime,
) -> _Week:
    """Return what the week can hold at most: for each lead reviewer, by the time left and by the limit a day."""
    days = [first + timedelta(days=i) for i in range(5)]
    length = min(talk.minutes for talk in talks)
    gap = min(talk.gap_minutes for talk in talks)
    load = most_a_day(agenda.daily_loads, [talk.id for talk in talks])
    possible = 0
    free_minutes = 0
    for lead in leads:
        own = sum(meeting.minutes for meeting in meetings if lead in meeting.must)
        runs = [_free_runs(lead, day, free) for day in days]
        minutes = sum(map(sum, runs))
        free_minutes += minutes
        # The gap after the last conversation before something else of the diary may lie in that other time.
        by_time = (minutes - own + gap * sum(map(len, runs))) // (length + gap)
        by_day = sum(min(load, sum((run + gap) // (length + gap) for run in of_day)) for of_day in runs)
        possible += max(0, min(by_time, by_day))
    return _Week(first, free_minutes, possible)


def _free_runs(lead: str, day: date, free: FreeTime) -> list[int]:
    """Return the lengths, in minutes, of the stretches of `day` in which the diary of `lead` is free."""
    slots = bin(free.free[lead] & free.grid.day_mask(day))[2:]
    return [free.grid.slot_minutes * len(run) for run in slots.split("0") if run]
