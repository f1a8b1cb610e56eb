"""A time zone from rules, also far from today."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

import pytest
from dateutil.tz import tzical

from ltsched.files.calendars.syntax.remembered_zone import RememberedZone
from tests.support.calendar_texts import LONDON, LONDON_BLOCK

ZONE = RememberedZone(tzical(io.StringIO(LONDON_BLOCK.format(name="Ours").replace("1601", "1972"))).get())


@pytest.mark.parametrize("year", [1999, 2027, 2099, 2100, 2101, 2400, 9998])
def test_is_as_its_rules_say(year: int) -> None:
    """Each hour around both changes of the clocks, there and back, as the zone database has it."""
    for month in (3, 10):
        for hour in range(24 * 31):
            moment = datetime(year, month, 1, tzinfo=UTC) + timedelta(hours=hour)
            local = moment.astimezone(ZONE)
            assert local.replace(tzinfo=None) == moment.astimezone(LONDON).replace(tzinfo=None)
            assert local.astimezone(UTC) == moment


def test_a_time_that_the_clocks_leave_out_is_counted_from_before() -> None:
    """01:30 on 28 March 2027 is 02:30 in summer time, as in the zone database; so it is around midnight."""
    for minute in range(0, 24 * 60, 10):
        for day in (datetime(2027, 3, 28), datetime(2027, 10, 31)):
            moment = day + timedelta(minutes=minute)
            assert moment.replace(tzinfo=ZONE).utcoffset() == moment.replace(tzinfo=LONDON).utcoffset()
    block = LONDON_BLOCK.format(name="Ours").replace("1601", "1972").replace("T010000", "T000000")
    at_midnight = RememberedZone(tzical(io.StringIO(block)).get())
    assert datetime(2027, 3, 28, 0, 30, tzinfo=at_midnight).utcoffset() == timedelta()
    assert datetime(2027, 3, 28, 1, 0, tzinfo=at_midnight).utcoffset() == timedelta(hours=1)


def test_ends_of_time_are_no_error() -> None:
    """The year 1, and the last moment that there is."""
    assert datetime(1, 1, 2, tzinfo=ZONE).utcoffset() == timedelta()
    assert datetime(9999, 12, 31, 23, tzinfo=ZONE).utcoffset() == timedelta()
