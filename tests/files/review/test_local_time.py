"""Local times in a table."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ltsched.files.review.local_time import is_date, parse_end, parse_start

LONDON = ZoneInfo("Europe/London")


def utc(minute: int) -> str:
    return datetime.fromtimestamp(minute * 60, UTC).strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2027-01-11 09:30", "2027-01-11 09:30", "2027-01-11 09:30"),
        ("2027-07-01T9:30", "2027-07-01 08:30", "2027-07-01 08:30"),
        ("2027-07-01T09:30:20", "2027-07-01 08:30", "2027-07-01 08:31"),
        ("2027-07-01T09:30Z", "2027-07-01 09:30", "2027-07-01 09:30"),
        ("2027-07-01 09:30+02:00", "2027-07-01 07:30", "2027-07-01 07:30"),
        ("2027-07-01 09:30-0500", "2027-07-01 14:30", "2027-07-01 14:30"),
        ("2027-07-01", "2027-06-30 23:00", "2027-07-01 23:00"),
        ("2027-01-11 24:00", "2027-01-12 00:00", "2027-01-12 00:00"),
        ("2027-03-28 01:30", "2027-03-28 00:30", "2027-03-28 01:30"),
        ("2027-10-31 01:30", "2027-10-31 00:30", "2027-10-31 01:30"),
    ],
)
def test_what_is_understood(text: str, start: str, end: str) -> None:
    """Local, with an offset, whole days; a time that the clocks skip or repeat takes in both readings."""
    assert utc(parse_start(text, LONDON)) == start
    assert utc(parse_end(text, LONDON)) == end


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "such as 2027-01-11 09:30"),
        ("11/01/2027 09:30", "such as 2027-01-11 09:30"),
        ("2027-W01-1", "such as"),
        ("2027-02-29", "a date that exists"),
        ("2027-01-11 25:00", "a time of day that exists"),
        ("2027-01-11 24:30", "a time of day that exists"),
        ("2027-01-11 09:30+99:00", "a time of day that exists"),
        ("0001-01-01", "a year from 1970"),
        ("9999-12-31", "a year from 1970"),
    ],
)
def test_what_is_not_understood_is_told(text: str, expected: str) -> None:
    """What would be right, whichever end it is."""
    for parse in (parse_start, parse_end):
        with pytest.raises(ValueError, match="expected") as caught:
            parse(text, LONDON)
        assert expected in str(caught.value)


def test_a_date_is_told_from_a_moment() -> None:
    """A date alone means a whole day."""
    assert is_date("2027-01-11")
    assert not is_date("2027-01-11 09:30")
    assert not is_date("")
