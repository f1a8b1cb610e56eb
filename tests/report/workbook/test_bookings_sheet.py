"""The sheet "Timetable" of timetable.xlsx."""

from __future__ import annotations

from datetime import datetime, time

from openpyxl.worksheet.worksheet import Worksheet

from ltsched.report.workbook.timetable_xlsx import timetable_xlsx
from tests.support.agendas import changed
from tests.support.planned import planned
from tests.support.workbooks import column, opened, rows


def sheet() -> Worksheet:
    plan, found = planned()
    return opened(timetable_xlsx(found, plan.review))["Timetable"]


def test_each_booking_is_a_row_with_real_days_times_and_numbers() -> None:
    """In the order of time, local before and after the change of the clocks, with names where they help."""
    assert rows(sheet()) == [
        ["Day", "Start", "End", "Minutes", "What", "Room", "Come", "Expected", "Held by", "Cannot come", "Who comes"],
        [
            *(datetime(2027, 3, 2), time(9, 30), time(11, 30), 120, "Review-team meeting 1", "Room r1", 3, 3),
            *(None, None, "l1, t1, t2"),
        ],
        [
            *(datetime(2027, 3, 3), time(14), time(16), 120, "Conversation c1", None, 3, 3),
            *("l1 Name of l1\nt2 Name of t2", None, "c1, l1, t2"),
        ],
        [
            *(datetime(2027, 3, 31), time(10), time(12), 120, "Joint meeting 1", "Room r1", 4, 5),
            *(None, "c2 Name of c2", "l1, t1, t2, c1"),
        ],
    ]


def test_who_is_missing_strikes_the_eye() -> None:
    """The cells of a booking that somebody misses have a colour of their own, and only those."""
    fills = [cell.fill.fgColor.rgb for cell in sheet()["J"][1:]]
    assert len(set(fills[:2])) == 1
    assert fills[2] == "FFFFC7CE"


def test_the_table_can_be_used_at_once() -> None:
    """Header in the first row, frozen and with filters; printed across A4, a page wide."""
    found = sheet()
    assert (found.freeze_panes, found.auto_filter.ref, found.print_title_rows) == ("A2", "A1:K4", "$1:$1")
    assert (found.page_setup.orientation, found.page_setup.paperSize) == ("landscape", 9)
    assert [found.cell(2, place).number_format for place in (1, 2, 4)] == ["ddd d mmm yyyy", "hh:mm", "0"]
    assert all(5 < found.column_dimensions[name].width < 45 for name in "ABCDEFGHIJK")


def test_a_person_or_room_that_is_not_known_is_told_by_its_id() -> None:
    """A name that is missing hides nobody."""
    plan, found = planned()
    strange = changed(found, "joint-meeting:1", room="r9", missing=("x9",))
    found_sheet = opened(timetable_xlsx(strange, plan.review))["Timetable"]
    assert (column(found_sheet, "Room")[-1], column(found_sheet, "Cannot come")[-1]) == ("r9", "x9")


def test_whoever_has_no_seat_is_marked() -> None:
    """With the names of those who cannot come, by the reason."""
    plan, found = planned()
    full = changed(found, "joint-meeting:1", unseated=("c2",))
    cells = column(opened(timetable_xlsx(full, plan.review))["Timetable"], "Cannot come")
    assert cells[-1].startswith("c2 ")
    assert cells[-1].endswith(" (no seat)")
