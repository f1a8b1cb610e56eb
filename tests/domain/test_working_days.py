"""Working days, against counting one by one, and at bank holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.working_days import WorkingDays

CHRISTMAS = WorkingDays(frozenset({date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3)}))
days = st.dates(date(2027, 12, 1), date(2028, 1, 31))
holidays = st.frozensets(days, max_size=10).map(WorkingDays)


@given(holidays, days, days)
def test_count_counts_the_days_one_by_one(working_days: WorkingDays, start: date, end: date) -> None:
    """`count` is half-open, agrees with `between`, and turns its sign if the days are turned round."""
    one_by_one = sum(working_days.is_working(start + timedelta(days=i)) for i in range((end - start).days))
    if start <= end:
        assert working_days.count(start, end) == one_by_one == len(working_days.between(start, end))
    assert working_days.count(start, end) == -working_days.count(end, start)


@given(holidays, days, days)
def test_after_counts_the_last_day_and_not_the_first(working_days: WorkingDays, day: date, until: date) -> None:
    """Day by day; nothing where the second is not later."""
    passed = [day + timedelta(days=i) for i in range(1, (until - day).days + 1)]
    assert working_days.after(day, until) == sum(map(working_days.is_working, passed))


@given(holidays, days, st.integers(0, 30))
def test_add_is_the_other_way_round_of_count(working_days: WorkingDays, day: date, number: int) -> None:
    """The day after `number` working days is a working day, and `number` lie after the first up to it."""
    found = working_days.add(day, number)
    assert working_days.is_working(found)
    one_day = timedelta(days=1)
    if number:
        assert working_days.count(day + one_day, found + one_day) == number
    else:
        assert found == working_days.on_or_after(day)


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        (date(2027, 12, 23), 1, date(2027, 12, 24)),
        (date(2027, 12, 24), 1, date(2027, 12, 29)),  # Christmas Day is a Saturday, so Monday and Tuesday are off
        (date(2027, 12, 25), 0, date(2027, 12, 29)),
        (date(2027, 12, 31), 1, date(2028, 1, 4)),
        (date(2027, 12, 20), 10, date(2028, 1, 6)),
    ],
)
def test_across_christmas(start: date, number: int, end: date) -> None:
    """The bank holidays in lieu of Christmas and New Year 2027–28 are not worked."""
    assert CHRISTMAS.add(start, number) == end
