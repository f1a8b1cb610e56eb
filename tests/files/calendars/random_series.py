"""Series of every kind, drawn at random."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from hypothesis import assume
from hypothesis import strategies as st

from tests.files.calendars.plain_series import DAYS, LAST, ONE_DAY, Change, Rule, Series, Written, rrule_of

__all__ = ["series"]

ZONES = ("Europe/London", "Europe/Berlin", "America/New_York", "Asia/Kolkata")


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
    ahead = list(rrule_of(found).between(found.start, LAST, inc=True))
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
    starts = {found.start} | (set(rrule_of(found).between(*around, inc=True)) if found.rule else set())
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
