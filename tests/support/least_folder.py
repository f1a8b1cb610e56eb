"""The folder of a review with no more than it needs, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.review import Review
from ltsched.errors import InvalidReview
from ltsched.files.review.review_folder import read_review_folder

REVIEW = """reference = "R-1"
option = "full"
commissioned = 2027-01-11
timezone = "Europe/London"
region = "GB-ENG"
[family]
approach = "letter"
"""
PEOPLE = """id,name,email,role,agency,conversation
l1,A,l1@x.example,lead-reviewer,,
l2,B,l2@x.example,lead-reviewer,,
t1,C,t1@x.example,review-team,Police,
p1,D,p1@x.example,case-group,Health,1
"""
EVENT = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20270101T000000Z\r\n"
    "DTSTART:20270201T090000Z\r\nDTEND:20270201T100000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def least_folder(found: Path) -> Path:
    """Make the folder `found`, and return it."""
    found.mkdir()
    (found / "review.toml").write_text(REVIEW, encoding="utf-8")
    (found / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return found


def told(folder: Path, option: str | None = None) -> list[str]:
    """Return the mistakes that are told of a folder, under `option` if it is given."""
    with pytest.raises(InvalidReview) as caught:
        read_review_folder(folder, option)
    return list(map(str, caught.value.mistakes))


def notices(review: Review) -> list[str]:
    """Return what else is told of a review, but for calendars that are not there."""
    return [str(notice) for notice in review.notices if not str(notice).startswith("no calendar")]
