"""Planning on a day of the review: nothing before tomorrow, and what is over stays and has its place in the rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from ltsched.domain.availability import Diary
from ltsched.domain.numbers import Setting
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import Review, Settings
from ltsched.domain.stages.table import IF_NEEDED
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.options.adapt import adapt
from ltsched.options.expand import expand
from ltsched.solve.plan import plan
from tests.support.agendas import MONDAY, at, day, person, review, room, span
from tests.support.reading import customised
from tests.support.small_reviews import SHORT, small_review
from tests.support.solving import values

CAST = (
    person("l1", Role.LEAD_REVIEWER, agency=""),
    person("l2", Role.LEAD_REVIEWER, agency=""),
    person("t1", agency="Council"),
    person("t2", agency="Police"),
    person("c1", Role.CASE_GROUP, agency="School", conversation_rank=1),
    person("c2", Role.CASE_GROUP, agency="Health", conversation_rank=2),
)
BUSY = {
    "l1": Diary(busy=span(0, "09:00", "13:00") | span(8, "09:00", "17:00")),
    "t2": Diary(busy=span(1, "09:00", "17:00") | span(14, "09:00", "17:00"), if_needed=span(2, "09:00", "17:00")),
    "c1": Diary(busy=span(3, "09:00", "12:00"), if_needed=span(4, "09:00", "17:00")),
}
SMALL: dict[str, dict[str, Setting]] = {
    "full": {"review-team-meetings": 2, "even-tolerance-days": 5, "meetings-apart-working-days": 1},
    "intensive": {"review-team-meetings": 1, "start-step-minutes": 60},
    "speed-plus": {"review-team-meetings": 2, "findings-meeting": "no"},
    "mid-range": {"review-team-meetings": 1},
    "focused": {"review-team-meetings": 2},
}


def under(name: str, **more: Any) -> Review:
    """Return a review of six people within a few weeks under an option."""
    numbers = {**SHORT, "span-weeks": 8 if name == "intensive" else 4, **SMALL[name]}
    option, settings = customised(name, numbers), Settings(customise=numbers)
    return review(CAST, option=option, settings=settings, diaries=BUSY, rooms=(room("r1"),), **more)


def planned(made: Review) -> Timetable:
    result = plan(made)
    assert result.status is Status.OPTIMAL, (result.status, result.reasons)
    assert result.timetable is not None
    return result.timetable


def reasons(made: Review) -> tuple[str, ...]:
    result = plan(made)
    assert result.status is Status.INFEASIBLE, result.status
    return tuple(reason.text for reason in result.reasons)


def as_of(made: Review, today: date, found: Timetable, **more: Any) -> Review:
    """Return the review on a day, after `found` was planned."""
    return replace(made, today=today, over=tuple(one for one in found.bookings if one.day <= today), **more)


@pytest.mark.parametrize("name", [name for name in SMALL if name != "intensive"])
def test_on_the_way_nothing_gets_worse_and_nothing_of_the_past_changes(name: str) -> None:
    """Planned again on the evening of the middle booking, with the same diaries: as good as before, and proven.

    What lies ahead is still possible, and nothing better was before; time that was given if needed is not asked for
    again, and what has not begun yet waits from tomorrow on.
    """
    made = under(name)
    first = planned(made)
    today = first.bookings[len(first.bookings) // 2].day
    again = planned(as_of(made, today, first))
    before = [one for one in first.bookings if one.day <= today]
    assert list(again.bookings[: len(before)]) == list(again.over) == before
    assert min((one.day for one in again.bookings[len(before) :]), default=date.max) > today
    same = [stage for stage in values(first) if stage not in (IF_NEEDED, "preferences: waiting")]
    assert [values(again)[stage] for stage in same] == [values(first)[stage] for stage in same]
    assert values(again)[IF_NEEDED] <= values(first)[IF_NEEDED]


def test_the_second_block_keeps_its_pause_from_the_first_that_is_over() -> None:
    """Three to six weeks from its last day, the Friday; what was held is no longer block than it was."""
    made = under("intensive")

    def held(id: str, number: int, clock: str, *who: str, panel: tuple[str, ...] = ()) -> Booking:
        one = expand(made).activity(id)
        start = at(number, clock)
        end = start + timedelta(minutes=one.minutes)
        return Booking(id, one.kind, one.title, start, end, None, (*who, *panel), (), panel)

    team = ("l1", "l2", "t1", "t2")
    over = (
        held("set-up", 1, "10:00", *team),
        held("introduction", 7, "10:00", *team, "c1", "c2"),
        held("conversation:c1", 9, "10:00", "c1", panel=("l1", "t1")),
        held("conversation:c2", 10, "10:00", "c2", panel=("l2", "t2")),
        held("review-team-meeting:1", 11, "10:00", *team),
    )
    found = planned(replace(made, today=day(11), over=over))
    assert list(found.over) == list(over)
    first = found.bookings[len(over)]
    assert day(11 + 21) <= first.day <= day(11 + 42)


def test_nothing_of_a_review_that_began_long_ago_is_planned_in_the_past() -> None:
    """Commissioned three weeks ago and never planned: everything lies from tomorrow on."""
    found = planned(under("mid-range", today=day(20)))
    assert found.bookings[0].day >= day(21)
    assert (found.today, found.over) == (day(20), ())


def test_the_past_is_kept_though_nobody_would_be_free_any_more() -> None:
    """Diaries that were exported later, a hold, other hours, another length: what was, was."""
    made = under("mid-range")
    first = planned(made)
    last = first.bookings[1].day
    away = {
        each.id: Diary(busy=span(0, "00:00", "23:00") | span((last - MONDAY).days, "00:00", "23:00")) for each in CAST
    }
    numbers = {**made.settings.customise, "set-up-minutes": 60, "start-step-minutes": 60, "slot-minutes": 30}
    option = customised("mid-range", numbers)
    again = planned(as_of(made, last, first, diaries=away, option=option, holidays=frozenset({first.bookings[0].day})))
    assert [one for one in again.bookings if one.day <= last] == [one for one in first.bookings if one.day <= last]


def test_a_time_between_two_slots() -> None:
    """A booking that was put by hand at ten past seven in the evening, on a Sunday, with who came."""
    odd = Booking("set-up", Kind.SET_UP, "Set-up", at(6, "19:10"), at(6, "20:25"), "r1", ("l1", "t2"), ("l2",))
    found = planned(under("mid-range", today=day(6), over=(odd,)))
    assert found.bookings[0] == odd
    assert found.bookings[1].day >= day(7)


def test_what_is_over_counts_for_the_balance_of_reviewers() -> None:
    """Who has held a conversation has held one."""
    made = under("mid-range")
    first = planned(made)
    talks = [one for one in first.bookings if one.kind is Kind.CONVERSATION]
    held = replace(talks[0], panel=("l1", "t1"), attendees=(talks[0].activity.partition(":")[2], "l1", "t1"))
    over = tuple(
        held if one is talks[0] else one for one in first.bookings if one.day <= held.day and one is not talks[1]
    )
    again = planned(replace(made, today=held.day, over=over))
    assert again.booking(held.activity) == held
    assert "t1" not in again.booking(talks[1].activity).panel


def test_what_should_have_come_before_what_is_over_is_planned_all_the_same() -> None:
    """Nothing can lie in the past any more: the order is told as broken, and stops nothing."""
    made = under("mid-range")
    first = planned(made)
    joint = first.booking("joint-meeting:1")
    over = tuple(one for one in first.bookings if one.day <= joint.day and one.activity != "conversation:c2")
    again = planned(replace(made, today=joint.day, over=over))
    assert again.booking("conversation:c2").day > joint.day
    assert any("still to be planned" in text and "conversation:c2" in text for text in again.warnings)


def test_a_review_whose_time_is_over_says_so() -> None:
    """In one sentence with the days, and not once for each activity; to the day."""
    made = small_review()
    end = expand(made).horizon_end
    (text,) = reasons(replace(made, today=end - timedelta(days=1)))
    assert text.startswith(f"the time of the review is over: it was commissioned on {MONDAY}, its span ends before ")
    assert "today is " in text
    everything = planned(made)
    assert planned(as_of(made, end, everything)).bookings == everything.bookings


def test_an_even_position_that_has_passed_is_told_with_today() -> None:
    """The positions stay as they are: a spread that was never begun is impossible half way through."""
    texts = reasons(under("full", today=day(20)))
    assert any("today (2027-03-21)" in text and "even position" in text for text in texts)


def test_equal_days_give_equal_timetables() -> None:
    """The day is an input as any other."""
    made = under("mid-range", today=day(3))
    assert planned(made) == planned(made)


def test_under_another_option_what_it_does_not_have_is_left_out_and_told() -> None:
    """A comparison looks at the options as they are, with what they share; the review's own keeps everything."""
    made = under("mid-range")
    first = planned(made)
    now = as_of(made, first.bookings[-1].day, first)
    other = adapt(now, "focused")
    assert {one.activity for one in other.review.over} == {"set-up", "introduction", "review-team-meeting:1"}
    assert any(text.startswith("without what is over and not on the agenda: ") for text in other.assumed)
    assert adapt(now, "mid-range").review.over == now.over
