"""Milestones: working days from the last meeting, leave, Christmas and holds on publication."""

from __future__ import annotations

from datetime import date

import pytest

from ltsched.domain.option import MilestoneTemplate
from ltsched.domain.report_dates import ReportDates, final_report_of
from ltsched.domain.review import HoldScope
from ltsched.domain.timetable import Milestone
from ltsched.domain.working_days import WorkingDays
from tests.support.agendas import MILESTONES, day, hold

PLAIN = ReportDates(MILESTONES, WorkingDays(), frozenset(), ())


def dates(milestones: tuple[Milestone, ...]) -> dict[str, date]:
    return {milestone.id: milestone.date for milestone in milestones}


def test_each_milestone_follows_the_one_before() -> None:
    """From Friday: draft after 5 working days, comments 3 later, the report that day, the response 4 later."""
    assert dates(PLAIN.milestones(day(4))) == {
        "draft-report": day(11),
        "comments": day(16),
        "final-report": day(16),
        "response": day(22),
        "publication": day(22),
    }
    assert PLAIN.final_report(day(4)) == day(16)


def test_leave_of_the_lead_reviewers_does_not_count() -> None:
    """Two days of leave move all that follows by two working days; leave that lies before moves nothing."""
    leave = ReportDates(MILESTONES, WorkingDays(), frozenset({day(3), day(8), day(9)}), ())
    assert dates(leave.milestones(day(4)))["draft-report"] == day(15)
    assert leave.final_report(day(4)) == day(18)


def test_across_christmas() -> None:
    """Five working days from Thursday 23 December 2027 end on Tuesday 4 January: three bank holidays lie between."""
    off = WorkingDays(frozenset({date(2027, 12, 27), date(2027, 12, 28), date(2028, 1, 3)}))
    found = ReportDates(MILESTONES, off, frozenset(), ()).milestones(date(2027, 12, 23))
    assert dates(found)["draft-report"] == date(2028, 1, 4)


@pytest.mark.parametrize(
    ("first", "last", "published"),
    [
        (22, 22, 23),  # the day of the response is held
        (20, 25, 28),  # until Friday: published on Monday
        (20, 21, 22),  # over before the response
        (23, 40, 22),  # begins after the response
    ],
)
def test_a_hold_on_publication_moves_publication_alone(first: int, last: int, published: int) -> None:
    """Publication is the day of the response, or the first working day after the hold."""
    held = ReportDates(MILESTONES, WorkingDays(), frozenset(), (hold(HoldScope.PUBLICATION, day(first), day(last)),))
    found = dates(held.milestones(day(4)))
    assert found == {**dates(PLAIN.milestones(day(4))), "publication": day(published)}


def test_a_second_hold_on_publication_moves_it_further() -> None:
    """The day after one hold may lie in another, in whatever order they are told."""
    holds = (hold(HoldScope.PUBLICATION, day(28), day(30)), hold(HoldScope.PUBLICATION, day(20), day(25)))
    assert dates(ReportDates(MILESTONES, WorkingDays(), frozenset(), holds).milestones(day(4)))["publication"] == day(
        31
    )


def test_an_open_ended_hold_on_publication_leaves_no_such_milestone() -> None:
    """There is no date to tell; the others stand."""
    holds = (hold(HoldScope.PUBLICATION, day(20), None),)
    found = dates(ReportDates(MILESTONES, WorkingDays(), frozenset(), holds).milestones(day(4)))
    assert list(found) == ["draft-report", "comments", "final-report", "response"]


def test_a_hold_on_the_review_does_not_move_publication() -> None:
    """Only holds on publication are about publication."""
    holds = (hold(HoldScope.REVIEW, day(20), day(40)),)
    held = ReportDates(MILESTONES, WorkingDays(), frozenset(), holds)
    assert held.milestones(day(4)) == PLAIN.milestones(day(4))


def test_a_bank_holiday_after_a_hold_is_no_day_of_publication() -> None:
    """The first day after the hold is a working day."""
    holds = (hold(HoldScope.PUBLICATION, day(20), day(25)),)
    held = ReportDates(MILESTONES, WorkingDays(frozenset({day(28)})), frozenset(), holds)
    assert dates(held.milestones(day(4)))["publication"] == day(29)


def test_the_final_report_where_no_milestone_has_that_id() -> None:
    """It is the last milestone before publication, and without any the last meeting."""
    own = (MilestoneTemplate("letter", "Letter", "", 2),)
    assert ReportDates(own, WorkingDays(), frozenset(), ()).final_report(day(0)) == day(2)
    held = ReportDates(own, WorkingDays(), frozenset(), (hold(HoldScope.PUBLICATION, day(0), day(11)),))
    assert held.final_report(day(0)) == day(2)
    assert ReportDates((), WorkingDays(), frozenset(), ()).final_report(day(0)) == day(0)
    assert final_report_of((), day(3)) == day(3)


def test_publication_is_not_before_the_final_report_wherever_a_milestone_stands() -> None:
    """An option of somebody's own may add an early milestone at the end of the file."""
    thanks = MilestoneTemplate("thanks", "Thanks to all", "", 1)
    found = dates(ReportDates((*MILESTONES, thanks), WorkingDays(), frozenset(), ()).milestones(day(4)))
    assert (found["thanks"], found["response"], found["publication"]) == (day(7), day(22), day(22))
