"""What to do now: each thing alone, and their order."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ltsched.domain.standing.actions import actions_for
from ltsched.domain.standing.standing import (
    Answers,
    Calendars,
    Course,
    NearDate,
    OldCalendar,
    SincePlan,
    Standing,
    Unanswered,
)
from tests.support.agendas import at, day
from tests.support.invitations import meeting

COURSE = Course(day(-9), (), (meeting("set-up", at(1, "10:00"), "p1"),), (), "", (), None, None)
FINE = Standing("LT-1", "Full", day(0), rehearsal=False, deadline=None, course=COURSE, messages=0)
OPEN = Answers(
    yes=2,
    none=2,
    unanswered=(
        Unanswered("set-up", "Set-up", at(14, "10:00"), ("p1",)),
        Unanswered("joint-meeting:1", "Joint", at(15, "10:00"), ("p2",)),
    ),
)
OLD = Calendars(known=2, old=(OldCalendar("t1", day(-15), 15, before_invitations=False),))


def told(standing: Standing, **more: Any) -> list[tuple[str, str]]:
    found = actions_for(standing, "my-review", **{"organiser": True, "invited": True, **more})
    return [(each.text, each.command) for each in found]


def test_where_all_is_well_there_is_nothing_to_do() -> None:
    assert told(FINE) == []


def test_without_a_timetable() -> None:
    """Where people have been invited it is lost, and `plan` has to be told that this is meant."""
    for invited, plan in ((False, "ltsched plan my-review"), (True, "ltsched plan my-review --afresh")):
        found = told(replace(FINE, course=None), invited=invited)
        assert [command for _, command in found] == ["ltsched check my-review", plan]


def test_nobody_invites() -> None:
    ((text, command),) = told(FINE, organiser=False)
    assert ("[organiser]" in text, command) == (True, "")


def test_old_calendars_as_long_as_something_is_to_come() -> None:
    """One that is only older than the last invitations is no reason to ask everybody."""
    ((text, _),) = told(replace(FINE, calendars=OLD))
    assert text.startswith("ask for new exports of the calendars of t1,")
    assert told(replace(FINE, calendars=OLD, course=replace(COURSE, to_come=()))) == []
    newer = OldCalendar("t1", day(-14), 14, before_invitations=True)
    assert told(replace(FINE, calendars=Calendars(known=2, old=(newer,)))) == []


def test_open_answers_with_those_whose_booking_comes_soon() -> None:
    """Two weeks from today are soon, a day later is not."""
    assert told(replace(FINE, answers=OPEN)) == [
        (
            "record the answers that have come in (2 of 4 are open); ask p1 first, whose bookings come within two "
            "weeks",
            "ltsched replies my-review INBOX",
        )
    ]


def test_each_reason_to_plan_again() -> None:
    """What concerns people is told to them afterwards."""
    start, end = at(1, "10:00"), at(1, "12:00")
    for changed, reason in (
        ({"answers": Answers(no=1, declined=(("p1", "set-up", start),))}, "1 booking is declined"),
        ({"answers": Answers(no=1, proposed=(("p1", "set-up", start, end),))}, "1 other time is proposed"),
        ({"since_plan": SincePlan(new_activities=("a",), gone_activities=("b",))}, "2 activities are new or gone"),
        (
            {"since_plan": SincePlan(gone_people=("t1",))},
            "1 person is new or gone (with --replace t1=ID somebody takes the place of t1)",
        ),
        ({"since_plan": SincePlan(gone_rooms=("r1",))}, "1 room is new or gone"),
        ({"since_plan": SincePlan(broken=("a", "b"))}, "2 rules are broken as things are now"),
    ):
        assert told(replace(FINE, messages=3, **changed)) == [
            (f"see what has to move: {reason}", "ltsched replan my-review"),
            ("then tell those whom it concerns", "ltsched invite my-review"),
        ]


def test_who_could_come_now_may() -> None:
    ((_, command),) = told(replace(FINE, since_plan=SincePlan(could_come=("t1",))))
    assert command == "ltsched replan my-review"


def test_messages_that_are_due_with_the_first_notice() -> None:
    """A notice that has passed hurries nobody any more."""
    assert told(replace(FINE, messages=1)) == [("invite: 1 message is due", "ltsched invite my-review")]
    near = (NearDate(day(-1), "passed", ("a",)), NearDate(day(1), "milestone"), NearDate(day(2), "last day", ("b",)))
    ((text, _),) = told(replace(FINE, messages=2, near=near), invited=False)
    assert text == "invite: 2 messages are due, the first, until Wed 3 Mar 2027 for the notice to be kept"


def test_from_a_rehearsal_nobody_is_invited() -> None:
    """Nor from the timetable of one, after the review has begun."""
    ((text, command),) = told(replace(FINE, rehearsal=True, messages=None))
    assert ("rehearsal" in text, command) == (True, "")
    ((text, command),) = told(replace(FINE, messages=9), of_a_rehearsal=True)
    assert command == "ltsched plan my-review"


def test_results_that_lie_elsewhere_are_named_where_it_matters() -> None:
    found = told(replace(FINE, answers=OPEN, messages=1), results="--out there")
    assert [command for _, command in found] == [
        "ltsched replies my-review INBOX",
        "ltsched invite my-review --out there",
    ]


def test_the_order() -> None:
    """What is asked of others comes first, and invitations last."""
    start = at(1, "10:00")
    all_of_it = replace(FINE, calendars=OLD, answers=replace(OPEN, declined=(("p1", "set-up", start),)), messages=2)
    assert [command for _, command in told(all_of_it)] == [
        "",
        "ltsched replies my-review INBOX",
        "ltsched replan my-review",
        "ltsched invite my-review",
    ]
