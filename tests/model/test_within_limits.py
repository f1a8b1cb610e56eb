"""Cutting the candidates to what the stages leave: never a start that a timetable within the limits could have."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, assume, given, settings

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role, WorkingHours
from ltsched.domain.rules import Blocks, Early, OneWeek, Precedence
from ltsched.domain.timetable import Timetable
from ltsched.model.free_time import FreeTime
from ltsched.model.within_limits import within_limits
from tests.support.agendas import MONDAY, activity, agenda, day, person, span
from tests.support.small_agendas import small_agendas
from tests.support.solving import candidates_of, fits, plan_agenda, values

L1, L2, T1 = (person(id, Role.LEAD_REVIEWER, agency="") for id in ("l1", "l2", "t1"))
NO_LIMITS = {"missed attendance": 99, "finish": 999, "shape": 999}


def days_left(plan: Agenda, id: str, *, proven: bool = False, **limits: int) -> list[date]:
    """Return the days that are left of an activity under `limits`."""
    free, candidates = candidates_of(plan)
    told = {**NO_LIMITS, **{name.replace("_", " "): limit for name, limit in limits.items()}}
    left = within_limits(plan, free.grid, candidates, told, proven)[id]
    return sorted({free.grid.start(slot).date() for slot in left.starts})


def kept(plan: Agenda, found: Timetable, *, proven: bool) -> bool:
    """Return whether every start of `found` is left when the limits are its own values."""
    free, candidates = candidates_of(plan)
    left = within_limits(plan, free.grid, candidates, values(found), proven)
    return all(booking.start in starts(left[booking.activity].starts, free) for booking in found.bookings)


def starts(slots: tuple[int, ...], free: FreeTime) -> set[object]:
    return {free.grid.start(slot) for slot in slots}


def test_too_many_away() -> None:
    """On the day on which t1 is away one is missed: with a limit of none it goes, with a limit of one it stays."""
    meeting = activity("a", must=("l1",), expected=("t1",), end=day(2))
    plan = agenda([L1, T1], [meeting], busy={"t1": span(0, "09:00", "17:00")}, days=2)
    assert days_left(plan, "a", missed_attendance=0) == [day(1)]
    assert days_left(plan, "a", missed_attendance=1) == [day(0), day(1)]


def test_the_best_of_the_others_counts() -> None:
    """If another activity cannot do with less than one away, nothing is spared for this one."""
    busy = {"t1": span(0, "09:00", "17:00")}
    other = activity("b", must=("l2",), expected=("t1",), end=day(1))
    meeting = activity("a", must=("l1",), expected=("t1",), end=day(2))
    plan = agenda([L1, L2, T1], [meeting, other], busy=busy, days=2)
    assert days_left(plan, "a", missed_attendance=1) == [day(1)]
    assert days_left(plan, "a", missed_attendance=2) == [day(0), day(1)]


@pytest.mark.parametrize(("proven", "left"), [(False, [day(0), day(1)]), (True, [day(1)])])
def test_the_last_meeting_is_known_to_the_day(proven: bool, left: list[date]) -> None:
    """The report takes eight working days: on day 9 at the earliest if the meeting is on Tuesday."""
    plan = agenda([L1], [activity("a", must=("l1",))], days=5)
    report = plan.working_days.count(MONDAY, plan.report_dates.final_report(day(1)))
    assert days_left(plan, "a", finish=report, proven=proven) == left


def test_several_last_meetings_are_not_known_to_the_day() -> None:
    """One of them has to be that late, and nobody knows which."""
    plan = agenda([L1, L2], [activity("a", must=("l1",)), activity("b", must=("l2",))], days=5)
    report = plan.working_days.count(MONDAY, plan.report_dates.final_report(day(1)))
    assert days_left(plan, "a", finish=report, proven=True) == [day(0), day(1)]


@pytest.mark.parametrize(("proven", "first"), [(False, 0), (True, 7)])
def test_the_week_is_known(proven: bool, first: int) -> None:
    """One week passed: the second, and without a proof the first as well; either meeting can be the last."""
    both = [activity("a", must=("l1",)), activity("b", must=("l2",))]
    plan = agenda([L1, L2], both, shape=OneWeek(("a", "b"), MONDAY), days=19)
    left = days_left(plan, "a", shape=1, proven=proven)
    assert (left[0], left[-1]) == (day(first), day(11))


def test_the_last_of_an_early_shape_is_no_later() -> None:
    """Two working days after the start: Monday to Wednesday."""
    plan = agenda([L1], [activity("a", must=("l1",))], shape=Early(("a",), MONDAY), days=5)
    assert days_left(plan, "a", shape=2) == [day(0), day(1), day(2)]


def test_a_block_stays_together() -> None:
    """With b on the second Tuesday, a block of two days leaves a the days beside it; the first block lies before."""
    shape = Blocks(("z",), ("a", "b"), 2, 7, 8)
    made = [
        activity("z", must=("l2",)),
        activity("a", must=("l1",)),
        activity("b", must=("l1",), first=day(8), end=day(9)),
    ]
    plan = agenda([L1, L2], made, shape=shape, precedences=[Precedence("z", "a"), Precedence("z", "b")], days=12)
    left = [day(7), day(8), day(9)]
    assert days_left(plan, "a") == left
    assert all(day(0) <= each <= day(2) for each in days_left(plan, "z"))
    assert kept(plan, fits(plan), proven=True)


@given(plan=small_agendas())
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_the_best_timetable_is_left(plan: Agenda) -> None:
    """Whatever the agenda: the starts of its best timetable lie within its own limits, proven or not."""
    found = plan_agenda(plan).timetable
    assume(found is not None)
    assert found is not None
    assert kept(plan, found, proven=False)
    assert kept(plan, found, proven=True)


def test_a_saturday_between_takes_no_day_of_a_block() -> None:
    """The second block is Friday and Monday, two working days, with a Saturday on the grid between them."""
    works = WorkingHours(tuple((weekday, 9 * 60, 17 * 60) for weekday in range(6)))
    lead = person("l1", Role.LEAD_REVIEWER, agency="", works=works)
    windows = {"z": (1, 2), "a": (4, 5), "b": (7, 8)}
    made = [activity(id, must=("l1",), first=day(low), end=day(end)) for id, (low, end) in windows.items()]
    plan = agenda([lead], made, shape=Blocks(("z",), ("a", "b"), 2, 0, 9), days=10)
    assert kept(plan, fits(plan), proven=True)
