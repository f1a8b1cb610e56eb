"""The months of a timetable as calendars."""

from __future__ import annotations

import calendar
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import day_text, one_line
from ltsched.report.charts.timeline import months_between
from ltsched.report.page.entries import PlanEntry

__all__ = ["Day", "Month", "months"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar.

    Parameters
    ----------
    number
        The day of the month; 0 for a day of another month, of which nothing is shown.
    entries
        Its bookings.
    marks
        Milestones and the deadline.
    bank_holiday, weekend
        Whether nobody works.
    """

    number: int
    text: str
    entries: tuple[PlanEntry, ...] = ()
    marks: tuple[str, ...] = ()
    bank_holiday: bool = False
    weekend: bool = False


@dataclass(frozen=True, slots=True)
class Month:
    """A month: ``March 2027``, and its weeks from Monday to Sunday; no weeks where nothing is in it."""

    title: str
    weeks: tuple[tuple[Day, ...], ...]


def months(timetable: Timetable, review: Review, entries: Sequence[PlanEntry]) -> tuple[Month, ...]:
    """Return the months from the first booking or milestone to the last, those with nothing in them without weeks."""
    by_day: dict[date, list[PlanEntry]] = {}
    for entry in entries:
        by_day.setdefault(entry.booking.day, []).append(entry)
    marks: dict[date, list[str]] = {}
    for milestone in timetable.milestones:
        marks.setdefault(milestone.date, []).append(one_line(milestone.title))
    if review.deadline is not None:
        marks.setdefault(review.deadline, []).append("Deadline")
    days = [*by_day, *marks]
    if not days:
        return ()
    return tuple(_month(month, by_day, marks, review) for month in months_between(min(days), max(days)))


def _month(
    month: date, by_day: Mapping[date, list[PlanEntry]], marks: Mapping[date, list[str]], review: Review
) -> Month:
    title = f"{month:%B %Y}"
    if not any((day.year, day.month) == (month.year, month.month) for day in (*by_day, *marks)):
        return Month(title, ())
    weeks = calendar.Calendar(calendar.MONDAY).monthdatescalendar(month.year, month.month)
    return Month(
        title,
        tuple(tuple(_day(day, month.month, by_day, marks, review.holidays) for day in week) for week in weeks),
    )


def _day(
    day: date,
    month: int,
    by_day: Mapping[date, list[PlanEntry]],
    marks: Mapping[date, list[str]],
    holidays: frozenset[date],
) -> Day:
    if day.month != month:
        return Day(0, "")
    return Day(
        number=day.day,
        text=day_text(day),
        entries=tuple(by_day.get(day, ())),
        marks=tuple(marks.get(day, ())),
        bank_holiday=day in holidays,
        weekend=day.weekday() >= calendar.SATURDAY,
    )
