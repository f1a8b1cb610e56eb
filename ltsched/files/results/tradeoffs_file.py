"""tradeoffs.json: what an earlier report costs, as a file that programs read and that the page of a review takes up."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from ltsched.domain.living.tradeoffs import Frontier, FrontierPoint, Tradeoffs, absences_beyond
from ltsched.domain.review import StageSettings
from ltsched.files.disk.json_file import read_json, read_json_document
from ltsched.files.results.reason_fields import reason_document, reason_of
from ltsched.files.results.timetable_file import timetable_document, timetable_of

if TYPE_CHECKING:
    from ltsched.validation.tradeoffs import FrontierRow

__all__ = ["TRADEOFFS_FILE", "read_tradeoffs", "tradeoffs_json"]

FORMAT = 1
TRADEOFFS_FILE = "tradeoffs.json"
HINT = "Run `ltsched tradeoffs` again."

_PLAIN = ("reference", "option", "title", "status", "rehearsal", "interrupted")
_POINT = ("value", "bound", "finish", "finish_bound", "late_days", "proven")


def tradeoffs_json(tradeoffs: Tradeoffs) -> str:
    """Return the text of ``tradeoffs.json``: every point with its timetable."""
    document = {
        "format": FORMAT,
        "inputs": tradeoffs.inputs,
        **{name: getattr(tradeoffs, name) for name in _PLAIN},
        "commissioned": tradeoffs.commissioned.isoformat(),
        "deadline": tradeoffs.deadline.isoformat() if tradeoffs.deadline else None,
        "today": tradeoffs.today.isoformat() if tradeoffs.today else None,
        "left_out": list(tradeoffs.left_out),
        "reasons": list(map(reason_document, tradeoffs.reasons)),
        "frontiers": [_frontier_json(frontier) for frontier in tradeoffs.frontiers],
    }
    return json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def _frontier_json(frontier: Frontier) -> dict[str, object]:
    first = frontier.points[0].timetable if frontier.points else None
    return {
        "traded": frontier.traded,
        "choose": frontier.word,
        "held": dict(frontier.held),
        "complete": frontier.complete,
        "points": [
            {
                **{name: getattr(point, name) for name in _POINT},
                "final_report": point.final_report.isoformat() if point.final_report else None,
                "missing_beyond_first": _pairs(absences_beyond(point.timetable, first)),
                "asked_if_needed": _pairs(point.asked),
                "stages": {"order": list(point.stages.order), "tolerance": dict(point.stages.tolerances)},
                "timetable": timetable_document(point.timetable),
            }
            for point in frontier.points
        ],
    }


def _pairs(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"person": person, "activity": activity} for person, activity in pairs]


def read_tradeoffs(folder: Path, inputs: str, option: str, zone: ZoneInfo) -> Tradeoffs | None:
    """Return the trade-offs in `folder`; None if there are none, or those of something else.

    Parameters
    ----------
    inputs
        The fingerprint of what they should have been made of.
    option
        The option that they should be of.
    zone
        The zone of the review.

    Raises
    ------
    InvalidReview
        The file cannot be read, or is damaged; every mistake is told at once.
    """
    path = folder / TRADEOFFS_FILE
    if not path.exists():
        return None
    from ltsched.validation.tradeoffs import TradeoffsDocument

    data = read_json(path, "trade-offs", FORMAT, HINT)
    if data.get("inputs") != inputs or data.get("option") != option:
        return None
    document = read_json_document(TradeoffsDocument, path, data)
    return Tradeoffs(
        **{name: getattr(document, name) for name in _PLAIN},
        commissioned=document.commissioned,
        deadline=document.deadline,
        frontiers=tuple(_frontier(row, zone) for row in document.frontiers),
        reasons=tuple(map(reason_of, document.reasons)),
        left_out=document.left_out,
        today=document.today,
        inputs=inputs,
    )


def _frontier(row: FrontierRow, zone: ZoneInfo) -> Frontier:
    points = tuple(
        FrontierPoint(
            row.traded,
            each.bound,
            timetable_of(each.timetable, zone),
            StageSettings(each.stages.order, each.stages.tolerance, each.timetable.chosen),
            tuple((one.person, one.activity) for one in each.asked_if_needed),
        )
        for each in row.points
    )
    return Frontier(row.traded, row.held, points, row.complete)
