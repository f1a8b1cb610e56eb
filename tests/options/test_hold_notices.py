"""What is told of holds and of the deadline that goes on."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from ltsched.domain.numbers import Setting
from ltsched.domain.review import Hold, HoldScope
from ltsched.options.expand import expand
from tests.support.agendas import day, hold
from tests.support.small_reviews import small_review

WEEK = hold(HoldScope.REVIEW, day(7), day(11))
NUMBERS: dict[str, Setting] = {"lead-in-weeks": 1}


def told(*holds: Hold, **more: Any) -> list[str]:
    """Return what is told of holds of a review whose lead-in of a week ends with the first of them."""
    agenda = expand(small_review(holds=holds, numbers=NUMBERS, **more))
    return [notice.text for notice in agenda.notices if "the hold on" in notice.text]


def test_what_a_hold_takes_and_what_is_left_after_it() -> None:
    """Five working days; the span is a week longer, the deadline where it was."""
    (text,) = told(WEEK, deadline=day(60))
    assert text.startswith(
        "the hold on the review, 8–12 Mar 2027 (a trial), takes 5 working days and moves the end of the span from "
        "Sun 4 Apr 2027 to Sun 11 Apr 2027; the deadline of Fri 30 Apr 2027 stays, as a hold stops no statutory clock; "
        "35 working days are left between its end and the deadline, of which the report takes 5."
    )


def test_before_which_day_no_report_can_be_given() -> None:
    """Nothing can be held before the hold, so all of it is a week later."""
    (text,) = told(WEEK, deadline=day(60))
    assert text.endswith("The report cannot be given before Mon 22 Mar 2027; without the hold, before Mon 15 Mar 2027")


def test_a_deadline_that_cannot_be_met_any_more() -> None:
    """The report cannot be given before the 22nd; it was due on the 17th."""
    (text,) = told(WEEK, deadline=day(16))
    assert "what is held after it makes the report at least 3 working days late" in text
    assert text.endswith("The deadline cannot be met: it is missed by 3 working days at least")


def test_what_can_be_before_the_hold_keeps_the_report_where_it_was() -> None:
    """Everything may lie in the week before: nothing is claimed of the report, only of what comes after."""
    (text,) = told(hold(HoldScope.REVIEW, day(14), day(18)), deadline=day(22))
    assert "cannot be" not in text
    assert text.endswith("what is held after it makes the report at least 4 working days late")


def test_without_a_deadline_no_clock_is_stopped_either() -> None:
    (text,) = told(hold(HoldScope.REVIEW, day(14), day(18)))
    assert text.endswith("; it stops no statutory clock")


def test_a_hold_without_an_end() -> None:
    """What lies in it waits, and until when it can wait is told."""
    (text,) = told(hold(HoldScope.REVIEW, day(14), None), deadline=day(60))
    assert text == (
        "the hold on the review from 2027-03-15 (a trial) has no end: all from then on waits until it gets an "
        '"until"; the deadline of Fri 30 Apr 2027 stays, as a hold stops no statutory clock. For a report in time the '
        "last meeting has to be held by Fri 23 Apr 2027: the hold has to end before that"
    )
    (text,) = told(hold(HoldScope.REVIEW, day(14), None), deadline=day(18))
    assert text.endswith("has to be held by Fri 12 Mar 2027: that is before it begins")
    (text,) = told(hold(HoldScope.REVIEW, day(14), None))
    assert text.endswith('waits until it gets an "until", and no statutory clock stops')


def test_a_hold_on_publication_moves_nothing_else() -> None:
    (text,) = told(hold(HoldScope.PUBLICATION, day(14), day(18)), deadline=day(60))
    assert text.endswith("moves the publication alone: the report and its deadline stay")


def test_a_hold_on_an_activity_is_told_where_it_makes_the_report_late() -> None:
    held = Hold(HoldScope.ACTIVITY, "event", day(7), day(18), "")
    (text,) = told(held, deadline=day(20))
    assert text.startswith("the hold on event, 8–19 Mar 2027: the report cannot be given before Mon 29 Mar 2027")
    assert told(held, deadline=day(60)) == []


def test_a_hold_on_a_person_is_leave() -> None:
    assert told(Hold(HoldScope.PERSON, "t1", day(7), day(18), ""), deadline=day(20)) == []


@pytest.mark.parametrize(("today", "number"), [(day(11), 1), (day(12), 0)])
def test_what_is_past_is_not_told(today: date, number: int) -> None:
    """On its last day a hold still holds."""
    assert len(told(WEEK, deadline=day(60), today=today)) == number


def test_a_hold_at_a_weekend_takes_nothing() -> None:
    assert told(hold(HoldScope.REVIEW, day(5), day(6)), deadline=day(60)) == []


def test_a_hold_without_an_end_on_one_activity_is_told_with_the_deadline() -> None:
    """What it keeps waiting keeps the report waiting, and no clock stops for it."""
    held = Hold(HoldScope.ACTIVITY, "review-team-meeting:1", day(7), None, "a trial")
    (text,) = told(held, deadline=day(60))
    assert text.startswith(
        "the hold on review-team-meeting:1 from 2027-03-08 (a trial) has no end: what lies there then waits, with all "
        'that comes after it, until it gets an "until"; the deadline of Fri 30 Apr 2027 stays'
    )
    assert text.endswith("the hold has to end before that")
