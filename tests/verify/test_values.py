"""The value of each stage is counted twice, by the table of the stages and by the check: both agree."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role, WorkingHours
from ltsched.domain.stages.table import LATE_DAYS, stage_values, stages_of
from ltsched.domain.timetable import Booking
from ltsched.files.review.bank_holidays import bank_holidays
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.search import Search, goals_of
from ltsched.verify.values import COUNTED, counted_values, late_days_of
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day, person, review
from tests.support.sample import SHAPES, good, named, plan_with, with_stage
from tests.support.small_agendas import small_agendas
from tests.support.solving import SECONDS, built

EVERY_DAY = WorkingHours(tuple((weekday, 9 * 60, 17 * 60) for weekday in range(7)))
LEAD = person("l1", Role.LEAD_REVIEWER, agency="", works=EVERY_DAY)
SUNDAY = date(2027, 3, 28)
ENGLAND = bank_holidays("GB-ENG", [2027])


def counted(deadline: date, report: date, holidays: frozenset[date]) -> int:
    """Count by going from day to day: the simplest way there is."""
    late = 0
    while deadline < report:
        deadline += timedelta(days=1)
        if deadline.weekday() not in (5, 6) and deadline not in holidays:
            late += 1
    return late


def of_the_model(plan: Agenda) -> int:
    """Return the value that the model itself gives the stage, before anything is recomputed."""
    search = Search(built(plan), Runner(time.monotonic() + SECONDS, 0, 1), SILENT)
    search.improve(goals_of(stages_of(plan)))
    return search.values[LATE_DAYS]


@pytest.mark.parametrize(
    ("deadline", "report", "late"),
    [
        (SUNDAY, date(2027, 3, 30), 1),  # Easter Monday lies between
        (SUNDAY, date(2027, 3, 25), 0),
        (date(2027, 3, 26), date(2027, 3, 30), 1),  # Good Friday
        (date(2027, 3, 25), date(2027, 3, 30), 1),
        (date(2027, 3, 24), date(2027, 3, 30), 2),
        (date(2027, 3, 30), date(2027, 3, 30), 0),
        (date(2027, 3, 29), date(2027, 3, 31), 2),
    ],
)
def test_a_deadline_is_not_moved(deadline: date, report: date, late: int) -> None:
    """Around Easter 2027 in England: the next working day after a deadline is one day late."""
    told = review([], deadline=deadline, holidays=ENGLAND)
    assert late_days_of(told, report) == counted(deadline, report, ENGLAND) == late
    plan = agenda([LEAD], [activity("a", must=("l1",))], deadline=deadline, holidays=ENGLAND)
    assert plan.working_days.after(deadline, report) == late


@given(
    meeting=st.integers(0, 20),
    deadline=st.integers(-10, 45),
    holidays=st.frozensets(st.integers(-10, 45), max_size=6),
    leave=st.frozensets(st.integers(0, 40), max_size=3),
)
@example(meeting=16, deadline=27, holidays=frozenset({25, 28}), leave=frozenset())  # Easter
@example(meeting=5, deadline=-3, holidays=frozenset(), leave=frozenset())  # due before it was commissioned
@settings(deadline=None, max_examples=60)
def test_the_model_the_result_and_the_check_count_alike(
    meeting: int, deadline: int, holidays: frozenset[int], leave: frozenset[int]
) -> None:
    """One meeting on any day of the week, a deadline on any other, holidays and leave anywhere."""
    off = frozenset(map(day, holidays - {meeting}))
    only = activity("a", must=("l1",), first=day(meeting), end=day(meeting + 1))
    plan = agenda([LEAD], [only], deadline=day(deadline), holidays=off, leave=map(day, leave), days=30)
    report = plan.report_dates.final_report(day(meeting))
    right = counted(day(deadline), report, off)
    assert of_the_model(plan) == right
    assert stage_values(plan, [booking(plan, "a", at(meeting, "10:00"))])[LATE_DAYS] == right
    assert late_days_of(plan.review, report) == right


def test_without_a_deadline_nothing_is_late() -> None:
    """However late the report comes."""
    assert late_days_of(review([]), MONDAY + timedelta(days=400)) == 0


@st.composite
def booked(draw: st.DrawFn) -> tuple[Agenda, list[Booking]]:
    """An agenda with each activity somewhere, on any day of five weeks, held and missed by anybody."""
    plan = draw(small_agendas(roomed=True))
    found = []
    for each in plan.activities:
        start = at(
            draw(st.integers(0, 34)), draw(st.sampled_from(["07:30", "10:45", "12:00", "12:30", "13:29", "16:00"]))
        )
        panel = tuple(draw(st.sets(st.sampled_from(each.panel.pool), max_size=3))) if each.panel else ()
        missing = tuple(draw(st.sets(st.sampled_from(each.expected)))) if each.expected else ()
        found.append(booking(plan, each.id, start, missing=missing, panel=panel))
    return plan, found


@given(booked())
@settings(max_examples=150)
def test_whatever_the_bookings_every_stage_is_counted_alike(made: tuple[Agenda, list[Booking]]) -> None:
    """Both writings of each measure, on timetables that need not keep any rule."""
    assert counted_values(*made) == stage_values(*made)


@pytest.mark.parametrize("name", sorted(COUNTED))
def test_a_value_that_the_bookings_do_not_give_is_named(name: str) -> None:
    """One more than it is, in any one stage: the timetable is refused for that alone."""
    plan = plan_with(SHAPES["spread"])
    found = good(plan)
    value = next(stage.value for stage in found.stages if stage.name == name)
    assert named(plan, with_stage(found, name, value=value + 1, bound=value + 1)) == [("stage value", (name,))]
