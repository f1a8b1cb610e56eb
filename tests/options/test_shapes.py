"""The shape of a review: even positions, blocks, the week, the day, and what they are about."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.domain.review import FamilyApproach, HoldScope
from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Spread
from ltsched.options.shapes import even_positions
from tests.support.agendas import MONDAY, hold
from tests.support.reading import CAST, customised, expanded, own

NEXT_MONDAY = MONDAY + timedelta(weeks=1)
TEAM = tuple(f"review-team-meeting:{n}" for n in range(1, 6))
TALKS = ("conversation:c2", "conversation:c1")


@pytest.mark.parametrize(
    ("days", "meetings", "positions"),
    [(10, 1, (5,)), (10, 2, (2, 7)), (130, 7, (9, 27, 46, 65, 83, 102, 120)), (0, 2, (0, 0)), (10, 0, ())],
)
def test_even_positions(days: int, meetings: int, positions: tuple[int, ...]) -> None:
    """Each in the middle of its equal part."""
    assert even_positions(days, meetings) == positions


@given(days=st.integers(0, 300), meetings=st.integers(1, 20))
def test_even_positions_are_even(days: int, meetings: int) -> None:
    """Inside the span, in order, and no two gaps differ by more than one."""
    positions = even_positions(days, meetings)
    assert all(0 <= position <= max(0, days - 1) for position in positions)
    gaps = [b - a for a, b in pairwise(positions)] or [0]
    assert min(gaps) >= 0
    assert max(gaps) - min(gaps) <= 1


def test_full_spreads_its_meetings_in_their_order() -> None:
    """Five and two take turns over 26 weeks; conversations lie where they fit."""
    shape = expanded("full").shape
    assert isinstance(shape, Spread)
    assert shape.activities == (*TEAM[:3], "joint-meeting:1", *TEAM[3:], "joint-meeting:2")
    assert shape.positions == even_positions(130, 7)
    assert shape.tolerance_days == 10
    assert shape.days[0] == MONDAY + timedelta(weeks=4)


def test_a_spread_counts_no_bank_holidays_and_no_held_days() -> None:
    """Neither is a day on which a meeting could be even."""
    off, held = date(2027, 5, 3), date(2027, 5, 4)
    shape = expanded("full", holidays=frozenset({off}), holds=(hold(HoldScope.REVIEW, held, held),)).shape
    assert isinstance(shape, Spread)
    assert off not in shape.days
    assert held not in shape.days


def test_intensive_has_its_blocks() -> None:
    """Up to the analysis after the conversations; from the first joint meeting on. Set-up and family in neither."""
    shape = expanded("intensive", family=FamilyApproach.CONVERSATION).shape
    assert isinstance(shape, Blocks)
    assert set(shape.first) == {"introduction", *TALKS, *TEAM[:3]}
    assert set(shape.second) == {"joint-meeting:1", *TEAM[3:], "joint-meeting:2"}
    assert (shape.most_working_days, shape.least_days, shape.most_days) == (5, 21, 42)


def test_blocks_without_what_opens_the_second() -> None:
    """With no joint meeting there is but one block."""
    shape = expanded(customised("intensive", {"joint-meetings": 0})).shape
    assert isinstance(shape, Blocks)
    assert shape.second == ()


@pytest.mark.parametrize(
    ("weekday", "monday"), [(0, MONDAY), (1, MONDAY), (3, MONDAY), (4, MONDAY), (5, NEXT_MONDAY), (6, NEXT_MONDAY)]
)
def test_the_first_week_of_speed_plus_may_begin_in_the_lead_in(weekday: int, monday: date) -> None:
    """What is left of the week in which the lead-in ends is the first; all but set-up and findings lie in one."""
    plan = expanded("speed-plus", commissioned=MONDAY + timedelta(days=weekday))
    assert isinstance(plan.shape, OneWeek)
    assert plan.shape.first_monday == monday + timedelta(weeks=16)
    assert set(plan.shape.activities) == {"introduction", *TALKS, *TEAM, "joint-meeting:1", "joint-meeting:2"}
    assert all(plan.activity(id).first >= plan.span_start for id in plan.shape.activities)


def test_nothing_of_the_week_lies_in_the_lead_in(tmp_path: Path) -> None:
    """Not even what may lie there elsewhere; what is not in the week still may."""
    more = 'kind = "other"\nminutes = 60\nmust = ["lead-reviewer"]\nin-lead-in = true\n'
    activities = "".join(f'[[activity]]\nid = "{id}"\ntitle = "Own"\n{more}' for id in ("inside", "outside"))
    shape = '[shape]\nkind = "week"\nbesides = ["set-up", "findings-meeting", "outside"]\n'
    option, mistakes = own(tmp_path, f'based-on = "speed-plus"\n{activities}{shape}')
    assert mistakes == []
    assert option is not None
    plan = expanded(option, commissioned=MONDAY + timedelta(days=1))
    assert plan.activity("inside").first == plan.span_start == MONDAY + timedelta(weeks=16, days=1)
    assert plan.activity("outside").first == plan.activity("set-up").first == MONDAY + timedelta(days=1)


def test_the_day_and_early() -> None:
    """Focused is about its event; Mid-range about its meetings; Themed about its focused reviews."""
    focused, middle, themed = (expanded(name).shape for name in ("focused", "mid-range", "themed"))
    assert focused == OneDay(("event",))
    assert isinstance(middle, Early)
    assert middle.activities == (*TEAM[:3], "joint-meeting:1")
    assert isinstance(themed, Early)
    assert set(themed.activities) == {"event:fr1", "review-team-meeting:fr1.1", "review-team-meeting:fr1.2"}


def test_a_shape_of_nothing_is_early(tmp_path: Path) -> None:
    """A spread of meetings that a customised review does not have: as early as possible, all on the critical path."""
    plan = expanded(customised("full", {"review-team-meetings": 0, "joint-meetings": 0}), CAST)
    assert plan.shape == Early(("set-up", "introduction", *TALKS), plan.span_start)
    option, mistakes = own(tmp_path, 'based-on = "full"\nwithout = ["joint-meeting", "review-team-meeting"]\n')
    assert mistakes == []
    assert option is not None
    assert isinstance(expanded(option).shape, Early)
