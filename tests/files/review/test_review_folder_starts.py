"""Calendars are read for every day on which the review might be commissioned."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from ltsched.domain.review import Review
from ltsched.files.review.review_folder import read_review_folder
from tests.support.small_reviews import small_folder

EARLY, LATE = date(2025, 3, 3), date(2033, 3, 7)
EVENT = (
    "BEGIN:VEVENT\r\nUID:{day}\r\nDTSTAMP:20250101T000000Z\r\nDTSTART:{day}T090000Z\r\nDTEND:{day}T170000Z\r\n{more}"
)
RULE = "RRULE:FREQ=YEARLY\r\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder in which l1 and t1 have engagements long before and after the commissioning of 2027."""
    found = small_folder(tmp_path / "review", "")
    text = (found / "review.toml").read_text(encoding="utf-8").replace('region = "none"', 'region = "GB-ENG"')
    (found / "review.toml").write_text(text, encoding="utf-8")
    days = ("20250304", "20270112", "20330308")
    events = [EVENT.format(day=day, more="") for day in days] + [EVENT.format(day="20240901", more=RULE)]
    body = "".join(f"{event}END:VEVENT\r\n" for event in events)
    (found / "calendars").mkdir()
    (found / "calendars" / "l1.ics").write_text(
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\n{body}END:VCALENDAR\r\n", encoding="utf-8", newline=""
    )
    busy = "id,start,end,level\nt1,2025-03-04T09:00,2025-03-04T17:00,busy\nt1,2033-03-08T09:00,2033-03-08T17:00,busy\n"
    (found / "busy.csv").write_text(busy, encoding="utf-8")
    return found


def busy_days(review: Review, id: str) -> list[str]:
    return [datetime.fromtimestamp(60 * start, UTC).strftime("%Y-%m-%d") for start, _ in review.diary(id).busy]


def test_without_starts_only_the_time_of_the_review_is_read(folder: Path) -> None:
    """From the day before the commissioning on, for some two years."""
    review = read_review_folder(folder)
    assert busy_days(review, "l1") == ["2027-01-12", "2027-09-01", "2028-09-01"]


@pytest.mark.parametrize("option", [None, "full"])
def test_what_lies_long_before_and_long_after_is_read_for_starts(folder: Path, option: str | None) -> None:
    """Single engagements, those that repeat, and the lines of busy.csv; the commissioning stays as it is."""
    review = read_review_folder(folder, option, starts=[LATE, EARLY])
    found = busy_days(review, "l1")
    assert {"2025-03-04", "2025-09-01", "2027-01-12", "2033-03-08", "2034-09-01"} <= set(found)
    assert busy_days(review, "t1") == ["2025-03-04", "2033-03-08"]
    assert review.commissioned == date(2027, 1, 11)


def test_bank_holidays_reach_as_far(folder: Path) -> None:
    """For the milestones of the last start, too."""
    christmas = {date(year, 12, 25) for year in (2025, 2034)}
    assert christmas <= read_review_folder(folder, starts=[EARLY, LATE]).holidays
    assert not christmas & read_review_folder(folder).holidays


def test_a_start_on_the_day_itself_changes_nothing(folder: Path) -> None:
    """The same window, the same review."""
    assert read_review_folder(folder, starts=[date(2027, 1, 11)]) == read_review_folder(folder)
