"""All reviews that are impossible, in the order of their files."""

from __future__ import annotations

from tests.support.impossible.case import Case
from tests.support.impossible.causes import absences, order, outside, packed, panels, quorum, rooms, together, windows

__all__ = ["CASES"]

CASES: tuple[Case, ...] = tuple(
    one
    for file in (absences, rooms, quorum, panels, order, windows, packed, together, outside)
    for one in file.case.cases
)
