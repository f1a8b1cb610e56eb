"""Who or what is away when, in a clause."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.step import Call
from ltsched.domain.people import OFFICE_HOURS
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans
from ltsched.domain.words.explaining.away_words import away_words
from ltsched.domain.words.explaining.dates_listed import dates_listed, weekdays_listed
from ltsched.domain.words.settled_words import window_text
from ltsched.domain.words.wording import clock_span, day_text, one_line

__all__ = ["absence_clause", "has_no_end", "local_times"]

ONE_MINUTE = timedelta(minutes=1)
WEEKLY = ("part-time-day", "outside-hours")
"""Kinds of which the days of the week say more than the dates."""

MOST_TIMES = 3
"""On so many days the times of day are told one by one; on more they are if they are the same on all."""


def absence_clause(fact: Fact, agenda: Agenda, call: Call) -> str:
    """Return who or what a fact about a diary is about, the kind of reason and when: ``t01 is on leave, Tue 2 Mar``.

    Nothing else of the diary is told.
    """
    owners = {each.id for each in agenda.review.diary_owners}
    who = next((call(id) for id in fact.ids if id in owners), "somebody")
    if not fact.kind and not fact.dates:
        return f"{who} comes only when their working hours and their calendar leave them free"
    said = away_words(fact.kind).is_away
    windows = [window for window in agenda.review.windows if window.person and window.person in fact.ids]
    if fact.kind == "window" and windows:
        return f"{who} can be booked only {', or '.join(map(window_text, windows))} ([[window]] of review.toml)"
    why = _hold_reason(fact, agenda) if fact.kind == "hold-of-person" else ""
    weekdays = weekdays_listed(fact.dates, agenda.review.holidays) if fact.kind in WEEKLY else ""
    if weekdays:
        times = _same_times(fact, agenda) if fact.kind != "part-time-day" else ""
        return f"{who} {said}{why} on {weekdays}{times}"
    if not fact.dates:
        return f"{who} {said}{why}"
    if fact.kind == "hold-of-person" and has_no_end(agenda, fact.ids, fact.dates):
        return f"{who} {said}{why} from {day_text(fact.dates[0])} on, of which no end is known"
    when = _times_of_each(fact, agenda) or dates_listed(fact.dates, agenda.review.holidays)
    joint = " on " if fact.kind == "part-time-day" else ": "
    return f"{who} {said}{why}{joint}{when}"


def _hold_reason(fact: Fact, agenda: Agenda) -> str:
    reasons = dict.fromkeys(
        one_line(hold.reason)
        for hold in agenda.review.holds
        if hold.scope is HoldScope.PERSON and hold.target in fact.ids and hold.reason
    )
    return f" ({', '.join(reasons)})" if reasons else ""


def has_no_end(agenda: Agenda, ids: Collection[str], dates: Sequence[date]) -> bool:
    """Return whether one hold without an end, on one of `ids` or on the whole review, holds all of `dates`."""
    return any(
        hold.last is None
        and hold.scope is not HoldScope.PUBLICATION
        and all(map(hold.holds, dates))
        and (not hold.target or _among(hold.target, ids))
        for hold in agenda.review.holds
    )


def _among(target: str, ids: Collection[str]) -> bool:
    return any(target in (id, id.partition(":")[0]) for id in ids)


def local_times(fact: Fact, agenda: Agenda) -> Mapping[date, tuple[tuple[datetime, datetime], ...]]:
    """Return the spans of a fact on each of its days, in the zone of the review; none that goes over midnight."""
    found: dict[date, list[tuple[datetime, datetime]]] = {}
    for start, end in Spans.of(fact.spans).moments(agenda.review.timezone):
        if start.date() == (end - ONE_MINUTE).date():
            found.setdefault(start.date(), []).append((start, end))
    return {day: tuple(spans) for day, spans in found.items()}


def _same_times(fact: Fact, agenda: Agenda) -> str:
    """Return the times of day, where they are the same on all days; else nothing."""
    texts = {", ".join(clock_span(*span) for span in spans) for spans in local_times(fact, agenda).values()}
    return f", {texts.pop()}" if len(texts) == 1 else ""


def _times_of_each(fact: Fact, agenda: Agenda) -> str:
    """Return the days with their times of day, where these are few or always the same; else nothing.

    A day on which nothing is left of the hours of a person needs no times.
    """
    works = next((person.works for person in agenda.review.people if person.id in fact.ids), OFFICE_HOURS)
    zone, taken = agenda.review.timezone, Spans.of(fact.spans)
    times = {
        day: ", ".join(clock_span(*span) for span in spans) if works.spans([day], zone) - taken else ""
        for day, spans in local_times(fact, agenda).items()
    }
    if set(times) != set(fact.dates) or not any(times.values()):
        return ""
    off = agenda.review.holidays
    if len(set(times.values())) == 1:
        return f"{dates_listed(fact.dates, off)}, {next(iter(times.values()))}"
    if len(times) <= MOST_TIMES:
        days = {text: [day for day in times if times[day] == text] for text in times.values()}
        return "; ".join(f"{dates_listed(own, off)}{f', {text}' if text else ''}" for text, own in days.items())
    return ""
