"""The day of the final report, in words."""

from __future__ import annotations

from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import day_text

__all__ = ["report_day"]


def report_day(timetable: Timetable) -> str:
    """Return ``Wed 8 Sep 2027``; ``waits`` where a hold has no end yet, and a dash where there is no such milestone."""
    if timetable.final_report is not None:
        return day_text(timetable.final_report)
    return "waits" if timetable.waiting else "–"
