"""comparison.json: a comparison as a file that programs read, and that the page of a review takes up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ltsched.domain.comparison import Comparison, Evidence, Outcome
from ltsched.domain.words.comparison_words import given_up, starting_point
from ltsched.files.disk.json_file import read_json, read_json_document
from ltsched.files.results.explanation_fields import explanation_fields, telling_from
from ltsched.files.results.reason_fields import reason_document, reason_of
from ltsched.files.results.timetable_file import timetable_document, timetable_of

if TYPE_CHECKING:
    from ltsched.validation.comparison import OptionRow

__all__ = ["COMPARISON_FILE", "comparison_json", "read_comparison"]

FORMAT = 1
COMPARISON_FILE = "comparison.json"
HINT = "Run `ltsched compare` again."

_PLAIN = ("option", "title", "fullness", "lead_in_weeks", "span_weeks", "days_late", "interrupted", "seconds")
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
        **(explanation_fields(outcome.telling) if outcome.telling is not None else {}),
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
    from ltsched.validation.comparison import ComparisonDocument

    data = read_json(path, "a comparison", FORMAT, HINT)
    if data.get("inputs") != inputs:
        return None
    document = read_json_document(ComparisonDocument, path, data)
    return Comparison(
        reference=document.reference,
        kind=document.kind,
        commissioned=document.commissioned,
        deadline=document.deadline,
        outcomes=tuple(_outcome(row, zone, document.deadline) for row in document.options),
        today=document.today,
        rehearsal=document.rehearsal,
        inputs=inputs,
    )


def _outcome(row: OptionRow, zone: ZoneInfo, deadline: date | None) -> Outcome:
    return Outcome(
        **{name: getattr(row, name) for name in (*_PLAIN, "status", "assumed", "hours_by_agency", "hours_by_role")},
        timetable=None if row.timetable is None else timetable_of(row.timetable, zone),
        reasons=tuple(map(reason_of, row.reasons)),
        telling=telling_from(row, row.status, deadline) if row.clashes else None,
        planned=row.activities,
        evidence=Evidence(**{name: getattr(row.evidence, name) for name in _EVIDENCE}),
    )
