"""A series of any kind as data, and its times worked out by dateutil on its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import rrule as rules
from dateutil.rrule import rrule, rruleset, weekday

from ltsched.domain.spans import Spans

__all__ = ["DAYS", "LAST", "ONE_DAY", "Change", "Rule", "Series", "Written", "busy_of", "rrule_of"]

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = datetime(2029, 1, 1)
ONE_DAY = timedelta(days=1)
Rule = Mapping[str, Sequence[Any]]


@dataclass(frozen=True, slots=True)
class Written:
    """An occurrence that does not take place, and how that is written: in which form of day or time."""

    start: datetime
    form: str


@dataclass(frozen=True, slots=True)
class Change:
    """An occurrence that takes place at another time; `start` is None where it is cancelled.

    With `lasts` all that come after it are later by as much.
    """

    of: Written
    start: datetime | None
    length: timedelta = timedelta()
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class Series:
    """A repeating entry; all times are local times of its zone, without it.

    `rule` has COUNT or nothing of when it ends; `until` is a time in one of the forms.
    """

    zone: str
    start: datetime
    length: timedelta
    whole_days: bool
    rule: Rule
    until: Written | None = None
    more: tuple[Written, ...] = ()
    periods: tuple[tuple[datetime, timedelta], ...] = ()
    without: tuple[Written, ...] = ()
    changes: tuple[Change, ...] = ()


def busy_of(series: Series, window: tuple[date, date], zone: ZoneInfo, *, by_length: bool) -> Spans:
    """Return the busy time of a series in the window; whole days are days in `zone`.

    `by_length` is whether its lengths are written as such: they are counted by the clock, also where that changes.
    """
    own = zone if series.whole_days else ZoneInfo(series.zone)
    first, end = (datetime.combine(day, time(), zone) for day in window)
    around = (
        datetime.combine(window[0], time()) - timedelta(days=60),
        datetime.combine(window[1], time()) + ONE_DAY * 60,
    )
    found = Spans()
    for start, length in _times(series, around):
        begins, ends = start.replace(tzinfo=own), (start + length).replace(tzinfo=own)
        by_clock = begins.astimezone(UTC) + length
        # From a time that the clocks leave out to one soon after it is no time: then the length counts, too.
        if not series.whole_days and (by_length or ends.astimezone(UTC) <= begins.astimezone(UTC)):
            ends = by_clock
        found = found | Spans.between(begins, ends)
    return found & Spans.between(first, end)


def _times(series: Series, around: tuple[datetime, datetime]) -> Iterator[tuple[datetime, timedelta]]:
    every = rruleset()
    every.rdate(series.start)
    if series.rule:
        every.rrule(rrule_of(series))
    for more in series.more:
        every.rdate(more.start)
    for without in (*series.without, *(change.of for change in series.changes if not change.lasts)):
        every.exdate(without.start)
    lasting = next((change for change in series.changes if change.lasts), None)
    for start in every.between(*around, inc=True):
        if lasting is not None and lasting.start is not None and start >= lasting.of.start:
            yield start + (lasting.start - lasting.of.start), lasting.length
        else:
            yield start, series.length
    yield from series.periods
    for change in series.changes:
        if not change.lasts and change.start is not None:
            yield change.start, change.length


def rrule_of(series: Series) -> rrule:
    """Return the rule with dateutil's own words, not by its text."""
    names = {
        "BYMONTH": "bymonth",
        "BYMONTHDAY": "bymonthday",
        "BYYEARDAY": "byyearday",
        "BYWEEKNO": "byweekno",
        "BYSETPOS": "bysetpos",
        "BYHOUR": "byhour",
    }
    words: dict[str, Any] = {names[name]: list(values) for name, values in series.rule.items() if name in names}
    if "BYDAY" in series.rule:
        words["byweekday"] = [
            weekday(DAYS.index(text[-2:]), int(text[:-2]) if text[:-2] else None) for text in series.rule["BYDAY"]
        ]
    if "COUNT" in series.rule:
        words["count"] = series.rule["COUNT"][0]
    if "WKST" in series.rule:
        words["wkst"] = DAYS.index(series.rule["WKST"][0])
    until = LAST
    if series.until is not None:
        until = series.until.start + (ONE_DAY - timedelta(seconds=1) if series.until.form == "date" else timedelta())
    if "COUNT" not in series.rule:
        words["until"] = until
    frequency = getattr(rules, series.rule["FREQ"][0])
    return rrule(frequency, dtstart=series.start, interval=series.rule.get("INTERVAL", [1])[0], cache=True, **words)
