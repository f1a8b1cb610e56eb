"""How sure a result is, in words."""

from __future__ import annotations

from ltsched.domain.stages.replanning import MOVED
from ltsched.domain.timetable import Status, Timetable

__all__ = ["STATUS_WORDS", "least_moves_words", "status_words"]

STATUS_WORDS = {
    Status.OPTIMAL: "proven",
    Status.FEASIBLE: "best found, not proven",
    Status.INFEASIBLE: "impossible",
    Status.UNKNOWN: "nothing found in time",
}
"""How sure a result is, in a cell of a table."""


def status_words(status: Status, timetable: Timetable | None) -> str:
    """Return how sure a result is, in a cell of a table: where only preferences are open, how far the proof goes."""
    if status is Status.OPTIMAL and timetable is not None and not all(stage.proven for stage in timetable.stages):
        return "proven up to the report date"
    return STATUS_WORDS[status]


def least_moves_words(timetable: Timetable) -> str:
    """Return which timetables its proofs are about: all (empty), or, planned again, only those that move as little."""
    return " that moves as little" if any(stage.name == MOVED for stage in timetable.stages) else ""
