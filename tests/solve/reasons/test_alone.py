"""Why one activity has no time, even if it were alone: the words that a user reads."""

from __future__ import annotations

from typing import Any

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind, RoomNeed
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope
from ltsched.domain.rules import Spread
from ltsched.domain.settled import WishedWindow
from ltsched.domain.spans import Spans
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.solve.reasons.alone import reason_alone
from tests.support.agendas import activity, agenda, day, hold, option, person, room, span

PEOPLE = [person("l1", Role.LEAD_REVIEWER, agency=""), *(person(f"t{number}") for number in range(1, 5))]


ALWAYS = Spans.of([pair for number in range(60) for pair in span(number, "00:00", "23:59").pairs])


def reason(one: Activity, **more: Any) -> str:
    plan: Agenda = agenda(PEOPLE, [one], **more)
    return reason_alone(one, plan, FreeTime.of(plan, lay_grid(plan))).text


def test_an_even_position_before_the_first_day_allowed_is_said_to_be_that() -> None:
    """No span of days that ends before it begins is shown."""
    one = activity("a", must=("l1",), first=day(7))
    said = reason(one, shape=Spread(("a",), (0,), 1, tuple(map(day, range(5)))), days=14)
    assert "its even position lies from 2027-03-01 until before 2027-03-03" in said
    assert "lead-in and notice keep it from lying before 2027-03-08" in said


def test_a_grain_that_leaves_no_start_is_named() -> None:
    """The days are there; it is the multiples at which something may start that do not fit."""
    one = activity("a", must=("l1",), minutes=720)
    said = reason(one, option=option(**{"start-step-minutes": 240}))
    assert "no start at a multiple of 240 minutes after midnight leaves 720 minutes" in said


def test_too_few_seats_are_counted() -> None:
    """Five must come, and the largest room has four seats."""
    one = activity("a", must=("l1", "t1", "t2", "t3", "t4"), quorum=5, room=RoomNeed.NEEDED)
    said = reason(one, rooms=[room("r1", 4), room("r2", 3)])
    assert "no room with 5 seats is free" in said
    assert said.endswith("; 5 must come, and the largest room seats 4: the rooms are too small")


def test_seats_are_counted_against_the_quorum() -> None:
    """Not against all who could come: they may be left without one."""
    one = activity("a", must=("l1",), expected=("t1", "t2", "t3", "t4"), quorum=4, room=RoomNeed.NEEDED)
    said = reason(one, rooms=[room("r1", 3)])
    assert "no room with 4 seats is free" in said
    assert said.endswith("; its quorum is 4 of 5, and the largest room seats 3: the rooms are too small")


def test_rooms_that_are_only_busy_are_said_to_be_that() -> None:
    """Seats enough; the small room is free, the large one never. A panel needs seats, too."""
    one = activity("a", must=("t1",), panel=Panel(("l1", "t2"), 2), room=RoomNeed.NEEDED)
    said = reason(one, rooms=[room("r1", 3), room("r2", 2)], busy={"r1": ALWAYS})
    why = "what is large enough (r1) is busy whenever they are free"
    assert said.endswith(f"; 1 must come and 2 hold it, and {why}")


def test_no_room_at_all_is_said_to_be_that() -> None:
    """It needs one, and there is none."""
    assert reason(activity("a", must=("l1",), room=RoomNeed.NEEDED)).endswith("; 1 must come, and there are no rooms")


def test_a_hold_on_somebody_is_named() -> None:
    """A diary may be empty and its owner held."""
    said = reason(activity("a", must=("l1",)), busy={"l1": ALWAYS}, holds=[hold(HoldScope.PERSON, day(0), None, "l1")])
    assert "the diaries of l1 leave no 120 minutes in their working hours" in said
    assert said.endswith("; there is a hold on l1")


def test_windows_of_somebody_are_named() -> None:
    """They are no entry of a diary, and stand in review.toml."""
    windows = (WishedWindow(person="l1", weekdays=frozenset({5})),)
    said = reason(activity("a", must=("l1",)), busy={"l1": ALWAYS}, windows=windows)
    assert said.endswith("; review.toml has windows of l1")


def test_nobody_for_an_audit_is_said_in_the_words_of_an_audit() -> None:
    """Auditors are not asked to be independent of the case."""
    said = reason(activity("a", kind=Kind.AUDIT, panel=Panel((), 2)))
    assert said == "a has no time: it takes 2 auditors and nobody may hold it"
