"""The occurrences of a series: an entry of a calendar, with its repetitions and with those that were moved.

The times of a series are handed to recurring-ical-events as the local times of its zone and are put back into the
zone afterwards: ten times faster than with zoned times, and a meeting at ten stays at ten when the clocks change.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING

from ltsched.files.calendar_entries import Entry, Level, Moment
from ltsched.files.calendar_parts import NotUnderstood
from ltsched.files.calendar_values import Rule
from ltsched.files.calendar_window import CalendarWindow
from ltsched.files.recurrence_guard import MOST_OCCURRENCES, read_rule, rule_work

if TYPE_CHECKING:
    from icalendar import Event

__all__ = ["Occurrence", "TooMuchWork", "occurrences"]

Occurrence = tuple[Level, tuple[int, int]]
"""How busy, and ``[start, end)`` in minutes since the epoch."""


Around = tuple[datetime, datetime]
SERIES_WORK, ENTRY_WORK, DATE_WORK = 600, 20, 10
"""Of one series that repeats in the window, of one entry of it, of one date of its own; in microseconds, roughly."""

LONGEST_REPEATED = timedelta(days=366)
MOST_LASTING_CHANGES = 50
"""Of "this and all that follow" in one series; each is looked at for each occurrence."""


class TooMuchWork(Exception):
    """The repetitions take more work than is left."""


def occurrences(series: Sequence[Entry], window: CalendarWindow, work_left: int) -> tuple[list[Occurrence], int]:
    """Return the occurrences of `series` that touch the window and are not free, and the work they took.

    Parameters
    ----------
    series
        The entries with one UID.
    window
        The time that counts, and where days are local.
    work_left
        How much work (`recurrence_guard.rule_work`) may be done.

    Raises
    ------
    NotUnderstood
        If a rule is broken, or takes too much work by itself.
    TooMuchWork
        If it takes more than `work_left`.
    """
    if all(entry.level is Level.FREE for entry in series):
        return [], 0
    if len(series) == 1 and not (series[0].rules or series[0].more or series[0].without):
        only = series[0]
        span = window.span(only.start, only.end)
        return ([] if span is None else [(only.level, span)]), 0
    core = max((entry for entry in series if entry.replaces is None), key=lambda e: e.sequence, default=None)
    first = core or series[0]
    series_zone = (first.start.tzinfo if isinstance(first.start, datetime) else None) or window.zone
    changes = [entry for entry in series if entry.replaces is not None]
    if sum(entry.and_all_after for entry in changes) > MOST_LASTING_CHANGES:
        found = f"more than {MOST_LASTING_CHANGES} changes to this and all that follow"
        raise NotUnderstood("RECURRENCE-ID", found, "no series of a review has so many")
    work = ENTRY_WORK * len(series)
    events = [_event(entry, series_zone) for entry in changes]
    if core is not None:
        events.append(_event(core, series_zone))
        replaced = {_local(entry.replaces, series_zone) for entry in changes if entry.replaces is not None}
        work += _repeat(events[-1], core, series_zone, window.around, replaced)
        if not changes and not {"RRULE", "RDATE", "EXDATE"} & set(events[-1]):  # all of it was long ago
            span = window.span(core.start, core.end)
            return ([] if span is None else [(core.level, span)]), work
    work += SERIES_WORK
    if work > work_left:
        raise TooMuchWork
    spans = (
        (level, window.span(start.replace(tzinfo=series_zone), end.replace(tzinfo=series_zone)))
        for start, end, level in _between(events, window.around)
        if level is not Level.FREE
    )
    return [(level, span) for level, span in spans if span is not None], work


def _event(entry: Entry, zone: tzinfo) -> Event:
    """Return `entry` in local times of `zone`, for the library; its level goes along."""
    from icalendar import Event
    from icalendar.prop import vDDDTypes, vText

    event = Event()
    event["UID"] = vText("series")
    event["SEQUENCE"] = entry.sequence
    event["DTSTART"] = vDDDTypes(_local(entry.start, zone))
    event["DTEND"] = vDDDTypes(_local(entry.end, zone))
    event["X-LEVEL"] = vText(entry.level.value)
    if entry.replaces is not None:
        event["RECURRENCE-ID"] = vDDDTypes(_local(entry.replaces, zone))
        if entry.and_all_after:
            event["RECURRENCE-ID"].params["RANGE"] = "THISANDFUTURE"
    return event


def _repeat(event: Event, core: Entry, zone: tzinfo, around: Around, replaced: Collection[datetime]) -> int:
    """Add the rules and dates of `core` to `event`, as far as they matter; return the work that they are."""
    from icalendar.prop import vDDDLists, vRecur

    start = _local(core.start, zone)
    length = _local(core.end, zone) - start
    if length > LONGEST_REPEATED:
        found = f"an entry that lasts {length.days:,} days repeats"
        raise NotUnderstood("RRULE", found, f"expected one of {LONGEST_REPEATED.days} days at most")
    window = (around[0] - length, around[1])
    rules = [_local_rule(text, zone, whole_days=not isinstance(core.start, datetime)) for text in core.rules]
    last = [_last(rule, window[1]) for rule in rules]
    # All are over before the first: so programs write that the whole series was deleted.
    deleted = {start} if rules and max(last) < start < window[1] else set()
    rules = [rule for rule, end in zip(rules, last, strict=True) if end >= max(start, window[0])]
    work = sum(rule_work(rule, start, window) for rule in rules)
    if rules:
        event["RRULE"] = [
            vRecur(rule if "COUNT" in rule else rule | {"UNTIL": [_last(rule, window[1])]}) for rule in rules
        ]
    more: list[datetime | tuple[datetime, datetime]] = []
    for date_or_period in core.more:
        if isinstance(date_or_period, tuple):
            first, end = (_local(moment, zone) for moment in date_or_period)
            if first < window[1] and window[0] < end:
                more.append((max(first, window[0]), end))
        elif window[0] <= _local(date_or_period, zone) < window[1]:
            more.append(_local(date_or_period, zone))
    if len(more) > MOST_OCCURRENCES:
        expected = f"at most {MOST_OCCURRENCES:,} in the months of the review are read"
        raise NotUnderstood("RDATE", f"the entry repeats on {len(more):,} dates", expected)
    if more:
        event["RDATE"] = vDDDLists(more)
    # A day without a time takes out every occurrence of that day: the library knows it by its type.
    without = {moment if type(moment) is date else _local(moment, zone) for moment in core.without} | deleted
    kept = [m for m in without if m in replaced or window[0] <= _local(m, zone) < window[1]]
    if kept:
        event["EXDATE"] = vDDDLists(kept)
    return work + DATE_WORK * len(more) + len(kept)


def _local_rule(text: str, zone: tzinfo, *, whole_days: bool) -> Rule:
    """Return the rule with its UNTIL as a local time; a date means all of that day."""
    rule = read_rule(text)
    if "UNTIL" in rule:
        until = rule["UNTIL"][0]
        if not isinstance(until, datetime):
            local = datetime.combine(until, time(23, 59, 59))
        elif whole_days or until.tzinfo is None:
            local = until.replace(tzinfo=None)
        else:
            local = _local(until, zone)
        rule["UNTIL"] = [local]
    return rule


def _last(rule: Rule, end: datetime) -> datetime:
    """Return when `rule` ends: its UNTIL, or the `end` of the window if that is earlier."""
    until: datetime = rule.get("UNTIL", [end])[0]
    return min(until, end)


def _between(events: list[Event], around: Around) -> Iterator[tuple[datetime, datetime, Level]]:
    from icalendar import Calendar
    from recurring_ical_events import CalendarQuery, ComponentsWithName, EventAdapter

    class LeanEvent(EventAdapter):  # type: ignore[misc]  # the library has no types
        """Give the times of an occurrence only: copying the whole event takes most of the time otherwise."""

        def as_component(
            self, start: object = None, stop: object = None, keep_recurrence_attributes: bool = True
        ) -> dict[str, object]:
            return {"start": start, "stop": stop, "level": str(self._component["X-LEVEL"])}

    calendar = Calendar()
    for event in events:
        calendar.add_component(event)
    query = CalendarQuery(calendar, components=[ComponentsWithName("VEVENT", LeanEvent)])
    for found in query.between(*around):
        yield found["start"], found["stop"], Level(found["level"])


def _local(moment: Moment, zone: tzinfo) -> datetime:
    """Return `moment` as local time in `zone`, without the zone; a day is its first moment."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time())
    if moment.tzinfo is None or moment.tzinfo is zone:
        return moment.replace(tzinfo=None)
    return moment.astimezone(zone).replace(tzinfo=None)
