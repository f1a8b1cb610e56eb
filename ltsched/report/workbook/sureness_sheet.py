"""The sheet "How sure": what was reached, what is proven about it, and what was assumed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ltsched.domain.over import rehearsal_text
from ltsched.domain.stages.table import meaning
from ltsched.domain.timetable import StageResult, Timetable
from ltsched.report.words.status_words import status_words
from ltsched.report.workbook.columns import Column, Style
from ltsched.report.workbook.sheet_table import lines_of, set_height, write_table
from ltsched.report.workbook.workbook import AMISS, BOLD, GOOD, UNSURE, Book, Sheet

__all__ = ["write_sureness"]

MEANING_SIGNS = 70
MEASURES = {
    "elapsed_weeks": ("Weeks from commissioning to the final report", Style.DECIMAL),
    "staff_hours": ("Staff hours in all", Style.DECIMAL),
    "attendance_share": ("Places filled, of those invited", Style.SHARE),
}


def write_sureness(book: Book, timetable: Timetable) -> None:
    """Add the sheet: how sure the whole is, its stages, its numbers, its warnings."""
    sheet = book.sheet("How sure")
    sheet.put(0, 0, "Result", look=BOLD)
    sheet.put(0, 1, status_words(timetable.status, timetable), look=BOLD)
    if timetable.rehearsal and timetable.today is not None:
        sheet.put(1, 0, "Rehearsal", look=AMISS)
        sheet.put(1, 1, rehearsal_text(timetable.today), look={**BOLD, **AMISS})
    below = write_table(sheet, _columns(timetable), timetable.stages, top=2, filtered=0)
    sheet.paper.set_column(1, 1, MEANING_SIGNS)  # for the warnings, where there is no stage
    below = _write_measures(sheet, timetable, below + 1)
    for row, warning in enumerate(timetable.warnings, below + 1):
        sheet.put(row, 0, "Warning", look=UNSURE)
        sheet.put(row, 1, warning)
        set_height(sheet, row, lines_of(warning, MEANING_SIGNS))


def _columns(timetable: Timetable) -> list[Column[StageResult]]:
    columns: list[Column[StageResult]] = [
        Column("Stage", lambda stage: stage.name),
        Column("What it counts; less is better", lambda stage: meaning(stage.name), most=MEANING_SIGNS),
        Column("Found", lambda stage: stage.value, Style.WHOLE, look=lambda stage: BOLD),
        Column("Bound", lambda stage: stage.bound, Style.WHOLE),
        Column("Unit", lambda stage: stage.unit),
        Column("Proven", lambda stage: "yes" if stage.proven else "no", look=_proven),
        Column("Might be less by", lambda stage: stage.gap or None, Style.WHOLE),
    ]
    if any(stage.tolerance for stage in timetable.stages):
        columns.append(Column("Tolerance", lambda stage: stage.tolerance, Style.WHOLE))
    return columns


def _proven(stage: StageResult) -> Mapping[str, Any]:
    return GOOD if stage.proven else UNSURE


def _write_measures(sheet: Sheet, timetable: Timetable, top: int) -> int:
    told = [(*MEASURES[name], timetable.measures[name]) for name in MEASURES if name in timetable.measures]
    for row, (words, style, value) in enumerate(told, top):
        sheet.put(row, 0, value, style, {**BOLD, "align": "left"})
        sheet.put(row, 1, words)
    return top + len(told)
