"""What people, agencies and rooms are called."""

from __future__ import annotations

import pytest

from ltsched.errors import Mistake
from ltsched.files.disk.csv_table import Row
from ltsched.files.disk.labels import read_label


def read(text: str, *, needed: bool = False) -> tuple[str, list[Mistake]]:
    mistakes: list[Mistake] = []
    return read_label(Row("people.csv", 2, {"name": text}, mistakes), "name", needed=needed), mistakes


@pytest.mark.parametrize("text", ["Zoë O'Neill", "<script>", "=cmd|' /C calc'!A0", "می\u200cخواهم", "x" * 200, ""])
def test_any_one_line_is_a_label(text: str) -> None:
    """Letters of any script, markup and formulas: writing them safely is the writer's care."""
    assert read(text) == (text, [])


def test_blanks_are_made_single() -> None:
    """Spreadsheets bring hard blanks, and agencies are compared by their names."""
    assert read("Health\u00a0 Trust") == ("Health Trust", [])


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "a\x1b[31m", "a\u202eb", "x" * 201])
def test_what_cannot_be_shown_on_one_line_is_a_mistake(text: str) -> None:
    """Breaks, controls, and marks that turn the direction of the text after them."""
    mistakes = read(text)[1]
    assert len(mistakes) == 1
    assert mistakes[0].where == "name"
    assert "expected one line of up to 200 characters" in str(mistakes[0])


def test_a_name_may_be_needed() -> None:
    """That of a person is, that of an agency is not."""
    assert "name: missing" in str(read("", needed=True)[1][0])
