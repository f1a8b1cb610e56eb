"""The days before which nothing can lie, on agendas small enough to count."""

from __future__ import annotations

from datetime import date

from ltsched.domain.clocks.earliest import earliest_days, earliest_report, latest_last_meeting
from ltsched.domain.rules import Precedence, Spread
from ltsched.domain.rules.precedence import LagUnit
from ltsched.domain.settled import Settled
from tests.support.agendas import activity, agenda, day, person

PEOPLE = [person("t1")]
FIRST, SECOND = activity("set-up"), activity("joint-meeting:1")


def test_an_activity_alone_lies_on_the_first_working_day_that_is_not_held() -> None:
    """The Monday is held, the Tuesday is a bank holiday."""
    plan = agenda(PEOPLE, [activity("set-up", held=frozenset({day(0)}))], holidays=[day(1)])
    assert earliest_days(plan) == {"set-up": day(2)}


def test_what_comes_after_waits_for_the_least_lag() -> None:
    """Four working days after Tuesday are Monday, a week counts by the calendar; without a lag it may be one day."""
    first = activity("set-up", first=day(1))
    for rule, expected in (
        (Precedence("set-up", "joint-meeting:1", 4), day(7)),
        (Precedence("set-up", "joint-meeting:1", 7, unit=LagUnit.DAYS), day(8)),
        (Precedence("set-up", "joint-meeting:1"), day(1)),
    ):
        assert earliest_days(agenda(PEOPLE, [SECOND, first], precedences=[rule]))["joint-meeting:1"] == expected


def test_an_even_position_keeps_it_from_being_earlier() -> None:
    """The even position is the seventh working day, give or take two: Monday of the second week."""
    days = tuple(day(number) for number in range(60) if number % 7 < 5)
    plan = agenda(PEOPLE, [SECOND], shape=Spread(("joint-meeting:1",), (7,), 2, days))
    assert earliest_days(plan) == {"joint-meeting:1": day(7)}


def test_what_is_agreed_lies_where_it_lies() -> None:
    """Even on a day that is held; what comes after counts from there."""
    plan = agenda(
        PEOPLE,
        [activity("set-up", held=frozenset({day(3)})), SECOND],
        precedences=[Precedence("set-up", "joint-meeting:1", 1)],
        settled=(Settled("set-up", day=day(3)),),
    )
    assert earliest_days(plan) == {"set-up": day(3), "joint-meeting:1": day(4)}


def test_the_report_follows_from_the_last_meeting_on_the_critical_path() -> None:
    """Eight working days after the Wednesday; what is off the path or need not be held does not count."""
    late = activity("family-conversation:f1", first=day(30), off_critical_path=True)
    plan = agenda(PEOPLE, [activity("set-up", first=day(2)), late])
    assert earliest_report(plan) == day(14)
    assert earliest_report(plan.changed(activities=(*plan.activities, SECOND), optional=("joint-meeting:1",))) == day(
        14
    )


def test_where_no_day_is_left_nothing_is_claimed() -> None:
    """Then the plan is impossible, and why is for another to say."""
    plan = agenda(PEOPLE, [activity("set-up", end=day(1), held=frozenset({day(0)})), SECOND])
    assert earliest_days(plan)["set-up"] == date.max
    assert earliest_report(plan) is None


def test_the_last_day_of_the_last_meeting_for_a_report_in_time() -> None:
    """The report takes eight working days: one that is due on Friday follows from the Tuesday of the week before."""
    assert latest_last_meeting(agenda(PEOPLE, [FIRST], deadline=day(11))) == day(1)
    assert latest_last_meeting(agenda(PEOPLE, [FIRST])) is None
