"""Series of every kind in every writing: what is busy is what dateutil works out by itself."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ltsched.domain.spans import Spans
from tests.files.calendars.plain_series import Series, busy_of
from tests.files.calendars.random_series import series
from tests.files.calendars.series_texts import NAMES, Style, written
from tests.support.calendar_texts import LONDON, reading

YEAR = (date(2027, 1, 1), date(2028, 1, 1))
STYLES = st.builds(
    Style,
    line_end=st.sampled_from(("\r\n", "\n", "\r\r\n", "\r")),
    encoding=st.sampled_from(("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be")),
    names=st.sampled_from(NAMES),
    lower=st.booleans(),
    lotus=st.booleans(),
    by_length=st.booleans(),
    folds=st.sampled_from((0, 2, 10)),
    seed=st.integers(0, 2**32),
)


def check(all_series: list[Series], style: Style) -> None:
    """Read the series as they are written and compare."""
    text = written(all_series, style)
    found, mistakes = reading(text)
    assert mistakes == []
    # What repeats by the minute is read, and told of.
    assert [doubt for doubt in found.doubts if "MINUTELY" not in doubt.found] == []
    assert found.unread == 0
    expected = Spans()
    for each in all_series:
        expected = expected | busy_of(each, YEAR, LONDON, by_length=style.by_length)
    first, end = (datetime.combine(day, time(), LONDON) for day in YEAR)
    assert found.diary.busy & Spans.between(first, end) == expected


SLOW = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


@settings(max_examples=250, deadline=None, suppress_health_check=SLOW)
@given(all_series=st.lists(series(), min_size=1, max_size=3), style=STYLES)
def test_busy_is_what_dateutil_works_out(all_series: list[Series], style: Style) -> None:
    """Rules, exceptions, moved and cancelled occurrences, in each form of day, time, zone, line and letter."""
    check(all_series, style)


@pytest.mark.long
@settings(max_examples=2000, deadline=None, suppress_health_check=SLOW)
@given(all_series=st.lists(series(), min_size=1, max_size=3), style=STYLES)
def test_busy_is_what_dateutil_works_out_at_length(all_series: list[Series], style: Style) -> None:
    """The same for long."""
    check(all_series, style)
