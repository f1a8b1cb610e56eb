"""What is planned at times that people have freed after all: outside their hours, and checked by somebody else."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.availability import Diary
from ltsched.domain.spans import Spans, day_span, minute_after, minute_before
from ltsched.domain.timetable import Status
from ltsched.solve.plan import plan
from tests.support.agendas import LONDON, MONDAY, day, span
from tests.support.small_reviews import CAST, small_review

AWAY = Diary(Spans.of([day_span(MONDAY, day(120), LONDON)]))
EVENINGS = span(8, "18:00", "20:00") | span(9, "18:00", "20:00") | span(10, "18:00", "20:00")
NUMBERS = {"review-team-meetings": 0, "event-minutes": 90}


def test_meetings_are_held_in_evenings_that_all_have_freed() -> None:
    """Everybody is away for weeks; all come on three evenings after all, when nobody works. Without one, nothing is."""
    diaries = {each.id: AWAY.with_freed(EVENINGS) for each in CAST}
    review = small_review(numbers=NUMBERS, diaries=diaries)
    result = plan(review)
    assert result.status is Status.OPTIMAL
    assert result.timetable is not None
    spans = [(minute_before(one.start), minute_after(one.end)) for one in result.timetable.bookings]
    assert len(spans) == 3
    assert all(EVENINGS.covers(*each) for each in spans)
    assert plan(replace(review, diaries={**diaries, "l1": AWAY})).status is Status.INFEASIBLE
