"""Many days in few words."""

from __future__ import annotations

from datetime import date, timedelta

from ltsched.domain.words.explaining.dates_listed import dates_listed, runs_of, weekdays_listed
from tests.support.agendas import day


def test_one_day_is_said_in_full() -> None:
    assert dates_listed([day(1)]) == "Tue 2 Mar 2027"


def test_days_in_a_row_are_one_run_over_weekends_and_bank_holidays() -> None:
    """What is off between two days parts nothing; a working day does."""
    assert dates_listed([day(3), day(4), day(7)]) == "Thu 4 to Mon 8 Mar 2027"
    assert dates_listed([day(0), day(2)], off={day(1)}) == "Mon 1 to Wed 3 Mar 2027"
    assert runs_of([day(0), day(2)]) == [(day(0), day(0)), (day(2), day(2))]


def test_a_run_over_months_or_years_says_both() -> None:
    assert dates_listed([day(number) for number in range(28, 36)]) == "Mon 29 Mar to Mon 5 Apr 2027"
    over = [date(2027, 12, 30) + timedelta(days=number) for number in range(4)]
    assert dates_listed(over) == "Thu 30 Dec 2027 to Sun 2 Jan 2028"


def test_the_year_is_said_once() -> None:
    assert dates_listed([day(0), day(8), day(16)]) == "Mon 1 Mar, Tue 9 Mar and Wed 17 Mar 2027"
    assert dates_listed([date(2027, 12, 30), date(2028, 1, 5)]) == "Thu 30 Dec 2027 and Wed 5 Jan 2028"


def test_of_many_runs_the_first_are_said_and_the_rest_counted() -> None:
    every_other = [day(number) for number in (0, 2, 4, 8, 10, 15, 17, 18)]
    assert dates_listed(every_other, most=3) == "Mon 1 Mar, Wed 3 Mar 2027 and 6 more days until Fri 19 Mar 2027"


def test_the_same_day_of_each_week_is_a_pattern() -> None:
    """A bank holiday may be missing; any other day that is makes it none, and so do days at random."""
    fridays = [day(4 + 7 * week) for week in range(5)]
    assert weekdays_listed(fridays) == "Fridays"
    assert weekdays_listed([*fridays[:2], *fridays[3:]], off={fridays[2]}) == "Fridays"
    assert weekdays_listed([*fridays[:2], *fridays[3:]]) == ""
    both = sorted([*fridays, *(friday - timedelta(days=4) for friday in fridays[1:])])
    assert weekdays_listed(both) == "Mondays and Fridays"
    assert weekdays_listed([day(0), day(8), day(16)]) == ""
    assert weekdays_listed([day(7 * week + number) for week in range(3) for number in range(5)]) == "Mondays to Fridays"
    assert weekdays_listed(fridays[:2]) == ""
    assert weekdays_listed([]) == ""
