"""How far a timetable has come on a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ltsched.domain.option import Kind
from ltsched.domain.standing.course import course_of
from ltsched.domain.timetable import FINAL_REPORT, Milestone
from tests.support.agendas import at, day
from tests.support.invitations import meeting, review_of, timetable_of

SET_UP = meeting("set-up", at(1, "10:00"), "p1", kind=Kind.SET_UP)
TALK = meeting("conversation:p3", at(3, "10:00"), "p3", kind=Kind.CONVERSATION)
REVIEW = review_of(deadline=day(25))
PLAN = timetable_of(REVIEW, SET_UP, TALK, milestones=(Milestone(FINAL_REPORT, "Final report", day(21)),), today=day(-3))


def test_what_is_over_counts_as_held_from_the_day_after() -> None:
    """On its day a booking is the next one, whatever the hour; the day after it is held."""
    over = replace(REVIEW, over=(SET_UP,))
    assert (course_of(over, PLAN, day(1)).held, course_of(over, PLAN, day(1)).to_come) == ((), (SET_UP, TALK))
    assert (course_of(over, PLAN, day(2)).held, course_of(over, PLAN, day(2)).to_come) == ((SET_UP,), (TALK,))


def test_what_was_held_is_as_people_were_told() -> None:
    """A later plan that nobody heard of has moved nothing: the review has it as it was."""
    told = replace(SET_UP, start=at(0, "10:00"), end=at(0, "12:00"))
    assert course_of(replace(REVIEW, over=(told,)), PLAN, day(1)).held == (told,)


def test_the_phase_is_that_of_the_next_booking() -> None:
    """After the last one the report is written; nothing is said where something waits."""
    assert course_of(REVIEW, PLAN, day(0)).phase == "Set-up, introduction"
    assert course_of(replace(REVIEW, over=(SET_UP,)), PLAN, day(2)).phase == "Conversations"
    done = replace(REVIEW, over=(SET_UP, TALK))
    assert course_of(done, PLAN, day(4)).phase == "Report"
    waiting = course_of(done, replace(PLAN, waiting=("joint-meeting:1",)), day(4))
    assert (waiting.phase, waiting.bookings) == ("", 3)


@pytest.mark.parametrize(("deadline", "left"), [(day(25), 4), (day(21), 0), (day(16), -3), (None, None)])
def test_the_report_against_the_deadline_in_working_days(deadline: date | None, left: int | None) -> None:
    course = course_of(replace(REVIEW, deadline=deadline), PLAN, day(0))
    assert (course.report, course.days_left) == (day(21), left)
