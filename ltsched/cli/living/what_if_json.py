"""What comes of a change, as JSON has it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ltsched.cli.json_values import day_json
from ltsched.domain.living.changes import Changes
from ltsched.domain.living.what_if import Absence, Side, WhatIf
from ltsched.files.results.reason_fields import reason_document
from ltsched.files.results.timetable_file import timetable_document

__all__ = ["absence_document", "what_if_document"]

STAGE = ("name", "unit", "value", "bound", "proven")


def what_if_document(found: WhatIf) -> dict[str, Any]:
    """Return what comes of a change, with the plan that would be."""
    timetable = found.then.timetable
    return {
        "changes": _changes(found.changes),
        "now": _side(found.now),
        **_consequence(found),
        "timetable": None if timetable is None else timetable_document(timetable),
        "notes": list(found.told),
    }


def absence_document(found: Absence) -> dict[str, Any]:
    """Return what comes of the absence of each person, the worst first; an absence that was stopped is not whole."""
    return {
        "changes": _changes(found.changes),
        "now": _side(found.now),
        "changes_alone": None if found.base is None else _consequence(found.base),
        "whole": not found.left,
        "people": [{"person": id, **_consequence(one), "notes": list(one.told)} for id, one in found.by_person],
        "left": list(found.left),
        "notes": list(found.told),
    }


def _consequence(found: WhatIf) -> dict[str, Any]:
    return {
        "consequence": found.consequence.words,
        "then": _side(found.then),
        "if_no_must": None if found.if_no_must is None else _side(found.if_no_must),
        "worse_by": found.worse._asdict(),
        "waiting": list(found.then.waiting),
        "fallen": list(found.fallen),
        "added": list(found.added),
        "moved": None if found.moved is None else list(found.moved),
        "moved_to_be_no_worse": None if found.needed is None else list(found.needed),
        "messages": found.messages,
        "told": list(found.people_told),
        "newly_missing": _missing(found.newly_missing),
        "no_longer_missing": _missing(found.no_longer_missing),
    }


def _changes(changes: Changes) -> dict[str, Any]:
    return {
        "without": list(changes.without),
        "holds": [{"from": day_json(hold.first), "until": day_json(hold.last)} for hold in changes.holds],
        "set": dict(changes.numbers),
        "deadline": day_json(changes.deadline),
        "late": {id: day_json(day) for id, day in changes.late.items()},
    }


def _side(side: Side) -> dict[str, Any]:
    milestones = () if side.timetable is None else side.timetable.milestones
    return {
        "status": side.status,
        "final_report": day_json(side.final_report),
        "stages": [{name: getattr(stage, name) for name in STAGE} for stage in side.stages],
        "missing": _missing(side.missed()),
        "bookings": len(side.bookings),
        "milestones": [{"id": one.id, "title": one.title, "date": day_json(one.date)} for one in milestones],
        "staff_hours": None if side.timetable is None else side.staff_hours,
        "reasons": [reason_document(reason) for reason in dict.fromkeys(side.reasons)],
    }


def _missing(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"person": id, "activity": activity} for id, activity in sorted(pairs)]
