"""Tables are read as spreadsheets write them, and every mistake names its line."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ltsched.errors import Mistake
from ltsched.files.disk.csv_table import Columns, Row, read_table

COLUMNS = Columns(needed=("id", "name"), optional=("line_manager",))


def read(tmp_path: Path, text: str, most_rows: int | None = None) -> tuple[list[Row] | None, list[str]]:
    file = tmp_path / "t.csv"
    file.write_bytes(text.encode())
    mistakes: list[Mistake] = []
    return read_table(file, "t.csv", COLUMNS, mistakes, [], most_rows=most_rows), list(map(str, mistakes))


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found_from_the_header(tmp_path: Path, separator: str) -> None:
    """The other separators may stand in cells."""
    rows, mistakes = read(tmp_path, f'id{separator}name\na{separator}"x,y;z\tw"\n')
    assert rows is not None
    assert [dict(row.cells) for row in rows] == [{"id": "a", "name": "x,y;z\tw", "line_manager": ""}]
    assert mistakes == []


def test_excel_may_tell_the_separator_itself(tmp_path: Path) -> None:
    """A first line ``sep=;`` is no header."""
    rows, mistakes = read(tmp_path, "sep=;\nid;name\na;A\n")
    assert rows is not None
    assert [(row.line, row["name"]) for row in rows] == [(3, "A")]
    assert mistakes == []


def test_empty_rows_and_columns_are_passed_over(tmp_path: Path) -> None:
    """Excel leaves them behind; lines still count as they stand in the file."""
    rows, mistakes = read(tmp_path, ",,,\n\nid, ,name,\n,,,\na,,A,,,\n , \nb,,B,\n")
    assert rows is not None
    assert [(row.line, row["id"], row["name"]) for row in rows] == [(5, "a", "A"), (7, "b", "B")]
    assert mistakes == []


def test_a_cell_with_a_line_break_does_not_shift_the_lines(tmp_path: Path) -> None:
    """The row after it is named by its own line."""
    rows, _ = read(tmp_path, 'id,name\r\na,"two\r\nlines"\r\nb,B\r\n')
    assert rows is not None
    assert [(row.line, row["name"]) for row in rows] == [(2, "two\nlines"), (4, "B")]


def test_capitals_blanks_and_hyphens_in_a_header_do_not_count(tmp_path: Path) -> None:
    """``Line Manager`` is understood."""
    rows, mistakes = read(tmp_path, "ID,Name,Line Manager\na,A,b\n")
    assert rows is not None
    assert rows[0]["line_manager"] == "b"
    assert mistakes == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["t.csv: it is empty; expected a header: id,name,line_manager."]),
        ("id\na\n", ["t.csv, line 1, header: column name is missing; the columns are id, name, line_manager."]),
        (
            "id,name,id\n",
            ['t.csv, line 1, header: column "id" is there twice; expected it once.'],
        ),
        (
            "id,nmae\n",
            [
                't.csv, line 1, header: unknown column "nmae"; the columns are id, name, line_manager. '
                'Did you mean "name"?',
                "t.csv, line 1, header: column name is missing; the columns are id, name, line_manager.",
            ],
        ),
        (
            "id,name\na,A,x,y\n",
            [
                't.csv, line 2: "x" stands in cell 3, which has no column; the header has 2 columns. '
                "A cell that has the separator in it needs quotes around it."
            ],
        ),
        (
            'id,name\na,"A\nb,B\n',
            [
                't.csv, line 2: a quote that is opened and not closed; expected quotes around the whole cell, and "" '
                "for a quote inside."
            ],
        ),
        (
            'id,name\na,"A"x\nb,B,z\n',
            [
                't.csv, line 2: text beside a quoted cell; expected quotes around the whole cell, and "" for a quote '
                "inside.",
                't.csv, line 3: "z" stands in cell 3, which has no column; the header has 2 columns. '
                "A cell that has the separator in it needs quotes around it.",
            ],
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, text: str, expected: list[str]) -> None:
    """Each kind of mistake that a table as such can have; those after it are told too where that is possible."""
    assert read(tmp_path, text)[1] == expected


def test_a_huge_cell_and_a_header_without_end_are_refused(tmp_path: Path) -> None:
    """Neither takes long."""
    assert "a cell of more than" in read(tmp_path, "id,name\n" + "x" * 200_000)[1][0]
    assert "201 columns" in read(tmp_path, "x," * 201)[1][0]


def test_a_table_has_its_limit(tmp_path: Path) -> None:
    """At the limit it is whole; beyond it is a mistake on the first line too many."""
    assert read(tmp_path, "id,name\na,A\nb,B\n", most_rows=2)[1] == []
    assert "line 3: more than 1 rows" in read(tmp_path, "id,name\na,A\nb,B\n", most_rows=1)[1][0]


cell = st.text(st.characters(exclude_categories=["C"], exclude_characters="\r\n"), max_size=8).map(str.strip)


@given(st.lists(st.tuples(cell.filter(bool), cell), max_size=6), st.sampled_from(",;\t"))
def test_what_the_csv_module_writes_comes_back(
    tmp_path_factory: pytest.TempPathFactory, cells: list[tuple[str, str]], separator: str
) -> None:
    """Quotes, separators and any letters survive, row by row."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows([("id", "name"), *cells])
    rows, mistakes = read(tmp_path_factory.mktemp("csv"), text.getvalue())
    assert mistakes == []
    assert rows is not None
    assert [(row["id"], row["name"]) for row in rows] == cells
