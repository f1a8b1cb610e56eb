"""The time that somebody is needed for against the time that they have: what is short is impossible."""

from __future__ import annotations

import pytest

from ltsched.domain.agenda import Agenda
from ltsched.domain.capacity import Tally
from ltsched.domain.people import Role
from ltsched.domain.rules import OneWeek, Precedence, Shape
from ltsched.domain.spans import Spans
from ltsched.model.candidates import find_candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.grid import lay_grid
from ltsched.model.narrow import narrow
from ltsched.solve.arithmetic import hours
from ltsched.solve.arithmetic.counting import Counting
from ltsched.solve.arithmetic.shortage import find_shortage
from ltsched.solve.arithmetic.tallies import find_tallies
from tests.support.agendas import activity, agenda, conversation, day, person, span
from tests.support.solving import does_not_fit, fits

L1 = person("l1", Role.LEAD_REVIEWER, agency="")
T1 = person("t1")


def tallies(plan: Agenda) -> tuple[Tally, ...]:
    """Return all that is counted of `plan`; each of its activities has a start."""
    free = FreeTime.of(plan, lay_grid(plan))
    candidates = narrow(plan, free.grid, find_candidates(plan, free))
    assert all(own.starts for own in candidates.values())
    found = find_tallies(Counting(plan, free, candidates))
    short = find_shortage(plan, free, candidates)
    assert any(tally.short for tally in found) is (short is not None)
    return found


def meetings(count: int, minutes: int = 240, days: int = 2, shape: Shape | None = None) -> Agenda:
    """Return meetings of four hours to which t1 must come, on two days of eight hours."""
    activities = [activity(f"m{n}", must=("t1",), minutes=minutes) for n in range(count)]
    return agenda([T1], activities, days=days, shape=shape)


def test_four_meetings_fill_two_days_and_five_do_not_fit() -> None:
    """Nothing is left of the time of t1, and every day is needed."""
    (tally,) = tallies(meetings(4))
    assert (tally.people, tally.needed, tally.possible, tally.spare) == (("t1",), 960, 960, 0.0)
    assert (tally.days_needed, tally.days_there, tally.short) == (2, 2, False)
    assert len(fits(meetings(4)).bookings) == 4
    (tally,) = tallies(meetings(5))
    assert (tally.short, tally.missing) == (True, 240)
    assert "t1 is needed for 5 activities (m0, m1 and 3 more), which take 20 h" in does_not_fit(meetings(5))[0]


def test_hours_that_no_meeting_can_use_are_not_counted() -> None:
    """Two meetings of five hours take two days of eight, and three take three: the rest of a day holds none."""
    assert len(fits(meetings(2, 300)).bookings) == 2
    (tally,) = tallies(meetings(3, 300))
    assert (tally.needed, tally.possible) == (900, 600)


def test_the_time_of_each_part_counts() -> None:
    """Three meetings of four hours before a day on which a fourth lies have one day: there are four days in all."""
    late = activity("late", must=("t1",), minutes=60, first=day(1), end=day(2))
    made = [activity(f"m{n}", must=("t1",), minutes=240) for n in range(3)]
    order = [Precedence(one.id, "late", 1) for one in made]
    plan = agenda([T1], [*made, late], precedences=order, days=4)
    tally = tallies(plan)[0]
    assert (tally.short, tally.needed, tally.possible, tally.days) == (True, 720, 480, (day(0), day(0)))
    assert tallies(agenda([T1], [*made, late], days=4)) == ()


def test_a_meeting_in_one_week_needs_the_time_of_one_week() -> None:
    """Eleven meetings of four hours take more than the forty hours of a week, though there are two."""
    ids = tuple(f"m{n}" for n in range(11))
    assert tallies(meetings(11, days=14))[0].short is False
    plan = meetings(11, days=14, shape=OneWeek(ids, day(0)))
    assert tallies(plan)[0].stretch.word == "week"
    assert tallies(plan)[0].short


def held_alone(talks: int, length: int = 120) -> Agenda:
    """Return conversations of `length` that only l1 may hold, with gaps of half an hour, on one day."""
    staff = [person(f"c{n}", Role.CASE_GROUP, agency="school") for n in range(talks)]
    free = Spans.of([*span(0, "11:00", "11:30").pairs, *span(0, "13:30", "14:00").pairs])
    made = [conversation(each.id, ("l1", "x"), minutes=length) for each in staff]
    return agenda([L1, person("x"), *staff], made, busy={"l1": free}, days=1)


def test_a_gap_may_lie_in_other_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """Between other engagements of half an hour three conversations fit into a day; with their gaps they take more."""
    assert not any(tally.short for tally in tallies(held_alone(3)))
    assert len(fits(held_alone(3)).bookings) == 3
    monkeypatch.setattr(hours, "_runs", lambda bits: 0)
    free = FreeTime.of(held_alone(3), lay_grid(held_alone(3)))
    assert find_shortage(held_alone(3), free, find_candidates(held_alone(3), free)) is not None


def test_people_whose_time_is_the_same_are_told_together() -> None:
    """The meetings take as much of both."""
    pair = ("t1", "t2")
    plan = agenda([T1, person("t2")], [activity(f"m{n}", must=pair, minutes=240) for n in range(4)], days=2)
    (tally,) = tallies(plan)
    assert tally.people == pair
    assert tally.needed == 960


def test_of_plenty_nothing_is_told() -> None:
    """Two meetings in two weeks."""
    assert tallies(meetings(2, days=14)) == ()
