"""The sheet "How sure" of timetable.xlsx."""

from __future__ import annotations

from dataclasses import replace

from openpyxl.worksheet.worksheet import Worksheet

from ltsched.domain.timetable import StageResult, Status, Timetable
from ltsched.report.workbook.timetable_xlsx import timetable_xlsx
from tests.support.planned import planned
from tests.support.workbooks import column, opened, rows


def sheet(found: Timetable) -> Worksheet:
    plan, _ = planned()
    return opened(timetable_xlsx(found, plan.review))["How sure"]


def test_each_stage_says_what_is_proven_and_what_it_counts() -> None:
    """Real numbers, and a sentence for who has not read the manual."""
    _, made = planned()
    found = sheet(made)
    assert [found["A1"].value, found["B1"].value] == ["Result", "proven"]
    meaning = "How often somebody cannot come to what they are expected at, or has no seat there."
    assert rows(found)[4] == ["missed attendance", meaning, 1, 1, "people", "yes", None]
    assert all(column(found, "What it counts; less is better", top=3)[: len(made.stages)])


def test_what_is_not_proven_says_how_much_less_it_might_be() -> None:
    """A tolerance has a column where there is one."""
    _, made = planned()
    stages = (StageResult("finish", "working days", 30, 25, 2), StageResult("late days", "working days", 1, 0, 1))
    found = sheet(replace(made, status=Status.FEASIBLE, stages=stages))
    assert found["B1"].value == "best found, not proven"
    assert [row[2:] for row in rows(found)[2:5]] == [
        ["Found", "Bound", "Unit", "Proven", "Might be less by", "Tolerance"],
        [30, 25, "working days", "no", 3, 2],
        [1, 0, "working days", "yes", None, 1],
    ]


def test_an_open_preference_limits_what_is_called_proven() -> None:
    _, made = planned()
    stages = (StageResult("finish", "working days", 30, 30), StageResult("preferences: trips", "days", 9, 7))
    found = sheet(replace(made, stages=stages))
    assert found["B1"].value == "proven up to the report date"
    assert [row[5:] for row in rows(found)[3:5]] == [["yes", None], ["no", 2]]


def test_numbers_and_warnings_stand_below() -> None:
    """How long, how dear, who comes; and what was assumed, in lines that are high enough."""
    _, made = planned()
    found = sheet(replace(made, warnings=("no calendar for f1", "long " * 40)))
    below = [row[:2] for row in rows(found)[3 + len(made.stages) :] if any(row)]
    assert below[:4] == [
        [6, "Weeks from commissioning to the final report"],
        [20, "Staff hours in all"],
        [0.889, "Places filled, of those invited"],
        ["Warning", "no calendar for f1"],
    ]
    assert found.row_dimensions[found.max_row].height == 3 * 15
