"""The calendars of a page."""

from __future__ import annotations

from dataclasses import replace

from ltsched.report.page.entries import entries
from ltsched.report.page.months import Day, months
from tests.report.page.samples import small
from tests.support import agendas


def days_of(weeks: tuple[tuple[Day, ...], ...]) -> dict[int, Day]:
    return {day.number: day for week in weeks for day in week if day.number}


def test_a_month_has_its_bookings_milestones_and_holidays() -> None:
    timetable, review = small(agendas.day(50))
    review = replace(review, holidays=frozenset({agendas.day(29)}))
    march, april = months(timetable, review, entries(timetable, review))
    assert (march.title, april.title) == ("March 2027", "April 2027")
    first, second = days_of(march.weeks), days_of(april.weeks)
    assert sorted(first) == list(range(1, 32))
    assert [entry.what for entry in first[2].entries] == ["Set-up meeting"]
    assert [entry.what for entry in first[9].entries] == ["Conversation c1"]
    assert first[30].bank_holiday
    assert first[27].weekend
    assert not first[26].weekend
    assert "Final report" in second[16].marks
    assert second[20].marks == ("Deadline",)
    assert all(len(week) == 7 for week in (*march.weeks, *april.weeks))


def test_a_month_in_which_nothing_happens_is_told_and_not_drawn() -> None:
    timetable, review = small(agendas.day(100))
    titles = {month.title: bool(month.weeks) for month in months(timetable, review, entries(timetable, review))}
    assert titles == {"March 2027": True, "April 2027": True, "May 2027": False, "June 2027": True}


def test_nothing_at_all_gives_no_months() -> None:
    timetable, review = small()
    assert months(replace(timetable, bookings=(), milestones=()), review, ()) == ()
