"""comparison.csv opens in a spreadsheet as it is, and runs nothing there."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from ltsched.domain.comparison import Comparison
from ltsched.domain.timetable import StageResult
from ltsched.report.workbook.comparison_csv import comparison_csv
from tests.support.compared import compared
from tests.support.reasons import because


def table(comparison: Comparison) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(comparison_csv(comparison).decode("utf-8-sig"), newline="")))


def test_the_file_is_what_excel_reads() -> None:
    """UTF-8 with its mark and CRLF; a line for each option under the header."""
    text = comparison_csv(compared()).decode("utf-8")
    assert text.startswith("\ufeffOption,")
    assert text.count("\r\n") == text.count("\n") == 4


def test_an_open_preference_limits_what_is_called_proven() -> None:
    given = compared()
    timetable = given.outcomes[0].timetable
    assert timetable is not None
    stages = (*timetable.stages, StageResult("preferences: trips", "days", 9, 7))
    open_one = replace(given.outcomes[0], timetable=replace(timetable, stages=stages))
    shown = table(replace(given, outcomes=(open_one, *given.outcomes[1:])))
    assert shown[0]["Status"] == "proven up to the report date"


def test_an_option_that_can_be_held_has_all_its_numbers() -> None:
    """Every column that an option with a timetable fills; kinds that no option has are left out."""
    assert table(compared())[0] == {
        "Option": "Full",
        "Status": "proven",
        "Why": "",
        "Lead-in weeks": "4",
        "First meeting": "2027-03-02",
        "Last meeting": "2027-03-31",
        "Final report": "2027-04-12",
        "Deadline": "2027-04-09",
        "Working days late": "1",
        "Weeks since commissioning": "6",
        "Staff hours": "20",
        "Places filled": "88.9%",
        "Conversations planned": "1",
        "Review-team meetings planned": "1",
        "Joint meetings planned": "1",
        "One-day events planned": "0",
        "Key staff": "2",
        "Heard": "1",
        "Share heard": "50%",
        "Analysis meetings": "1",
        "Joint meetings and events": "1",
        "Files audited": "0",
        "Fullness": "4",
        "Assumed": "",
    }


def test_an_option_that_cannot_be_held_says_why() -> None:
    """What is not known is empty, and not 0; an option that is not ranked has no fullness."""
    row = table(compared())[2]
    assert (row["Status"], row["Why"]) == ("impossible", "it does not fit into a week; it would fit without t1")
    empty = ["First meeting", "Last meeting", "Final report", "Working days late", "Staff hours", "Fullness"]
    assert [row[head] for head in empty] == [""] * 6
    assert row["Deadline"] == "2027-04-09"


def test_what_was_assumed_is_told() -> None:
    """One sentence after another."""
    assert table(compared())[1]["Assumed"] == "conversations with nobody; one day for all"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
def test_no_cell_is_a_formula(sign: str) -> None:
    """A title, a reason or an assumption that a spreadsheet would run starts with an apostrophe."""
    comparison = compared()
    evil = replace(comparison.outcomes[0], title=f"{sign}1", reasons=because(f"{sign}2"), assumed=(f"{sign}3",))
    row = table(replace(comparison, outcomes=(evil,)))[0]
    assert [row["Option"], row["Why"], row["Assumed"]] == [f"'{sign}1", f"'{sign}2", f"'{sign}3"]


def test_a_comparison_without_deadline_or_options_has_a_header() -> None:
    """Nothing compared: the columns alone. No deadline: an empty column."""
    nothing = comparison_csv(replace(compared(), outcomes=()))
    assert nothing.startswith(b"\xef\xbb\xbfOption,Status,Why,")
    assert nothing.count(b"\r\n") == 1
    assert table(replace(compared(), deadline=None))[0]["Deadline"] == ""
