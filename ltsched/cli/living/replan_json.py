"""What `ltsched replan` comes to, as JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from ltsched.domain.timetable import Timetable

if TYPE_CHECKING:
    from ltsched.solve.replanning.replanned import Replanned

__all__ = ["cannot_stay_as_json", "replanned_as_json"]


def cannot_stay_as_json(replanned: Replanned) -> dict[str, Any]:
    """Return which bookings cannot stay, and who could stand in."""
    return {
        "cannot_stay": [{"activity": activity, "why": why} for activity, why in replanned.cannot_stay],
        "deputies": _deputies_as_json(replanned),
    }


def _deputies_as_json(replanned: Replanned) -> list[dict[str, Any]]:
    return [asdict(one) for one in replanned.deputies]


def replanned_as_json(replanned: Replanned, timetable: Timetable, *, written: bool) -> dict[str, Any]:
    """Return the new timetable with whether it is written, who is told, and what more would gain."""
    from ltsched.files.results.timetable_file import timetable_document

    document = timetable_document(timetable)
    del document["format"]
    return {
        **document,
        "written": written,
        "unchanged": replanned.unchanged,
        "messages": [
            {
                "recipient": due.invitation.told.recipient,
                "activity": due.invitation.told.activity,
                "change": due.change,
            }
            for due in replanned.messages
        ],
        "offers": [
            {
                "moves": [
                    {"activity": one.activity, "to": None if one.after is None else one.after.isoformat("T", "minutes")}
                    for one in offer.moves
                ],
                "missed": offer.missed[0],
                "gains": {activity: list(ids) for activity, ids in offer.gains},
            }
            for offer in replanned.offers
        ],
        "deputies": _deputies_as_json(replanned),
    }
