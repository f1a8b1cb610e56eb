"""How late an answer may lie: eight weeks after the span, that day itself allowed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ltsched.domain.availability import Diary
from ltsched.domain.review import HoldScope
from ltsched.domain.spans import Spans, day_span
from ltsched.domain.timetable import Status
from ltsched.solve.plan import plan
from tests.support.agendas import LONDON, MONDAY, hold
from tests.support.small_reviews import small_review
from tests.support.solving import SECONDS

LAST = MONDAY + timedelta(weeks=4 + 8)
"""Eight weeks after a span of four, with no lead-in: a Monday, on which everything of the small review has room."""

NUMBERS = {"review-team-meetings": 0, "event-minutes": 240}


@pytest.mark.parametrize(("after", "possible"), [(0, True), (1, False)])
@pytest.mark.parametrize("held_weeks", [0, 1])
def test_the_last_day_is_allowed_itself(after: int, possible: bool, held_weeks: int) -> None:
    """The lead reviewer is away until that day, or until the next; a hold of a week moves it by a week."""
    free = LAST + timedelta(days=after, weeks=held_weeks)
    away = Spans.of([day_span(date(2027, 1, 1), free - timedelta(days=1), LONDON)])
    weeks = [hold(HoldScope.REVIEW, MONDAY + timedelta(days=7), MONDAY + timedelta(days=11))] if held_weeks else []
    made = small_review(numbers=NUMBERS, diaries={"l1": Diary(away, Spans())}, holds=tuple(weeks))
    result = plan(made, time_limit_seconds=SECONDS, every_reason=False)
    assert result.status is (Status.OPTIMAL if possible else Status.INFEASIBLE)
    if result.timetable is not None:
        assert {booking.day for booking in result.timetable.bookings} == {free}
