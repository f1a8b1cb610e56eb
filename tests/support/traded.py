"""Trade-offs made by hand: two points of missed attendance, one of them late, and two of if-needed, one not proven."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from ltsched.domain.living.tradeoffs import Frontier, FrontierPoint, Tradeoffs
from ltsched.domain.review import StageSettings
from ltsched.domain.stages.table import FINISH, IF_NEEDED, LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import StageResult, Status, Timetable
from tests.support.agendas import MONDAY
from tests.support.planned import FINAL_REPORT, planned

MEETING = "joint-meeting:1"
LINES = StageSettings(("late-days", "missed-attendance", "finish"), {"missed-attendance": 1}, "missed-attendance=2")


def point(traded: str, value: int, finish: int, report: date, **more: Any) -> FrontierPoint:
    """Return a point with `value` given up and its report on `report`, `finish` working days after commissioning.

    Who is missing: c2 at the joint meeting, and t2 where more than one is. `more` are `bound`, `finish_bound`,
    `late_days` and the fields of the point.
    """
    _, found = planned()
    stages = (
        StageResult(LATE_DAYS, "working days", more.pop("late_days", 0), 0),
        StageResult(MISSED_ATTENDANCE, "people", value if traded == MISSED_ATTENDANCE else 1, 0),
        StageResult(IF_NEEDED, "bookings", value if traded == IF_NEEDED else 0, 0),
        StageResult(FINISH, "working days", finish, more.pop("finish_bound", finish)),
    )
    more = {"bound": value, "stages": LINES, **more}
    timetable = replace(found, stages=stages, bookings=_missing(found, value), chosen=more["stages"].chosen)
    milestones = tuple(replace(each, date=report) if each.id == "final-report" else each for each in found.milestones)
    return FrontierPoint(traded, timetable=replace(timetable, milestones=milestones), **more)


def _missing(found: Timetable, value: int) -> Any:
    missing = ("c2", "t2") if value > 1 else ("c2",)
    return tuple(
        replace(b, missing=missing, attendees=tuple(id for id in b.attendees if id not in missing))
        if b.activity == MEETING
        else b
        for b in found.bookings
    )


def tradeoffs(**more: Any) -> Tradeoffs:
    """Return the trade-offs; `more` are fields of theirs."""
    first = StageSettings(("missed-attendance", "finish"), {}, "missed-attendance=1")
    earlier = FINAL_REPORT - timedelta(days=11)
    missed = Frontier(
        MISSED_ATTENDANCE,
        {},
        (
            point(MISSED_ATTENDANCE, 1, 30, FINAL_REPORT, stages=first, late_days=3),
            point(MISSED_ATTENDANCE, 2, 23, earlier),
        ),
        complete=True,
    )
    asked = StageSettings(("late-days", "missed-attendance", "if-needed", "finish"), {"if-needed": 3}, "if-needed=3")
    if_needed = Frontier(
        IF_NEEDED,
        {LATE_DAYS: 0, MISSED_ATTENDANCE: 2},
        (
            point(IF_NEEDED, 0, 23, earlier, stages=replace(asked, tolerances={}, chosen="if-needed=0")),
            point(
                IF_NEEDED,
                3,
                20,
                earlier - timedelta(days=3),
                bound=1,
                finish_bound=18,
                stages=asked,
                asked=(("t1", MEETING),),
            ),
        ),
        complete=False,
    )
    defaults: dict[str, Any] = {
        "reference": "LT-TEST-1",
        "option": "test",
        "title": "Test",
        "commissioned": MONDAY,
        "deadline": FINAL_REPORT - timedelta(days=5),
        "status": Status.FEASIBLE,
        "frontiers": (missed, if_needed),
    }
    return Tradeoffs(**{**defaults, **more})


def only_one() -> Tradeoffs:
    """Return trade-offs without anything to choose: one proven point of each."""
    found = tradeoffs(status=Status.OPTIMAL)
    return replace(
        found, frontiers=tuple(replace(each, points=each.points[:1], complete=True) for each in found.frontiers)
    )
