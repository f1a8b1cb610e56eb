"""The time in which anything could be, if nobody had anything else to do, and why each person or room is away of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Level
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import Fact
from ltsched.domain.spans import NEVER, Spans, day_span, minute_after, minute_before, moment_of

__all__ = ["BEYOND", "by_day", "diary_facts", "never_too_late", "open_time", "pieces"]

BEYOND = timedelta(weeks=13)
"""So long after the horizon there still is time where the end of the review is no limit; nobody has a diary there."""

OPENS, CLOSES = 8, 18
"""The hours of any day in which something could be, and those besides in which anybody works."""

OUTSIDE, PART_TIME, BUSY = "outside-hours", "part-time-day", "busy"


def never_too_late(agenda: Agenda) -> date:
    """Return the first day on which nothing can be, where the end of the review is no limit."""
    return agenda.horizon_end + BEYOND


def open_time(agenda: Agenda) -> Spans:
    """Return all time in which anything could be: of working days the usual hours, and those that anybody works."""
    review = agenda.review
    days = agenda.working_days.between(review.commissioned, never_too_late(agenda))
    zone = review.timezone
    usual = ((_clock(day, OPENS, agenda), _clock(day, CLOSES, agenda)) for day in days)
    worked = [works.spans(days, zone).pairs for works in {person.works for person in review.people}]
    return Spans.of([*usual, *(pair for pairs in worked for pair in pairs)])


def _clock(day: date, hour: int, agenda: Agenda) -> int:
    return minute_before(datetime.combine(day, time(hour), agenda.review.timezone))


def diary_facts(agenda: Agenda, id: str, open: Spans) -> tuple[Fact, ...]:
    """Return why a person or a room is away from `open` time, a fact for each kind of reason, without its dates.

    Together they are all of that time in which it cannot be booked; two kinds may be about the same time. After the end
    of the review only the hours are known that somebody works.
    """
    zone = agenda.review.timezone
    until = day_span(agenda.horizon_end, agenda.horizon_end, zone)[0]
    known = open & Spans.of([(0, until)])
    hours, at_all = _hours(agenda, id)
    away = open - agenda.availability[id].free - (hours - known)
    reasons: dict[str, list[tuple[int, int]]] = {}
    for kind, spans in _reasons(agenda, id, known, hours, at_all):
        reasons.setdefault(kind, []).extend(spans)
    found = {kind: Spans.of(pairs) & away for kind, pairs in reasons.items()}
    rest = away - Spans.of(pair for spans in found.values() for pair in spans)
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


def _hours(agenda: Agenda, id: str) -> tuple[Spans, Spans]:
    """Return the time that somebody works, and all of the days on which they do; also after the end of the review.

    A room can be had at any hour.
    """
    review, days = agenda.review, agenda.working_days.between(agenda.review.commissioned, never_too_late(agenda))
    every = Spans.of(day_span(day, day, review.timezone) for day in days)
    person = next((one for one in review.people if one.id == id), None)
    if person is None:
        return every, every
    worked = {weekday for weekday, *_ in person.works.hours}
    hours = person.works.spans(days, review.timezone)
    return hours, Spans.of(day_span(day, day, review.timezone) for day in days if day.weekday() in worked) | hours


def _reasons(
    agenda: Agenda, id: str, known: Spans, hours: Spans, at_all: Spans
) -> Iterator[tuple[str, Iterable[tuple[int, int]]]]:
    """Yield kinds of reasons with the time that each takes; it may be more than there is."""
    review = agenda.review
    latest = day_span(never_too_late(agenda), never_too_late(agenda), review.timezone)[1]
    always = Spans.of([(0, latest)])
    yield OUTSIDE, at_all - hours
    yield PART_TIME, always - at_all
    if any(window.person == id for window in review.windows):
        # What the diary leaves, and a window does not, is away for the window.
        yield "window", _not_in_windows(agenda, id, known & hours)
    room = all(person.id != id for person in review.people)
    for one in review.diary(id).times:
        if one.level is Level.BUSY:
            yield ("room-busy" if room else one.kind or BUSY), ((one.start, one.end),)
    for told in review.declined:
        if told.person == id:
            yield "declined", Spans.between(told.start, told.end)
    for hold in review.holds:
        if hold.scope is HoldScope.PERSON and hold.target == id:
            last = agenda.horizon_end if hold.last is None else hold.last
            if hold.first <= last:
                yield "hold-of-person", (day_span(hold.first, last, review.timezone),)


def _not_in_windows(agenda: Agenda, id: str, worked: Spans) -> Spans:
    """Return the part of the time that is `worked` that no window of a person has."""
    zone = agenda.review.timezone
    inside: list[tuple[int, int]] = []
    for start, end in (pair for first, after in worked for pair in pieces(first, after, agenda)):
        day = moment_of(start, zone).date()
        for window in (one for one in agenda.review.windows if one.person == id):
            if window.weekdays and day.weekday() not in window.weekdays:
                continue
            if (window.first and day < window.first) or (window.last and day > window.last):
                continue
            low, high = start, end
            if window.opens is not None:
                low = max(low, minute_before(datetime.combine(day, window.opens, zone)))
            if window.closes is not None:
                high = min(high, minute_after(datetime.combine(day, window.closes, zone)))
            inside.append((low, high))
    return worked - Spans.of(inside)
