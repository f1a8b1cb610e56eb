"""Results to make pages of: those of the scenarios, without a solver, and small ones with names that mean no good."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from ltsched.domain.comparison import Comparison, Outcome, evidence
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.timetable import Milestone, StageResult, Status, Timetable
from ltsched.options.expand import expand
from tests.support import agendas, shipped
from tests.support.any_timetables import any_timetable
from tests.support.made_up import made_up_agenda, made_up_timetable, unproven
from tests.support.reasons import because
from tests.support.shipped import shipped_review

__all__ = ["HOSTILE", "SCENARIOS", "comparison", "hostile", "scenario", "small", "unproven"]

SCENARIOS = sorted(path.parent.name for path in shipped.SCENARIOS.glob("*/review.toml"))
HOSTILE = (
    """</style></title><script>window.hacked=1</script><img src=x onerror='alert(1)'>" $x^2$ & \u202egnp 😀\x1b[31m"""
)
"""A name with markup, quotes, a formula, a direction override, an emoji and an escape sequence."""


@cache
def scenario(name: str) -> tuple[Timetable, Review]:
    """Return a timetable of a scenario, made without a solver, and its review.

    One meeting that everybody is expected at is missed by somebody; there are milestones, stages and warnings.
    """
    review = shipped_review(name)
    timetable = any_timetable(expand(review))
    last = timetable.bookings[-1].day
    stages = (
        StageResult("late days", "working days", 0, 0),
        StageResult("missed attendance", "people", sum(len(each.missing) for each in timetable.bookings), 0),
        StageResult("shape", "working days", 5, 5),
    )
    milestones = (
        Milestone("draft-report", "Draft report", last + timedelta(days=20)),
        Milestone("final-report", "Final report", last + timedelta(days=34)),
    )
    measures = {"staff_hours": 123.5, "attendance_share": 0.9}
    warnings = ("no calendar for r1: taken as free",)
    found = replace(timetable, stages=stages, milestones=milestones, measures=measures, warnings=warnings)
    return found, review


def small(deadline: date | None = None) -> tuple[Timetable, Review]:
    """Return a proven timetable of three bookings, in which two people miss the joint meeting, and its review."""
    agenda = made_up_agenda()
    return made_up_timetable(agenda), replace(agenda.review, deadline=deadline)


def hostile(text: str = HOSTILE) -> tuple[Timetable, Review]:
    """Return a timetable in which every text that somebody can write is `text`."""
    timetable, review = small(agendas.day(50))
    review = replace(
        review,
        reference=text,
        option=replace(review.option, title=text),
        people=tuple(replace(person, name=text, agency=text, notes=text) for person in review.people),
        rooms=tuple(replace(room, name=text) for room in review.rooms),
    )
    timetable = replace(
        timetable,
        reference=text,
        bookings=tuple(replace(booking, title=text) for booking in timetable.bookings),
        milestones=tuple(replace(milestone, title=text) for milestone in timetable.milestones),
        stages=tuple(replace(stage, unit=text) for stage in timetable.stages),
        warnings=(text,),
    )
    return timetable, review


def comparison(text: str = "two files are assumed") -> Comparison:
    """Return a comparison of an option that has a timetable, and is late, with one that has none."""
    timetable, review = small(agendas.day(45))
    held = Counter(booking.kind for booking in timetable.bookings)
    found = Outcome(
        option="test",
        title="Test",
        fullness=1,
        status=timetable.status,
        timetable=timetable,
        reasons=(),
        assumed=(text,),
        lead_in_weeks=1,
        span_weeks=8,
        planned=held,
        evidence=evidence(review, held, held[Kind.CONVERSATION]),
        hours_by_role={Role.LEAD_REVIEWER: 6.0},
        days_late=2,
    )
    none = replace(
        found,
        option="other",
        title=f"Other {text}",
        status=Status.INFEASIBLE,
        timetable=None,
        reasons=because(f"too many conversations: {text}"),
        days_late=None,
    )
    return Comparison("LT-TEST-1", review.kind, review.commissioned, review.deadline, (found, none))
