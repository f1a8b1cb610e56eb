"""A review of four people within a few weeks, in memory or in a folder: an option is planned in no time."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ltsched.domain.numbers import Setting
from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review, Settings
from tests.support.agendas import person, review
from tests.support.reading import customised

SHORT: Mapping[str, Setting] = {
    "lead-in-weeks": 0,
    "span-weeks": 4,
    "review-team-meetings": 1,
    "joint-meetings": 1,
    "joint-meeting-notice-working-days": 0,
    "conversation-notice-working-days": 0,
    "analysis-to-joint-working-days": 0,
    "draft-report-working-days": 5,
    "comments-working-days": 0,
}
CAST: tuple[Person, ...] = (
    person("l1", Role.LEAD_REVIEWER, agency=""),
    person("t1", agency="Council"),
    person("c1", Role.CASE_GROUP, agency="School", conversation_rank=1),
    person("c2", Role.CASE_GROUP, agency="Police", conversation_rank=2),
)
PEOPLE = """id,name,email,role,agency,conversation
l1,Lead Reviewer,l1@reviews.example,lead-reviewer,,
t1,Head of Service,t1@council.example,review-team,Council,
c1,Teacher,c1@school.example,case-group,School,1
c2,Officer,c2@police.example,case-group,Police,2
"""
REVIEW = """reference = "LT-2027-01"
option = "mid-range"
kind = "practice-review"
commissioned = 2027-01-11
timezone = "Europe/London"
region = "none"
[family]
approach = "letter"
[customise]
"""


def small_review(**more: Any) -> Review:
    """Return the review in memory, commissioned on the Monday of `tests.support.agendas`, read under Focused."""
    numbers = {**SHORT, **more.pop("numbers", {})}
    return review(
        more.pop("people", CAST),
        option=customised("focused", numbers),
        settings=Settings(customise=numbers),
        **more,
    )


def small_folder(folder: Path, more: str = "") -> Path:
    """Write the review into `folder`, commissioned on 2027-01-11, with `more` at the end of review.toml; return it."""
    folder.mkdir(parents=True)
    numbers = "".join(f"{name} = {value}\n" for name, value in SHORT.items())
    (folder / "review.toml").write_text(f"{REVIEW}{numbers}{more}", encoding="utf-8")
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    return folder
