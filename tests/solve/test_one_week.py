"""A review in one week: which weeks are looked at, from the lead-in to the end of the horizon."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from ltsched.domain.availability import Diary
from ltsched.domain.review import Review, Settings
from ltsched.domain.spans import Spans, day_span
from ltsched.domain.stages.table import SHAPE
from ltsched.domain.timetable import Timetable
from ltsched.options.expand import expand
from ltsched.solve.plan import plan
from ltsched.verify import verify
from tests.support.agendas import LONDON, MONDAY, moved, retold, review
from tests.support.reading import customised
from tests.support.small_reviews import CAST, SHORT
from tests.support.solving import SECONDS, values

NUMBERS = {**SHORT, "lead-in-weeks": 1, "span-weeks": 1, "findings-meeting": "no", "joint-meeting-minutes": 240}
"""Nine hours of the one lead reviewer: two days, and not one."""

NEXT_MONDAY = MONDAY + timedelta(weeks=1)


def one_week(weekday: int, **more: Any) -> Review:
    """Return a review in one week whose lead-in ends on that day of the week from 8 March 2027 on."""
    option = customised("speed-plus", NUMBERS)
    commissioned = MONDAY + timedelta(days=weekday)
    return review(CAST[:3], option=option, settings=Settings(customise=NUMBERS), commissioned=commissioned, **more)


def planned(made: Review) -> Timetable:
    """Return the timetable of `made`, which is proven the best."""
    result = plan(made, time_limit_seconds=SECONDS)
    assert result.timetable is not None, result.reasons
    assert result.status == "optimal"
    return result.timetable


def days_of_the_week(made: Review, found: Timetable) -> set[date]:
    shape = expand(made).shape
    return {found.booking(id).day for id in getattr(shape, "activities")}  # noqa: B009 -- a shape of another kind has none


@pytest.mark.parametrize(
    ("weekday", "first", "passed"),
    [(3, 3, 0), (4, 7, 1), (5, 7, 0)],
)
def test_what_is_left_of_the_week_in_which_the_lead_in_ends_may_do(weekday: int, first: int, passed: int) -> None:
    """Thursday and Friday are enough, Friday is not; a weekend has nothing left, and the next week is the first."""
    made = one_week(weekday)
    found = planned(made)
    assert min(days_of_the_week(made, found)) == NEXT_MONDAY + timedelta(days=first)
    assert values(found)[SHAPE] == passed


def test_a_week_that_is_full_after_the_lead_in_is_passed() -> None:
    """The lead reviewer is free on Monday, in the lead-in, and away from Wednesday on: Tuesday alone is too short."""
    away = Spans.of([day_span(NEXT_MONDAY + timedelta(days=2), NEXT_MONDAY + timedelta(days=4), LONDON)])
    made = one_week(1, diaries={"l1": Diary(away, Spans())})
    found = planned(made)
    assert values(found)[SHAPE] == 1
    assert min(days_of_the_week(made, found)) >= NEXT_MONDAY + timedelta(weeks=1)


def test_the_check_names_what_lies_in_the_lead_in() -> None:
    """The same week, a day too early: the window of the activity forbids it."""
    made = one_week(1)
    agenda = expand(made)
    found = planned(made)
    early = found.booking("introduction").start - timedelta(days=1)
    wrong = retold(agenda, moved(found, "introduction", early))
    assert [violation.rule for violation in verify(agenda, wrong)] == ["window"]
