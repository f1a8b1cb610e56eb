"""An option put to a review: on which days its activities may lie, by notice, lead-in and holds."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from ltsched.domain.review import HoldScope
from ltsched.errors import InvalidReview
from tests.support.agendas import MONDAY, hold
from tests.support.reading import customised, expanded, own

WEEK = timedelta(weeks=1)


def test_notice_and_lead_in_open_the_windows() -> None:
    """Ten working days of notice from the day of commissioning, thirty for a joint meeting, or a longer lead-in."""
    option = customised("full", {"lead-in-weeks": 0})
    plan = expanded(option)
    assert plan.activity("conversation:c1").first == MONDAY + 2 * WEEK
    assert plan.activity("joint-meeting:1").first == MONDAY + 6 * WEEK
    assert plan.activity("set-up").first == MONDAY
    later = expanded("intensive")
    assert later.activity("conversation:c1").first == MONDAY + 8 * WEEK
    assert later.activity("set-up").first == MONDAY, "the set-up may lie in the lead-in"
    assert later.span_start == MONDAY + 8 * WEEK
    assert later.span_end == MONDAY + 20 * WEEK
    assert later.horizon_end == MONDAY + 28 * WEEK + timedelta(days=1)


def test_a_hold_on_the_review_keeps_everything_out() -> None:
    """Its days, the last one included, are held for every activity."""
    first = date(2027, 5, 3)
    plan = expanded("full", holds=(hold(HoldScope.REVIEW, first, first + WEEK),))
    for activity in plan.activities:
        if activity.first <= first:
            assert not activity.may_lie_on(first)
            assert not activity.may_lie_on(first + WEEK)
            assert activity.may_lie_on(first + WEEK + timedelta(days=1))


@pytest.mark.parametrize("target", ["joint-meeting:1", "joint-meeting"])
def test_a_hold_on_an_activity_is_its_own(target: str) -> None:
    """By its id or by the id of all of its kind; others go on."""
    first = date(2027, 5, 3)
    plan = expanded("full", holds=(hold(HoldScope.ACTIVITY, first, None, target),))
    assert not plan.activity("joint-meeting:1").may_lie_on(first + 3 * WEEK)
    assert plan.activity("joint-meeting:2").may_lie_on(first) is (target == "joint-meeting:1")
    assert plan.activity("review-team-meeting:1").may_lie_on(first)


def test_a_hold_on_an_unknown_activity_is_a_mistake() -> None:
    """With what was found, and a near miss."""
    with pytest.raises(InvalidReview) as told:
        expanded("full", holds=(hold(HoldScope.ACTIVITY, MONDAY, None, "joint-meting"),))
    assert 'hold[1].scope: "activity:joint-meting"' in str(told.value)
    assert 'Did you mean "joint-meeting"' in str(told.value)


def test_an_option_of_nothing_at_all(tmp_path: Path) -> None:
    """A hold on an activity of an option that has none is a mistake like any other, not a crash."""
    option, mistakes = own(tmp_path, 'title = "Empty"\n[shape]\nkind = "early"\n')
    assert mistakes == [] or option is None
    if option is not None:
        with pytest.raises(InvalidReview):
            expanded(option, holds=(hold(HoldScope.ACTIVITY, MONDAY, None, "x"),))
