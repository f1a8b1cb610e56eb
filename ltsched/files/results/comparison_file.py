"""comparison.json: a comparison as a file that programs read, and that the page of a review takes up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from zoneinfo import ZoneInfo

from ltsched.domain.comparison import Comparison, Evidence, Outcome
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import ReviewKind
from ltsched.domain.timetable import Status
from ltsched.domain.words.comparison_words import given_up, starting_point
from ltsched.files.disk.json_fields import Field, read_document
from ltsched.files.results.reason_fields import reason_document, reason_of
from ltsched.files.results.timetable_file import timetable_document, timetable_of

__all__ = ["COMPARISON_FILE", "comparison_json", "read_comparison"]

FORMAT = 1
COMPARISON_FILE = "comparison.json"
HINT = "Run `ltsched compare` again."

_TOP = ("format", "inputs", "reference", "kind", "commissioned", "deadline", "starting_point", "options")
_SINCE = ("today", "rehearsal")  # files of before have neither
_PLAIN = ("option", "title", "fullness", "lead_in_weeks", "span_weeks", "days_late", "interrupted", "seconds")
_OPTION = (
    *_PLAIN,
    *("status", "reasons", "assumed", "first_meeting", "last_meeting", "final_report", "activities", "evidence"),
    *("given_up", "hours_by_agency", "hours_by_role", "timetable"),
)
_EVIDENCE = ("key_staff", "heard", "analysis_meetings", "joint_meetings", "files_audited")


def comparison_json(comparison: Comparison) -> str:
    """Return the text of ``comparison.json``: every option with its timetable."""
    document = {
        "format": FORMAT,
        "inputs": comparison.inputs,
        "reference": comparison.reference,
        "kind": comparison.kind,
        "commissioned": comparison.commissioned.isoformat(),
        "deadline": comparison.deadline.isoformat() if comparison.deadline else None,
        "today": comparison.today.isoformat() if comparison.today else None,
        "rehearsal": comparison.rehearsal,
        "starting_point": starting_point(comparison) or None,
        "options": [_outcome_json(outcome, comparison.fullest) for outcome in comparison.outcomes],
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _outcome_json(outcome: Outcome, fullest: Outcome | None) -> Mapping[str, object]:
    days = {name: getattr(outcome, name) for name in ("first_meeting", "last_meeting", "final_report")}
    return {
        **{name: getattr(outcome, name) for name in _PLAIN},
        "status": outcome.status,
        "reasons": list(map(reason_document, outcome.reasons)),
        "assumed": outcome.assumed,
        **{name: day.isoformat() if day else None for name, day in days.items()},
        "activities": dict(outcome.planned),
        "evidence": {name: getattr(outcome.evidence, name) for name in _EVIDENCE},
        "given_up": given_up(outcome, fullest) if fullest is not None else "",
        "hours_by_agency": dict(outcome.hours_by_agency),
        "hours_by_role": dict(outcome.hours_by_role),
        "timetable": None if outcome.timetable is None else timetable_document(outcome.timetable),
    }


def read_comparison(folder: Path, inputs: str, zone: ZoneInfo) -> Comparison | None:
    """Return the comparison in `folder`; None if there is none, or one that was made of something else.

    Parameters
    ----------
    inputs
        The fingerprint of what it should have been made of.
    zone
        The zone of the review.

    Raises
    ------
    InvalidReview
        The file cannot be read, or is damaged; every mistake is told at once.
    """
    path = folder / COMPARISON_FILE
    if not path.exists():
        return None
    document = read_document(path, "a comparison", FORMAT, HINT)
    top = document.fields(*_TOP, optional=_SINCE)
    if top["inputs"].text() != inputs:
        return None
    comparison = Comparison(
        reference=top["reference"].text(),
        kind=top["kind"].word(ReviewKind),
        commissioned=top["commissioned"].day(),
        deadline=top["deadline"].day() if top["deadline"].value is not None else None,
        outcomes=tuple(_outcome(item, zone) for item in top["options"].items()),
        today=top["today"].day() if top["today"].value is not None else None,
        rehearsal=top["rehearsal"].value is not None and top["rehearsal"].yes_or_no(),
        inputs=inputs,
    )
    document.check()
    return comparison


def _outcome(item: Field, zone: ZoneInfo) -> Outcome:
    part = item.fields(*_OPTION)
    evidence = part["evidence"].fields(*_EVIDENCE)
    return Outcome(
        option=part["option"].text(),
        title=part["title"].text(),
        fullness=part["fullness"].count(),
        status=part["status"].word(Status),
        timetable=timetable_of(part["timetable"], zone) if part["timetable"].value is not None else None,
        reasons=tuple(reason_of(item) for item in part["reasons"].items()),
        assumed=part["assumed"].texts(),
        lead_in_weeks=part["lead_in_weeks"].count(),
        span_weeks=part["span_weeks"].count(),
        planned={kind: int(count) for kind, count in part["activities"].numbers_by(Kind).items()},
        evidence=Evidence(*(evidence[name].count() for name in _EVIDENCE)),
        hours_by_agency=part["hours_by_agency"].numbers(),
        hours_by_role=part["hours_by_role"].numbers_by(Role),
        days_late=part["days_late"].count_or_none(),
        interrupted=part["interrupted"].yes_or_no(),
        seconds=part["seconds"].number(),
    )
