"""The sheet "People by week" of timetable.xlsx."""

from __future__ import annotations

from datetime import datetime

from openpyxl.worksheet.worksheet import Worksheet

from ltsched.domain.option import Kind
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.kind_words import KIND_WORDS
from ltsched.report.workbook.timetable_xlsx import timetable_xlsx
from tests.support.agendas import at, changed, moved
from tests.support.planned import planned
from tests.support.workbooks import opened, rows


def sheet(found: Timetable | None = None) -> Worksheet:
    plan, made = planned()
    return opened(timetable_xlsx(found or made, plan.review))["People by week"]


def test_each_person_has_a_row_and_each_week_a_column() -> None:
    """From the first booking to the last, with the weeks in between; a cell says what somebody has, or misses."""
    heads, *people = rows(sheet())
    assert heads[:4] == ["Id", "Name", "Role", "Agency"]
    assert heads[4:] == [datetime(2027, 3, day) for day in (1, 8, 15, 22, 29)]
    assert people[:6] == [
        ["l1", "Name of l1", "lead reviewer", None, "Tue RTM 1\nWed Conv. c1", None, None, None, "Wed Joint 1"],
        ["t1", "Name of t1", "review team", "council", "Tue RTM 1", None, None, None, "Wed Joint 1"],
        ["t2", "Name of t2", "review team", "Police", "Tue RTM 1\nWed Conv. c1", None, None, None, "Wed Joint 1"],
        ["c1", "Name of c1", "case group", "council", "Wed Conv. c1", None, None, None, "Wed Joint 1"],
        ["c2", "Name of c2", "case group", "Police", None, None, None, None, "misses Wed Joint 1"],
        ["f1", "Name of f1", "family", None, None, None, None, None, None],
    ]


def test_kinds_and_absences_have_colours() -> None:
    """A light colour for each kind, that of the first where a week has several; another for what is missed."""
    found = sheet()
    assert found["E2"].fill.fgColor.rgb == f"FF{KIND_WORDS[Kind.REVIEW_TEAM_MEETING].colour[1:]}"
    assert found["I5"].fill.fgColor.rgb == f"FF{KIND_WORDS[Kind.JOINT_MEETING].colour[1:]}"
    assert found["I6"].fill.fgColor.rgb == "FFFFC7CE"
    assert found["F2"].fill.fill_type is None


def test_a_key_below_tells_the_words() -> None:
    """Only those that are used, and what is missed."""
    told = [row[1:3] for row in rows(sheet())[8:]]
    assert told == [
        ["Conv.", "Conversation"],
        ["RTM", "Review-team meeting"],
        ["Joint", "Joint meeting"],
        ["misses …", "Expected, and cannot come"],
    ]


def test_people_and_weeks_stay_in_sight() -> None:
    """Frozen at the first week; the filters are for people alone."""
    found = sheet()
    assert (found.freeze_panes, found.auto_filter.ref, found["E1"].number_format) == ("E2", "A1:D7", "d mmm")
    assert found["E2"].alignment.wrap_text
    assert found.row_dimensions[2].height == 2 * 15


def test_an_activity_of_ones_own_is_told_by_its_title() -> None:
    """There is no short word for it."""
    _, made = planned()
    other = changed(made, "joint-meeting:1", kind=Kind.OTHER, title="Site visit", activity="site-visit")
    assert sheet(other)["I2"].value == "Wed Site visit"


def test_weeks_run_across_the_end_of_a_year() -> None:
    """No week is left out or doubled where a year ends."""
    _, made = planned()
    late = moved(moved(made, "joint-meeting:1", at(308, "10:00")), "conversation:c1", at(294, "10:00"))
    heads = rows(sheet(late))[0][4:]
    assert (heads[0], heads[-1], len(heads)) == (datetime(2027, 3, 1), datetime(2028, 1, 3), 45)
