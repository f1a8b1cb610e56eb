"""The rows of the tables: what people, agencies and rooms are called, and what is read where a cell is wrong."""

from __future__ import annotations

import pytest

from ltsched.domain.people import Role
from ltsched.errors import Mistake
from ltsched.files.disk.csv_table import Columns
from ltsched.files.review import busy_table, people_table, rooms_table
from ltsched.validation.document import CsvRow
from ltsched.validation.reading import read_sound
from ltsched.validation.rows import BusyRow, PersonRow, RoomRow

ROW = {"id": "p1", "name": "Ann", "email": "", "role": "review-team", "agency": "", "conversation": ""}


def read(**cells: str) -> tuple[PersonRow, list[Mistake]]:
    mistakes: list[Mistake] = []
    found, _ = read_sound(PersonRow, {**ROW, **cells}, "people.csv", mistakes, {"name": "?", "role": ()}, line=2)
    return found, mistakes


@pytest.mark.parametrize(
    ("columns", "row"),
    [(people_table.COLUMNS, PersonRow), (rooms_table.COLUMNS, RoomRow), (busy_table.COLUMNS, BusyRow)],
)
def test_a_row_has_the_columns_of_its_table(columns: Columns, row: type[CsvRow]) -> None:
    """What the guide tells of is what the table takes, in the same order."""
    assert tuple(row.model_fields) == columns.all


@pytest.mark.parametrize("text", ["Zoë O'Neill", "<script>", "=cmd|' /C calc'!A0", "می\u200cخواهم", "x" * 200, ""])
def test_any_one_line_is_a_label(text: str) -> None:
    """Letters of any script, markup and formulas: writing them safely is the writer's care."""
    found, mistakes = read(agency=text)
    assert (found.agency, mistakes) == (text, [])


def test_blanks_are_made_single() -> None:
    """Spreadsheets bring hard blanks, and agencies are compared by their names."""
    assert read(agency="Health\u00a0 Trust")[0].agency == "Health Trust"


@pytest.mark.parametrize("text", ["a\nb", "a\u2028b", "a\x1b[31m", "a\u202eb", "x" * 201])
def test_what_cannot_be_shown_on_one_line_is_a_mistake(text: str) -> None:
    """Breaks, controls, and marks that turn the direction of the text after them."""
    mistakes = read(name=text)[1]
    assert len(mistakes) == 1
    assert mistakes[0].where == "name"
    assert "expected one line of up to 200 characters" in str(mistakes[0])


def test_a_name_may_be_needed() -> None:
    """That of a person is, that of an agency is not."""
    assert "people.csv, line 2, name: missing" in str(read(name="")[1][0])


def test_what_is_sound_in_a_row_is_read_all_the_same() -> None:
    """Two cells are wrong, and each is told; the others say what they say."""
    found, mistakes = read(role="Review Team; case group", email="nobody", conversation="first")
    assert [mistake.where for mistake in mistakes] == ["email", "conversation"]
    assert found.role == (Role.REVIEW_TEAM, Role.CASE_GROUP)
    assert (found.email, found.conversation, found.name) == ("", None, "Ann")
