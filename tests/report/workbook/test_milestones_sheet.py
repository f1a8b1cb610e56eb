"""The sheet "Milestones" of timetable.xlsx."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from ltsched.report.workbook.timetable_xlsx import timetable_xlsx
from tests.support.planned import FINAL_REPORT, planned
from tests.support.workbooks import opened, rows


def sheet(**more: Any) -> Worksheet:
    plan, found = planned(**more)
    return opened(timetable_xlsx(found, plan.review))["Milestones"]


def test_the_final_report_stands_out() -> None:
    """Every milestone with its real day; the one that matters is bold."""
    found = sheet()
    assert [row[:2] for row in rows(found)[1:]] == [
        ["Draft report", datetime(2027, 4, 7)],
        ["Comments on the draft", datetime(2027, 4, 12)],
        ["Final report", datetime(2027, 4, 12)],
        ["Response of the board", datetime(2027, 4, 16)],
        ["Publication", datetime(2027, 4, 16)],
    ]
    assert [cell.font.bold for cell in found["B"]] == [True, False, False, True, False, False]


@pytest.mark.parametrize(
    ("deadline", "remark"),
    [
        (FINAL_REPORT, "in time, with no working day to spare"),
        (FINAL_REPORT + timedelta(days=1), "1 working day early"),
        (date(2027, 4, 26), "9 working days early"),
        (date(2027, 4, 9), "1 working day late"),
        (date(2027, 4, 11), "1 working day late"),
        (date(2027, 4, 1), "7 working days late"),
    ],
)
def test_the_deadline_says_how_late_or_early_it_is(deadline: date, remark: str) -> None:
    """In working days, bank holidays left out."""
    *_, last = rows(sheet(deadline=deadline, holidays=[date(2027, 4, 19)]))
    assert last == ["Deadline", datetime(deadline.year, deadline.month, deadline.day), f"the final report is {remark}"]


def test_a_report_that_waits_is_not_early() -> None:
    """It has no day, and nothing is claimed of the deadline."""
    plan, found = planned(deadline=date(2027, 4, 26))
    waiting = replace(found, waiting=("joint-meeting:2",), milestones=())
    report, deadline = rows(opened(timetable_xlsx(waiting, plan.review))["Milestones"])[1:]
    assert report == ["Final report", None, "it waits for the end of a hold that has none"]
    assert deadline == ["Deadline", datetime(2027, 4, 26), None]
