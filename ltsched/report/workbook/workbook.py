"""A workbook in the making: sheets whose texts stay texts, and equal bytes for equal content."""

from __future__ import annotations

import io
from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from ltsched.domain.words.wording import one_line
from ltsched.report.workbook.columns import PLAIN, Cell, Style
from ltsched.report.workbook.formula_safe import is_formula

__all__ = ["AMISS", "BOLD", "GOOD", "UNSURE", "Book", "Sheet", "cell_text"]

OPTIONS = {
    "in_memory": True,  # nothing confidential in the temporary folder, and the same times in the archive every time
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
A4, A3 = 9, 8
MOST_SIGNS = 16_000
"""Excel takes 32,767 units of UTF-16, and some characters are two."""

MOST_HEADER_SIGNS = 50
"""Of each of the two texts above a page, and of the title; Excel takes 255 units above a page, codes included."""

REHEARSAL, PARTIAL = "REHEARSAL", "PARTIAL"
BASE = {"valign": "top", "text_wrap": True}
BOLD: Mapping[str, Any] = {"bold": True}
AMISS: Mapping[str, Any] = {"bg_color": "#FFC7CE", "font_color": "#9C0006"}
UNSURE: Mapping[str, Any] = {"bg_color": "#FFF2CC", "font_color": "#7F6000"}
GOOD: Mapping[str, Any] = {"bg_color": "#E2EFDA", "font_color": "#375623"}
NO_CHARACTERS = str.maketrans("", "", "\ufffe\uffff")
"""What XML cannot hold and `one_line` does not know of."""


def cell_text(text: str) -> str:
    """Return `text` as a cell can hold it: its lines made harmless, and cut where it is longer than any cell."""
    clean = "\n".join(one_line(line) for line in text.translate(NO_CHARACTERS).split("\n"))
    return clean if len(clean) <= MOST_SIGNS else f"{clean[:MOST_SIGNS]}…"


class Sheet:
    """One sheet of a `Book`, printed across, as wide as a page of A4; a `large` one of A3."""

    def __init__(self, book: Book, name: str, above: tuple[str, str], *, large: bool = False) -> None:
        self._book = book
        self.paper = book.add(name)
        self.paper.set_landscape()
        self.paper.set_paper(A3 if large else A4)
        self.paper.fit_to_pages(1, 0)
        self.paper.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.6)
        left, right = (cell_text(text)[:MOST_HEADER_SIGNS].replace("&", "&&") for text in above)
        self.paper.set_header(f"&L{left}&R{right}")
        self.paper.set_footer("&LConfidential&C&A&RPage &P of &N")
        # An id such as 007 is meant to be a text: no green corner on it.
        self.paper.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})

    def put(
        self, row: int, column: int, value: Cell, style: Style = Style.TEXT, look: Mapping[str, Any] = PLAIN
    ) -> None:
        """Put `value` into a cell: a text as a text whatever it starts with, numbers, days and times as such."""
        text = cell_text(value) if isinstance(value, str) else None
        if text:
            # The mark keeps it a text even when somebody edits the cell.
            marked = {**look, "quote_prefix": True} if is_formula(text) else look
            self.paper.write_string(row, column, text, self._book.format(marked))
        elif value is None or isinstance(value, str):
            self.paper.write_blank(row, column, None, self._book.format(look))
        elif isinstance(value, date | time):
            self.paper.write_datetime(row, column, value, self._book.format({"num_format": str(style), **look}))
        else:
            self.paper.write_number(row, column, value, self._book.format({"num_format": str(style), **look}))


class Book:
    """A workbook that is made in memory.

    Parameters
    ----------
    title
        Its title, in its properties.
    created
        The day that its properties name: a day of the review, since the real one would make every file another.
    above
        What is printed above each page, on the left and on the right.
    rehearsal
        Whether what is in it is made up: each page says so, and every tab is red.
    partial
        Whether something is left out: each page says so.
    """

    def __init__(
        self, title: str, created: date, above: tuple[str, str], rehearsal: bool = False, partial: bool = False
    ) -> None:
        from xlsxwriter import Workbook

        self._file = io.BytesIO()
        self._workbook = Workbook(self._file, OPTIONS)
        properties = {"title": cell_text(title)[:MOST_HEADER_SIGNS], "created": datetime.combine(created, time())}
        self._workbook.set_properties(properties)
        self._above = above
        self._rehearsal = rehearsal
        self._marks = [mark for mark, is_so in ((REHEARSAL, rehearsal), (PARTIAL, partial)) if is_so]
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def sheet(self, name: str, *, large: bool = False) -> Sheet:
        """Return a new sheet, after those that are there."""
        sheet = Sheet(self, name, self._above, large=large)
        if self._marks:
            sheet.paper.set_header(f"{sheet.paper.header}&C&B{', '.join(self._marks)}")
        if self._rehearsal:
            sheet.paper.set_tab_color(str(AMISS["font_color"]))
        return sheet

    def add(self, name: str) -> Any:
        """Return a new sheet as XlsxWriter knows it."""
        return self._workbook.add_worksheet(name)

    def format(self, look: Mapping[str, Any]) -> Any:
        """Return the format with these properties; each is made once."""
        key = tuple(sorted({**BASE, **look}.items()))
        if key not in self._formats:
            self._formats[key] = self._workbook.add_format(dict(key))
        return self._formats[key]

    def data(self) -> bytes:
        """Return the whole file; nothing can be put into it afterwards."""
        self._workbook.close()
        return self._file.getvalue()
