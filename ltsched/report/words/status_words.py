"""How sure a result is, in words."""

from __future__ import annotations

from ltsched.domain.timetable import Status

__all__ = ["STATUS_WORDS"]

STATUS_WORDS = {
    Status.OPTIMAL: "proven",
    Status.FEASIBLE: "best found, not proven",
    Status.INFEASIBLE: "impossible",
    Status.UNKNOWN: "nothing found in time",
}
