"""No booking of a proven timetable lies before the day that is told to be its earliest."""

from __future__ import annotations

from datetime import date, datetime

import pytest

import ltsched
from ltsched.domain.clocks.earliest import earliest_days, earliest_report
from ltsched.options.expand import expand
from ltsched.options.template import shipped_options
from tests.scenarios.recording import kept
from tests.support.shipped import SCENARIOS


@pytest.mark.parametrize("name", shipped_options())
def test_no_booking_lies_before_its_earliest_day(name: str) -> None:
    """A bound that were too late would call a deadline lost that can be met."""
    agenda = expand(ltsched.read_review(SCENARIOS / name))
    days: dict[str, date] = {one[0]: datetime.fromisoformat(one[1]).date() for one in kept(name)["bookings"]}
    earliest = earliest_days(agenda)
    assert {id: day for id, day in days.items() if day < earliest[id]} == {}
    on_the_path = [days[one.id] for one in agenda.activities if one.id in days and not one.off_critical_path]
    report = earliest_report(agenda)
    assert report is not None
    assert report <= agenda.report_dates.final_report(max(on_the_path))
