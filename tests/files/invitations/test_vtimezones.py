"""The block that explains a time zone: rules, the plain name, and never one that is wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from ltsched.files.invitations.vtimezones import vtimezone

SUMMER = datetime(2027, 7, 1, 10, tzinfo=UTC)


@pytest.mark.parametrize("name", ["Europe/London", "Europe/Dublin", "America/New_York", "Asia/Kolkata"])
def test_a_block_has_the_plain_name_and_rules(name: str) -> None:
    """No prefix of the package in the TZID, no list of dates, no remarks."""
    block = vtimezone(ZoneInfo(name), [SUMMER])
    assert block is not None
    text = block.to_ical().decode()
    assert f"TZID:{name}\r\n" in text
    assert ("RRULE:FREQ=YEARLY" in text) == (name != "Asia/Kolkata")
    assert not [word for word in ("RDATE", "X-LIC", "LAST-MODIFIED", "ics.py") if word in text]


@pytest.mark.parametrize("name", ["UTC", "GB", "America/Mexico_City"])
def test_without_a_true_block_there_is_none(name: str) -> None:
    """Zones that the package has not, and one whose rules have changed since."""
    assert vtimezone(ZoneInfo(name), [SUMMER]) is None


def test_only_the_moments_that_are_written_matter() -> None:
    """Morocco changes its clocks for Ramadan, which no yearly rule can say; outside of it the block is right."""
    zone = ZoneInfo("Africa/Casablanca")
    assert vtimezone(zone, [SUMMER]) is not None
    assert vtimezone(zone, [SUMMER, datetime(2027, 2, 20, 10, tzinfo=UTC)]) is None
