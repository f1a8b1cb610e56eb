"""The scenarios as reviews: read without a mistake, and as full as the README says."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import reduce

import pytest

from ltsched.domain.people import Role
from ltsched.domain.spans import Spans
from ltsched.domain.working_days import WorkingDays
from ltsched.options.template import shipped_options
from tests.support.shipped import SCENARIOS, shipped_review

README_FILE = SCENARIOS / "README.md"
SIX_HOURS_MINUTES = 6 * 60
ALL = (*shipped_options(), "impossible")
"""The scenarios by their folders: one for each option, and one without a timetable."""


@pytest.mark.parametrize("name", shipped_options())
def test_a_scenario_is_read_without_a_mistake(name: str) -> None:
    """The only thing to tell is whose calendar is missing, and that is meant."""
    review = shipped_review(name)
    assert review.option.name == name
    assert [str(notice) for notice in review.notices if not str(notice).startswith("no calendar for ")] == []


@pytest.mark.parametrize("name", ALL)
def test_the_readme_counts_the_people_right(name: str) -> None:
    """The number of people in the README is that of the people file."""
    row = next(line for line in README_FILE.read_text(encoding="utf-8").splitlines() if f"[{name}]({name})" in line)
    told = re.search(r"(\d+) people", row)
    assert told is not None
    assert int(told[1]) == len(shipped_review(name).people)


@pytest.mark.parametrize("name", ALL)
def test_nobody_is_real(name: str) -> None:
    """Every address ends in .example, a domain that nobody can have."""
    assert all(person.email.endswith(".example") for person in shipped_review(name).people)


@pytest.mark.parametrize("name", ALL)
def test_a_meeting_of_six_hours_never_has_everybody(name: str) -> None:
    """People are so busy that a joint meeting needs a quorum: on no day of the review are all of them free."""
    review = shipped_review(name)
    roles = (Role.LEAD_REVIEWER, Role.REVIEW_TEAM, Role.CASE_GROUP)
    expected = {person.id: person for role in roles for person in review.with_role(role)}
    end = review.commissioned + timedelta(
        weeks=review.option.whole("lead-in-weeks") + review.option.whole("span-weeks")
    )
    days = WorkingDays(review.holidays).between(review.commissioned, end)
    free = (p.works.spans(days, review.timezone) - review.diary(p.id).busy for p in expected.values())
    assert [span for span in reduce(Spans.__and__, free) if span[1] - span[0] >= SIX_HOURS_MINUTES] == []
