"""The time in which anything could be, if nobody had anything else to do, and why each person or room is away of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.away import away_times
from ltsched.domain.rules import Fact
from ltsched.domain.spans import NEVER, Spans, day_span, minute_before, moment_of
from ltsched.domain.working_days import WorkingDays

__all__ = [
    "BEYOND",
    "HOURS",
    "bank_holidays",
    "by_day",
    "diary_facts",
    "never_too_late",
    "open_time",
    "pieces",
    "whole_days",
]

BEYOND = timedelta(weeks=13)
"""So long after the horizon there still is time where the end of the review is no limit; nobody has a diary there."""

OPENS, CLOSES = 8, 18
"""The hours of any day in which something could be, and those besides in which anybody works."""

HOURS = ("outside-hours", "part-time-day")
"""The kinds of absences that are known of any time."""

BUSY = "busy"
"""The kind of what nothing tells of."""


def never_too_late(agenda: Agenda) -> date:
    """Return the first day on which nothing can be, where the end of the review is no limit."""
    return agenda.horizon_end + BEYOND


def bank_holidays(agenda: Agenda) -> tuple[date, ...]:
    """Return the bank holidays, Mondays to Fridays of the time of the review, that would be working days otherwise."""
    weekdays = WorkingDays().between(agenda.review.commissioned, agenda.horizon_end)
    return tuple(day for day in weekdays if day in agenda.working_days.holidays)


def whole_days(days: Iterable[date], agenda: Agenda) -> Spans:
    """Return all of these local days."""
    return Spans.of(day_span(day, day, agenda.review.timezone) for day in days)


def open_time(agenda: Agenda, *, holidays_too: bool = False) -> Spans:
    """Return all time in which anything could be: of working days the usual hours, and those that anybody works.

    With `holidays_too` the bank holidays of the time of the review are open like any other day.
    """
    review = agenda.review
    days = agenda.working_days.between(review.commissioned, never_too_late(agenda))
    days += bank_holidays(agenda) if holidays_too else ()
    zone = review.timezone
    usual = ((_clock(day, OPENS, agenda), _clock(day, CLOSES, agenda)) for day in days)
    worked = [works.spans(days, zone).pairs for works in {person.works for person in review.people}]
    return Spans.of([*usual, *(pair for pairs in worked for pair in pairs)])


def _clock(day: date, hour: int, agenda: Agenda) -> int:
    return minute_before(datetime.combine(day, time(hour), agenda.review.timezone))


def diary_facts(agenda: Agenda, id: str, open: Spans) -> tuple[Fact, ...]:
    """Return why a person or a room is away from `open` time, a fact for each kind of reason, without its dates.

    Together they are all of that time in which it cannot be booked; of bank holidays that are open, what would keep it
    from being booked if they were working days. Two kinds may be about the same time. After the end of the review only
    the hours are known that somebody works.
    """
    review, end = agenda.review, agenda.horizon_end
    away = open - agenda.availability[id].free
    reasons: dict[str, list[tuple[int, int]]] = {}
    for one in away_times(replace(review, holidays=frozenset()), id, review.commissioned, end):
        reasons.setdefault(one.kind, []).append((one.start, one.end))
    for one in away_times(review, id, end, never_too_late(agenda)):
        if one.kind in HOURS:
            reasons.setdefault(one.kind, []).append((one.start, one.end))
    found = {kind: Spans.of(pairs) & away for kind, pairs in reasons.items()}
    known = away & Spans.of([(0, day_span(end, end, review.timezone)[0])])
    rest = known - Spans.of(pair for spans in found.values() for pair in spans)
    rest -= whole_days(bank_holidays(agenda), agenda)
    if rest:
        found[BUSY] = found.get(BUSY, NEVER) | rest
    return tuple(Fact("diary", (id,), kind=kind, spans=spans.pairs) for kind, spans in found.items() if spans)


def by_day(spans: Spans, agenda: Agenda) -> dict[date, list[tuple[int, int]]]:
    """Return the stretches of each local day, in order; one over midnight is of the day on which it begins."""
    found: dict[date, list[tuple[int, int]]] = {}
    for start, end in spans:
        for low, high in pieces(start, end, agenda):
            found.setdefault(moment_of(low, agenda.review.timezone).date(), []).append((low, high))
    return found


def pieces(start: int, end: int, agenda: Agenda) -> Iterator[tuple[int, int]]:
    """Yield ``[start, end)``, cut at each local midnight."""
    zone = agenda.review.timezone
    while start < end:
        day = moment_of(start, zone).date()
        midnight = day_span(day, day, zone)[1]
        yield start, min(end, midnight)
        start = midnight
