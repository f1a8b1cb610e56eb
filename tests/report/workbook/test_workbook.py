"""A workbook keeps texts as texts, days as days, and comes out equal every time."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from openpyxl import Workbook

from ltsched.report.workbook.columns import Style
from ltsched.report.workbook.workbook import MOST_SIGNS, Book, cell_text
from tests.support.workbooks import HOSTILE, opened

DAY = date(2027, 3, 1)


def book(fill: Callable[[Book], object], title: str = "LT-1", above: tuple[str, str] = ("", "")) -> Workbook:
    made = Book(title, DAY, above)
    fill(made)
    return opened(made.data())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_text_stays_a_text(text: str) -> None:
    """No formula, no link, no number, whatever it looks like."""

    def fill(made: Book) -> None:
        made.sheet("S").put(0, 0, text)

    cell = book(fill)["S"]["A1"]
    assert (cell.value, cell.data_type, cell.hyperlink) == (text.strip(), "s", None)


def test_a_text_stays_a_text_when_somebody_edits_the_cell() -> None:
    """What looks like a formula is marked as a text; nothing else is."""

    def fill(made: Book) -> None:
        sheet = made.sheet("S")
        sheet.put(0, 0, "=1+1")
        sheet.put(1, 0, "one")

    sheet = book(fill)["S"]
    assert [sheet[cell].quotePrefix for cell in ("A1", "A2")] == [True, False]


def test_days_times_and_numbers_are_real() -> None:
    """One can sort, filter and reckon with them."""

    def fill(made: Book) -> None:
        sheet = made.sheet("S")
        sheet.put(0, 0, DAY, Style.DAY)
        sheet.put(0, 1, time(9, 30), Style.TIME)
        sheet.put(0, 2, 3, Style.WHOLE)
        sheet.put(0, 3, 0.5, Style.SHARE)
        sheet.put(0, 4, None)
        sheet.put(0, 5, "")  # as empty as None, for filters and for counting

    (row,) = book(fill)["S"].iter_rows()
    assert [cell.value for cell in row] == [datetime(2027, 3, 1), time(9, 30), 3, 0.5, None, None]
    assert [cell.number_format for cell in row] == ["ddd d mmm yyyy", "hh:mm", "0", "0%", "General", "General"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Größe 👩‍⚖️ 名", "Größe 👩‍⚖️ 名"),
        ("a\x00b\x07c\x1b[1m", "abc[1m"),
        ("a\ufffeb\uffffc", "abc"),
        ("a\ud800b", "a�b"),
        ("a\u202eb", "ab"),
        ("a \t b\n  c", "a b\nc"),
        ("_x0041_", "_x0041_"),
    ],
)
def test_any_text_makes_a_file_that_opens(text: str, kept: str) -> None:
    """What XML cannot hold is left out, and all else stays; lines stay lines."""
    assert cell_text(text) == kept
    found = book(lambda made: made.sheet("S").put(0, 0, text))["S"]["A1"].value
    assert found.replace("_x005F", "") == kept  # openpyxl leaves what an underscore is escaped with


def test_a_text_longer_than_any_cell_is_cut() -> None:
    """Excel takes 32,767 signs, and an emoji is two of them; what is missing is shown."""
    found = book(lambda made: made.sheet("S").put(0, 0, "😀" * 40_000))["S"]["A1"].value
    assert found == "😀" * MOST_SIGNS + "…"
    assert len(found.encode("utf-16-le")) // 2 <= 32_767


def test_what_is_printed_above_the_pages_is_what_was_said() -> None:
    """An ampersand is no code, and a long text is cut rather than lost."""
    sheet = book(lambda made: made.sheet("S"), above=("Smith & Sons &P", "x" * 300))["S"]
    assert sheet.oddHeader.left.text == "Smith && Sons &&P"
    assert sheet.oddHeader.right.text == "x" * 50
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)


def test_the_properties_name_the_review_and_no_real_time() -> None:
    """The title is the code name; the day is one of the review."""
    properties = book(lambda made: made.sheet("S"), title="LT-2027-03").properties
    assert (properties.title, properties.created, properties.modified) == ("LT-2027-03", *[datetime(2027, 3, 1)] * 2)
    assert not properties.creator


def test_no_part_of_the_file_knows_the_real_time() -> None:
    """Two files made on two days are equal: the archive has the same times, and no other day is written anywhere."""
    made = Book("LT-1", DAY, ("", ""))
    made.sheet("S").put(0, 0, "text")
    with zipfile.ZipFile(io.BytesIO(made.data())) as archive:
        assert {part.date_time for part in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        days = re.findall(rb"\b20\d\d-\d\d-\d\d", b"".join(archive.read(part) for part in archive.namelist()))
    assert set(days) == {b"2027-03-01"}


def test_the_writer_of_workbooks_is_loaded_only_to_write_one() -> None:
    """Whoever imports what makes tables does not pay for it."""
    rooms = ("timetable_xlsx", "comparison_xlsx", "sweep_tables")
    modules = ", ".join(f"ltsched.report.workbook.{name}" for name in rooms)
    code = f"import sys, {modules}; sys.exit('xlsxwriter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], timeout=600, check=False).returncode == 0
