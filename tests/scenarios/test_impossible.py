"""The scenario without a timetable: two causes, neither of which has anything to do with the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

import ltsched
from ltsched.domain.availability import Diary
from ltsched.domain.review import Review
from ltsched.domain.spans import Spans, day_span
from ltsched.domain.timetable import Status
from tests.support.shipped import shipped_review

AROUND = (date(2028, 2, 14), date(2028, 3, 13))
"""The days on which the second joint meeting may be: its even position, give or take."""

AWAY = [("t1", "leave"), ("t1", "court"), ("t4", "leave"), ("t4", "busy")]
"""What together leaves none of them."""


def independent(review: Review) -> Review:
    """Return the review with two lead reviewers who are of no agency."""
    people = tuple(replace(person, agency="") if person.id == "l2" else person for person in review.people)
    return replace(review, people=people)


def at_hand(review: Review, id: str, kind: str) -> Review:
    """Return the review in which nothing of this kind keeps a person away on the days of the second joint meeting."""
    start, end = day_span(*AROUND, review.timezone)
    diary = review.diary(id)
    kept = tuple(time for time in diary.times if time.kind != kind or time.end <= start or time.start >= end)
    assert len(kept) < len(diary.times)
    return replace(review, diaries={**review.diaries, id: Diary.of(kept, has_calendar=True, coverage=diary.coverage)})


def about(review: Review) -> set[str]:
    """Return the activities that the reasons name, of a review without a timetable."""
    outcome = ltsched.plan(review)
    assert outcome.status is Status.INFEASIBLE
    return {id for reason in outcome.reasons for id in reason.ids if ":" in id}


def test_there_is_no_timetable_and_both_causes_are_told() -> None:
    """A conversation that nobody may hold, and a meeting on no day."""
    assert about(shipped_review("impossible")) == {"conversation:p07", "joint-meeting:2"}


def test_each_cause_is_enough() -> None:
    """Who mends one of them meets the other."""
    review = shipped_review("impossible")
    assert about(independent(review)) == {"joint-meeting:2"}
    assert about(at_hand(review, *AWAY[0])) == {"conversation:p07"}


@pytest.mark.parametrize(("id", "kind"), AWAY)
def test_without_both_there_is_one(id: str, kind: str) -> None:
    """Each of the four absences has a part in it: if any one gives way, the meeting finds its day."""
    outcome = ltsched.plan(at_hand(independent(shipped_review("impossible")), id, kind))
    assert outcome.status is Status.OPTIMAL


def test_a_row_that_frees_somebody_after_all_is_enough() -> None:
    """One of the two comes for one day of her leave: the meeting is then, and the independent check is content."""
    review = independent(shipped_review("impossible"))
    start = datetime(2028, 2, 22, 10, tzinfo=review.timezone)
    freed = review.diary("t1").with_freed(Spans.between(start, start + timedelta(hours=6)))
    outcome = ltsched.plan(replace(review, diaries={**review.diaries, "t1": freed}))
    assert outcome.timetable is not None
    assert outcome.timetable.booking("joint-meeting:2").start == start
