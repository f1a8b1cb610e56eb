"""When a review may run: lead-in, span, horizon, and what holds do to them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.working_days import WorkingDays
from ltsched.options.span import Span, review_span
from tests.support.agendas import MONDAY, hold, option, review

WEEK, ONE_DAY = timedelta(weeks=1), timedelta(days=1)
OPTION = option(lead_in_weeks=1, span_weeks=2)


def span(*holds: Hold, holidays: frozenset[date] = frozenset()) -> Span:
    return review_span(review([], holds=holds), OPTION, WorkingDays(holidays))


def test_the_days_follow_from_the_numbers() -> None:
    """One week of lead-in, two of span, eight in which a late answer may lie: the day after them is the first not."""
    found = span()
    assert (found.start, found.end) == (MONDAY + WEEK, MONDAY + 3 * WEEK)
    assert found.horizon_end == MONDAY + 11 * WEEK + ONE_DAY
    assert found.report_end > found.horizon_end
    assert found.held == frozenset()


@pytest.mark.parametrize(
    ("first", "last", "pushed"),
    [
        (7, 7, 1),  # the Monday of the span: Friday becomes Monday
        (7, 11, 7),  # a whole week: it would end before a Monday, and does so still
        (12, 13, 0),  # a weekend
        (0, 4, 0),  # in the lead-in
        (30, 40, 0),  # after the span
        (20, 22, 0),  # from the first day after the span on
        (18, 22, 3),  # its last day, and two of those that it is pushed to
    ],
)
def test_a_hold_pushes_the_span_out(first: int, last: int, pushed: int) -> None:
    """By the working days that it takes from the span, and by those that it takes from what it is pushed to."""
    found = span(hold(HoldScope.REVIEW, MONDAY + timedelta(first), MONDAY + timedelta(last)))
    days = WorkingDays()
    held = {MONDAY + timedelta(n) for n in range(first, last + 1)}
    usable = [day for day in days.between(found.start, found.end) if day not in held]
    assert len(usable) == 10
    assert found.end == MONDAY + 3 * WEEK + pushed * ONE_DAY
    assert found.horizon_end == found.end + 8 * WEEK + ONE_DAY
    assert held <= found.held


def test_two_holds_that_overlap_push_once() -> None:
    """Days that two holds share are not counted twice."""
    one = hold(HoldScope.REVIEW, MONDAY + timedelta(7), MONDAY + timedelta(9))
    other = hold(HoldScope.REVIEW, MONDAY + timedelta(9), MONDAY + timedelta(11))
    whole = hold(HoldScope.REVIEW, MONDAY + timedelta(7), MONDAY + timedelta(11))
    assert span(one, other).end == span(whole).end


def test_an_open_ended_hold_pushes_nothing_and_does_not_hang() -> None:
    """It cannot be pushed past: everything from its first day on is held, and planning says so."""
    found = span(hold(HoldScope.REVIEW, MONDAY + timedelta(9), None))
    assert found.end == MONDAY + 3 * WEEK
    assert MONDAY + 10 * WEEK in found.held


def test_other_holds_push_nothing() -> None:
    """A hold on publication, on an activity or on a person is not one on the review."""
    for scope in (HoldScope.PUBLICATION, HoldScope.ACTIVITY, HoldScope.PERSON):
        found = span(hold(scope, MONDAY + timedelta(7), MONDAY + timedelta(11), "x"))
        assert (found.end, found.held) == (MONDAY + 3 * WEEK, frozenset())


def test_bank_holidays_do_not_lengthen_the_span() -> None:
    """The span counts weeks; only a hold gives days back."""
    assert span(holidays=frozenset({MONDAY + timedelta(7)})).end == MONDAY + 3 * WEEK
