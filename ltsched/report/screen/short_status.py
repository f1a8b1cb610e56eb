"""How sure a result is, in a cell of a table."""

from __future__ import annotations

from collections.abc import Mapping

from ltsched.domain.timetable import Status

__all__ = ["SHORT_STATUS"]

SHORT_STATUS: Mapping[Status, tuple[str, str]] = {
    Status.OPTIMAL: ("proven", "green"),
    Status.FEASIBLE: ("not proven", "yellow"),
    Status.INFEASIBLE: ("impossible", "red"),
    Status.UNKNOWN: ("not found", "yellow"),
}
"""The words and their style."""
