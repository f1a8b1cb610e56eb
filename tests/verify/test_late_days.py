"""Late days are the working days after the deadline up to the report: the model, the result and the check agree."""

from __future__ import annotations

import time
from datetime import date, timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role, WorkingHours
from ltsched.domain.stage_values import LATE_DAYS, late_days, stage_values
from ltsched.files.review.bank_holidays import bank_holidays
from ltsched.solve.progress import SILENT
from ltsched.solve.run import Runner
from ltsched.solve.stages import Climb, stages_of
from ltsched.verify.late_days import late_days_of
from tests.support.agendas import MONDAY, activity, agenda, at, booking, day, person, review
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
    climb = Climb(built(plan), Runner(time.monotonic() + SECONDS, 0, 1), SILENT)
    climb.climb(stages_of(plan.shape, plan.review.stages))
    return climb.values[LATE_DAYS]


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
    assert late_days(plan, report) == late


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
