"""Which days are near."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, Template
from ltsched.domain.review import HoldScope
from ltsched.domain.standing.near_dates import last_day_to_invite, near_dates
from ltsched.domain.standing.standing import Course
from ltsched.domain.timetable import Booking, Milestone
from ltsched.domain.working_days import WorkingDays
from tests.support.agendas import activity, agenda, at, day, hold, option, person
from tests.support.invitations import EMPTY, invitation, ledger_of, line, meeting

TALK = meeting("conversation:p3", at(14, "10:00"), "p3")
TEMPLATE = Template("conversation", Kind.CONVERSATION, "Conversation", 120, notice_working_days=5)
PLAN = agenda([person("p3")], [activity("conversation:p3"), activity("set-up")])
PLAN = PLAN.changed(
    option=replace(option(), templates=(TEMPLATE, replace(TEMPLATE, id="set-up", notice_working_days=0)))
)


def course(*to_come: Booking, milestones: tuple[Milestone, ...] = ()) -> Course:
    return Course(day(-5), (), to_come, (), "", milestones, None, None)


def told(plan: Agenda, of: Course, today: date) -> list[tuple[date, str]]:
    return [(each.day, each.text) for each in near_dates(plan, of, EMPTY, today)]


@pytest.mark.parametrize(
    ("booked", "notice", "last"),
    [(day(4), 0, day(4)), (day(4), 1, day(3)), (day(7), 1, day(4)), (day(14), 5, day(7)), (day(11), 11, day(-4))],
    ids=["none", "the day before", "over a weekend", "a week", "two weeks and a day, on a Thursday"],
)
def test_the_last_day_to_invite(booked: date, notice: int, last: date) -> None:
    """It is a working day, and gives the whole notice; the working day after it would not."""
    days = WorkingDays()
    assert last_day_to_invite(booked, notice, days) == last
    assert days.after(last, booked) >= notice
    assert days.after(days.add(last, 1), booked) < max(notice, 1)


def test_whom_nobody_has_invited_is_told_until_when_to() -> None:
    """Five working days before Monday the 15th is Monday the 8th; the set-up needs no notice."""
    found = near_dates(PLAN, course(TALK, meeting("set-up", at(15, "10:00"), "p3")), EMPTY, day(2))
    assert [(each.day, each.activities) for each in found] == [(day(7), ("conversation:p3",))]
    assert found[0].text == "last day to invite with 5 working days of notice"


def test_a_notice_that_has_passed_is_still_told() -> None:
    assert told(PLAN, course(TALK), day(9)) == [
        (day(7), "last day to invite with 5 working days of notice, which has passed")
    ]


def test_who_is_invited_needs_no_invitation() -> None:
    ledger = ledger_of(line(invitation("conversation:p3", "p3", start=TALK.start)))
    assert near_dates(PLAN, course(TALK), ledger, day(2)) == ()


def test_milestones_of_the_next_three_weeks() -> None:
    """Those of today and of the day three weeks on are among them, the days around them not."""
    found = course(milestones=tuple(Milestone(f"m{n}", f"Day {n}", day(n)) for n in (-1, 0, 21, 22)))
    assert told(PLAN, found, day(0)) == [(day(0), "Day 0"), (day(21), "Day 21")]


def test_a_hold_that_begins_or_ends_soon_and_the_deadline() -> None:
    plan = agenda([], [], holds=(hold(HoldScope.REVIEW, day(-20), day(3)),), deadline=day(5))
    assert told(plan, course(), day(0)) == [
        (day(3), "the hold on the review (a trial) ends with this day"),
        (day(5), "the report is due"),
    ]
    plan = agenda([], [], holds=(hold(HoldScope.PERSON, day(4), None, "p3"),))
    assert told(plan, course(), day(0)) == [(day(4), "the hold on p3 (a trial) begins")]
