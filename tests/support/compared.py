"""A comparison of three options, made by hand: one proven, one late and not proven, one impossible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ltsched.domain.comparison import Comparison, Evidence, Outcome, hours_by_agency, hours_by_role
from ltsched.domain.option import Kind
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import ReviewKind
from ltsched.domain.timetable import Status
from tests.support.agendas import MONDAY
from tests.support.planned import planned
from tests.support.reasons import because

DEADLINE = date(2027, 4, 9)

AWAY = Reason(
    rule="diary",
    text="it does not fit into a week",
    ids=("conversation:c1", "c1"),
    dates=(date(2027, 3, 1), date(2027, 3, 6)),
    numbers={"minutes": 120},
    cure=Advice("the hold ends earlier", "review.toml", ("hold.until",)),
)
"""A reason with everything that one can have."""


def compared() -> Comparison:
    """Return the comparison: Full, Focused and Speed+."""
    plan, found = planned()
    full = Outcome(
        option="full",
        title="Full",
        fullness=4,
        status=Status.OPTIMAL,
        timetable=found,
        reasons=(),
        assumed=(),
        lead_in_weeks=4,
        span_weeks=26,
        planned={Kind.CONVERSATION: 1, Kind.REVIEW_TEAM_MEETING: 1, Kind.JOINT_MEETING: 1, Kind.AUDIT: 0},
        evidence=Evidence(key_staff=2, heard=1, analysis_meetings=1, joint_meetings=1, files_audited=0),
        hours_by_agency=hours_by_agency(plan.review, found.bookings),
        hours_by_role=hours_by_role(plan.review, found.bookings),
        days_late=1,
        seconds=0.5,
    )
    focused = replace(
        full,
        option="focused",
        title="Focused",
        fullness=1,
        status=Status.FEASIBLE,
        assumed=("conversations with nobody", "one day for all"),
        planned={Kind.EVENT: 1},
        evidence=Evidence(key_staff=2, heard=0, analysis_meetings=0, joint_meetings=1, files_audited=0),
        hours_by_agency={"Police": 3.25},
        days_late=0,
    )
    speed = replace(
        full,
        option="speed-plus",
        title="Speed+",
        fullness=0,
        status=Status.INFEASIBLE,
        timetable=None,
        reasons=(AWAY, *because("it would fit without t1")),
        lead_in_weeks=16,
        hours_by_agency={},
        hours_by_role={},
        days_late=None,
    )
    return Comparison("LT-TEST-1", ReviewKind.PRACTICE_REVIEW, MONDAY, DEADLINE, (full, focused, speed))
