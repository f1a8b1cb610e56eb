"""comparison.xlsx: what each option would come to, with real days and numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from ltsched.domain.comparison import NO_AGENCY
from ltsched.report.workbook.comparison_columns import comparison_columns
from ltsched.report.workbook.comparison_xlsx import comparison_xlsx
from tests.support.compared import compared
from tests.support.reasons import because
from tests.support.workbooks import HOSTILE, column, opened, rows, types

SHEETS = ["Options", "Hours by agency", "Hours by role", "Assumed"]


def test_it_opens_and_is_equal_every_time() -> None:
    """With its sheets in order."""
    data = comparison_xlsx(compared())
    assert data == comparison_xlsx(compared())
    book = opened(data)
    assert book.sheetnames == SHEETS
    assert (book.properties.title, book.properties.created) == ("LT-TEST-1", datetime(2027, 3, 1))


def test_options_have_real_days_and_numbers() -> None:
    """One row an option, under the heads of comparison.csv; what is not known is empty."""
    sheet = opened(comparison_xlsx(compared()))["Options"]
    assert [cell.value for cell in sheet[1]] == [each.head for each in comparison_columns(compared())]
    assert column(sheet, "Status") == ["proven", "best found, not proven", "impossible"]
    assert column(sheet, "Final report") == [datetime(2027, 4, 12), datetime(2027, 4, 12), None]
    assert column(sheet, "Deadline") == [datetime(2027, 4, 9)] * 3
    assert column(sheet, "Working days late") == [1, 0, None]
    assert column(sheet, "Staff hours") == [20, 20, None]
    assert column(sheet, "Places filled") == [0.889, 0.889, None]
    assert column(sheet, "Share heard") == [0.5, 0, 0.5]
    assert column(sheet, "Fullness") == [4, 1, None]
    formats = {cell.value: sheet.cell(2, cell.column).number_format for cell in sheet[1]}
    assert (formats["Final report"], formats["Places filled"], formats["Heard"]) == ("ddd d mmm yyyy", "0%", "0")


def test_every_table_can_be_used_at_once() -> None:
    """Options stay in sight, and every sheet has its filters and columns wide enough."""
    book = opened(comparison_xlsx(compared()))
    assert [book[name].freeze_panes for name in SHEETS] == ["B2", "B2", "B2", "A2"]
    assert all(sheet.auto_filter.ref.startswith("A1:") for sheet in book)
    assert all(8 < size.width < 110 for sheet in book for size in sheet.column_dimensions.values())


def test_hours_are_told_by_agency_and_by_role() -> None:
    """Most first over all options; nothing for an option without a timetable, 0 for an agency that is not needed."""
    book = opened(comparison_xlsx(compared()))
    assert rows(book["Hours by agency"]) == [
        ["Option", "All", "Police", "council", "No agency"],
        ["Full", 20, 6, 8, 6],
        ["Focused", 3.25, 3.25, 0, 0],
        ["Speed+", None, None, None, None],
    ]
    assert rows(book["Hours by role"])[:2] == [
        ["Option", "All", "review team", "lead reviewer", "case group"],
        ["Full", 20, 10, 6, 4],
    ]


def test_what_was_assumed_has_a_row_each() -> None:
    """An option with the sentence."""
    assert rows(opened(comparison_xlsx(compared()))["Assumed"]) == [
        ["Option", "What was assumed"],
        ["Focused", "conversations with nobody"],
        ["Focused", "one day for all"],
    ]


@pytest.mark.parametrize("evil", [*HOSTILE, "a\x00\x1b\ufffe\ud800", "👩‍⚖️", "x" * 40_000])
def test_no_text_does_any_harm(evil: str) -> None:
    """Whatever stands in a title, a reason, an assumption or the name of an agency: it opens, without a formula."""
    comparison = compared()
    outcome = replace(
        comparison.outcomes[0],
        title=evil,
        reasons=because(evil),
        assumed=(evil,),
        hours_by_agency={evil: 1.0, NO_AGENCY: 2},
    )
    book = opened(comparison_xlsx(replace(comparison, reference=evil, outcomes=(outcome,))))
    assert types(book) == {"s", "n", "d"}
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)


def test_a_comparison_of_nothing_opens_too() -> None:
    """The headers alone, and no deadline above the pages."""
    book = opened(comparison_xlsx(replace(compared(), deadline=None, outcomes=())))
    assert [len(rows(sheet)) for sheet in book] == [1, 1, 1, 1]
    assert book["Options"].oddHeader.right.text == "No deadline"
