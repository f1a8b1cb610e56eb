"""Series of every kind as data, drawn at random, and their times worked out by dateutil on its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import rrule as rules
from dateutil.rrule import rrule, rruleset, weekday
from hypothesis import assume
from hypothesis import strategies as st

from ltsched.domain.spans import Spans

__all__ = ["Change", "Series", "busy_of", "series"]

ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata")
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
        every.rrule(_rrule(series))
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


def _rrule(series: Series) -> rrule:
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


def _numbers(least: int, most: int, size: int = 3) -> st.SearchStrategy[list[int]]:
    return st.lists(st.integers(least, most), min_size=1, max_size=size, unique=True)


def _both_ways(most: int, size: int = 3) -> st.SearchStrategy[list[int]]:
    number = st.integers(1, most) | st.integers(-most, -1)
    return st.lists(number, min_size=1, max_size=size, unique=True)


def _weekdays() -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(DAYS), min_size=1, max_size=5, unique=True)


def _counted_days(most: int) -> st.SearchStrategy[list[str]]:
    number = st.integers(1, most) | st.integers(-most, -1)
    one = st.builds("{}{}".format, number, st.sampled_from(DAYS))
    return st.lists(one, min_size=1, max_size=3, unique=True)


@st.composite
def _rules(draw: st.DrawFn, *, whole_days: bool) -> Rule:
    """Draw a rule as RFC 5545, 3.3.10, allows it: which parts go with which FREQ."""
    often = () if whole_days else ("HOURLY", "MINUTELY")
    frequency = draw(st.sampled_from(("YEARLY", "MONTHLY", "WEEKLY", "DAILY", "WEEKLY", "MONTHLY", *often)))
    rule: dict[str, Sequence[Any]] = {"FREQ": [frequency]}
    maybe = st.booleans
    if frequency == "YEARLY":
        rule["INTERVAL"] = [draw(st.integers(1, 3))]
        kind = draw(st.sampled_from(("", "days", "weekdays", "both", "year days", "weeks")))
        months = kind in ("", "days", "weekdays", "both") and draw(maybe())
        if months:
            rule["BYMONTH"] = draw(_numbers(1, 12))
        if kind in ("days", "both"):
            rule["BYMONTHDAY"] = draw(_both_ways(28, 12 if kind == "both" else 3))
        if kind == "weekdays":
            rule["BYDAY"] = draw(_weekdays() | _counted_days(5 if months else 53))
        if kind == "both":
            rule["BYDAY"] = draw(_weekdays())
        if kind == "year days":
            rule["BYYEARDAY"] = draw(_both_ways(365))
        if kind == "weeks":
            rule["BYWEEKNO"] = draw(_both_ways(52))
            rule["BYDAY"] = draw(_weekdays())
    elif frequency == "MONTHLY":
        rule["INTERVAL"] = [draw(st.integers(1, 7))]
        kind = draw(st.sampled_from(("", "days", "weekdays", "counted", "both")))
        if kind in ("days", "both"):
            rule["BYMONTHDAY"] = draw(_both_ways(31, 12 if kind == "both" else 3))
        if kind in ("weekdays", "both"):
            rule["BYDAY"] = draw(_weekdays())
        if kind == "counted":
            rule["BYDAY"] = draw(_counted_days(5))
        if draw(maybe()) and draw(maybe()):
            rule["BYMONTH"] = draw(_numbers(1, 12, 6))
    elif frequency == "WEEKLY":
        rule["INTERVAL"] = [draw(st.integers(1, 9))]
        if draw(maybe()):
            rule["BYDAY"] = draw(_weekdays())
        if draw(maybe()):
            rule["WKST"] = [draw(st.sampled_from(DAYS))]
        if draw(maybe()) and draw(maybe()):
            rule["BYMONTH"] = draw(_numbers(1, 12, 6))
    elif frequency == "DAILY":
        rule["INTERVAL"] = [draw(st.integers(1, 20).filter(lambda number: number % 7))]
        if draw(maybe()):
            rule["BYDAY"] = draw(_weekdays())
        if draw(maybe()) and draw(maybe()):
            rule["BYMONTH"] = draw(_numbers(1, 12, 6))
        if draw(maybe()) and draw(maybe()):
            rule["BYMONTHDAY"] = draw(_both_ways(28, 12))
    else:
        rule["INTERVAL"] = [draw(st.integers(1, 23) if frequency == "HOURLY" else st.integers(90, 3000))]
        rule["COUNT"] = [draw(st.integers(1, 200))]
        if frequency == "HOURLY" and draw(maybe()):
            rule["BYDAY"] = draw(_weekdays())
    if frequency in ("YEARLY", "MONTHLY", "WEEKLY") and "BYDAY" in rule and draw(maybe()):
        rule["BYSETPOS"] = draw(_both_ways(4, 2))
    if rule["INTERVAL"] == [1] and draw(maybe()):
        del rule["INTERVAL"]
    return rule


@st.composite
def series(draw: st.DrawFn) -> Series:
    """Draw a series with its exceptions, of times or of whole days, near the year 2027."""
    whole_days = draw(st.integers(0, 3)) == 0
    zone = draw(st.sampled_from(ZONES))
    day = draw(st.dates(date(2024, 6, 1), date(2027, 10, 1)) | st.dates(date(2026, 12, 1), date(2027, 4, 30)))
    # Times that the night of a clock change has not, or has twice, are tried elsewhere.
    clock = time() if whole_days else time(draw(st.integers(4, 20)), draw(st.sampled_from((0, 0, 15, 30, 59))))
    length = (
        ONE_DAY * draw(st.integers(1, 12))
        if whole_days
        else timedelta(minutes=draw(st.integers(5, 200) | st.integers(600, 700)))
    )
    found = Series(zone, datetime.combine(day, clock), length, whole_days, {})
    if draw(st.integers(0, 9)) > 0:
        found = replace(found, rule=draw(_rules(whole_days=whole_days)))
        found = draw(_ends(found))
    return draw(_exceptions(found))


@st.composite
def _ends(draw: st.DrawFn, found: Series) -> Series:
    ahead = list(_rrule(found).between(found.start, LAST, inc=True))
    assume(ahead)
    if "COUNT" in found.rule:
        return found
    kind = draw(st.sampled_from(("never", "count", "until")))
    if kind == "count":
        return replace(found, rule={**found.rule, "COUNT": [draw(st.integers(1, 150))]})
    if kind == "until":
        until = draw(st.sampled_from(ahead) | st.datetimes(found.start, LAST).map(_at_a_fair_hour))
        if found.whole_days:
            until = datetime.combine(until, time())
        form = draw(st.sampled_from(("utc", "date", "local")))
        if form == "date":
            until = datetime.combine(until, time())
        assume(until >= found.start or form == "date")
        return replace(found, until=Written(until, form))
    return found


def _at_a_fair_hour(moment: datetime) -> datetime:
    return moment.replace(hour=4 + moment.hour % 18, second=0, microsecond=0)


@st.composite
def _exceptions(draw: st.DrawFn, found: Series) -> Series:
    """Draw what was added, taken out, moved, cancelled and put off for good, each in another form."""
    forms = ("same", "utc", "elsewhere") if not found.whole_days else ("same", "utc", "local")
    a_day = found.rule.get("FREQ", [""])[0] not in ("HOURLY", "MINUTELY")
    exact = st.sampled_from(forms)
    around = datetime(2026, 11, 1), datetime(2028, 2, 1)
    starts = {found.start} | (set(_rrule(found).between(*around, inc=True)) if found.rule else set())
    more: list[Written] = []
    for day in draw(st.lists(st.dates(around[0].date(), around[1].date()), max_size=3, unique=True)):
        start = datetime.combine(day, found.start.time())
        if start not in starts:
            more.append(Written(start, draw(exact)))
    starts |= {each.start for each in more}
    pool = sorted(starts)
    picked = draw(st.lists(st.sampled_from(pool), max_size=6, unique=True))
    form = st.sampled_from((*forms, "date")) if a_day and not found.whole_days else exact
    without: list[Written] = []
    changes: list[Change] = []
    for start in picked:
        kind = draw(st.sampled_from(("out", "out", "moved", "cancelled", "lasts")))
        of = Written(start, draw(form))
        if kind == "out":
            without.append(of)
        elif kind == "cancelled":
            changes.append(Change(of, None))
        else:
            by = ONE_DAY * draw(st.integers(-20, 20))
            if not found.whole_days:
                by += timedelta(minutes=15 * draw(st.integers(-4, 4)))
            length = found.length * draw(st.integers(1, 2))
            lasts = kind == "lasts" and not any(change.lasts for change in changes) and not found.whole_days
            changes.append(Change(of, start + by, length, lasts))
    periods = []
    if not found.whole_days:
        for day in draw(st.lists(st.dates(around[0].date(), around[1].date()), max_size=2, unique=True)):
            periods.append((datetime.combine(day, time(9)), timedelta(minutes=draw(st.integers(1, 300)))))
    return replace(found, more=tuple(more), without=tuple(without), changes=tuple(changes), periods=tuple(periods))
