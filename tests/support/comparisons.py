"""Outcomes and comparisons, made by hand: a test names only what it is about, the rest has defaults."""

from __future__ import annotations

from typing import Any

from ltsched.domain.comparison import Comparison, Evidence, Outcome
from ltsched.domain.review import ReviewKind
from ltsched.domain.timetable import Status
from tests.support.agendas import MONDAY
from tests.support.planned import planned

NOTHING = Evidence(key_staff=0, heard=0, analysis_meetings=0, joint_meetings=0, files_audited=0)


def outcome(option: str = "full", **more: Any) -> Outcome:
    """Return what an option comes to: a proven timetable, unless a status without one is asked for."""
    _, found = planned()
    with_one = more.get("status", Status.OPTIMAL) in (Status.OPTIMAL, Status.FEASIBLE)
    defaults: dict[str, Any] = {
        "title": option.capitalize(),
        "fullness": 1,
        "status": Status.OPTIMAL,
        "timetable": found if with_one else None,
        "reasons": (),
        "assumed": (),
        "lead_in_weeks": 4,
        "span_weeks": 26,
        "planned": {},
        "evidence": NOTHING,
    }
    return Outcome(option=option, **{**defaults, **more})


def comparison(*outcomes: Outcome, **more: Any) -> Comparison:
    """Return a comparison of `outcomes` for a practice review without a deadline."""
    defaults: dict[str, Any] = {
        "reference": "LT-TEST-1",
        "kind": ReviewKind.PRACTICE_REVIEW,
        "commissioned": MONDAY,
        "deadline": None,
    }
    return Comparison(outcomes=outcomes, **{**defaults, **more})


def evidence(**more: int) -> Evidence:
    """Return evidence that has nothing but what is named."""
    none = {"key_staff": 0, "heard": 0, "analysis_meetings": 0, "joint_meetings": 0, "files_audited": 0}
    return Evidence(**{**none, **more})
