"""Many days in few words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, timedelta

from ltsched.domain.words.wording import day_text, listed, plural

__all__ = ["dates_listed", "runs_of", "weekdays_listed"]

MOST_RUNS = 5
FRIDAY = 4
ONE_DAY = timedelta(days=1)
LEAST_WEEKS = 3
"""From as many on, the same day of each week is a pattern."""

Run = tuple[date, date]
"""First and last day, both inclusive."""


def runs_of(dates: Sequence[date], off: Collection[date] = frozenset()) -> list[Run]:
    """Return days in order as runs of them, over weekends and the days `off` between them."""
    runs: list[Run] = []
    for day in dates:
        if runs and _follows(runs[-1][1], day, off):
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _follows(before: date, day: date, off: Collection[date]) -> bool:
    between = before + ONE_DAY
    while between < day and (between.weekday() > FRIDAY or between in off):
        between += ONE_DAY
    return between == day


def dates_listed(dates: Sequence[date], off: Collection[date] = frozenset(), most: int = MOST_RUNS) -> str:
    """Return ``Tue 2 Mar 2027``, ``Mon 1 to Fri 12 Mar 2027``, or several of these; of many runs the first `most`."""
    runs = runs_of(dates, off)
    shown = runs if len(runs) <= most else runs[: most - 1]
    last_years = [end.year for _, end in shown[1:]] + [0]
    texts = [_run(run, year=run[1].year != following) for run, following in zip(shown, last_years, strict=True)]
    if len(shown) == len(runs):
        return listed(texts)
    told = sum(any(first <= day <= end for first, end in shown) for day in dates)
    left = plural(len(dates) - told, "more day")
    return f"{', '.join(texts)} and {left} until {day_text(dates[-1])}"


def _run(run: Run, *, year: bool) -> str:
    first, last = run
    end = day_text(last) if year else f"{last:%a} {last.day} {last:%b}"
    if first == last:
        return end
    start = f"{first:%a} {first.day}"
    if (first.year, first.month) != (last.year, last.month):
        start += f" {first:%b}"
    if first.year != last.year:
        start += f" {first.year}"
    return f"{start} to {end}"


def weekdays_listed(dates: Sequence[date], off: Collection[date] = frozenset()) -> str:
    """Return ``Mondays and Fridays``, ``Mondays to Fridays`` for days that are the same in some weeks; else nothing.

    From the first day to the last none of these weekdays may be missing, but for days `off`.
    """
    there = set(dates)
    if not there or (dates[-1] - dates[0]).days < (LEAST_WEEKS - 1) * 7 - FRIDAY:
        return ""
    weekdays = sorted({day.weekday() for day in dates})
    whole = (dates[0] + number * ONE_DAY for number in range((dates[-1] - dates[0]).days + 1))
    if any(day.weekday() in weekdays and day not in there | set(off) for day in whole):
        return ""
    if len(weekdays) > FRIDAY:
        return "Mondays to Fridays" if max(weekdays) == FRIDAY else ""
    names = {day.weekday(): f"{day:%A}s" for day in dates}
    return listed(names[weekday] for weekday in weekdays)
