"""A table as spreadsheets write it: rows with their line numbers, under known columns.

The csv module reads it, not pandas: every mistake must name its exact line, also below a cell with line breaks, and
an empty cell must stay an empty text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import Mistake, Notice
from ltsched.files.disk.text import read_text
from ltsched.validation.mistake_limit import enough
from ltsched.validation.shown import shown

__all__ = ["Columns", "Row", "read_table"]

LARGEST_FILE_BYTES = 5_000_000
SEPARATORS = ",;\t"
MOST_COLUMNS = 200


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: those that it must have, and those that it may have besides."""

    needed: tuple[str, ...]
    optional: tuple[str, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every column."""
        return self.needed + self.optional


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table.

    Parameters
    ----------
    path, line
        The file, relative to the scenario folder, and the line on which the row starts, counted from 1.
    cells
        The text by column, without blanks around it; every column that the table may have is there.
    mistakes
        Where mistakes about the row are added.
    """

    path: str
    line: int
    cells: Mapping[str, str]
    mistakes: list[Mistake]

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def mistake(self, column: str, found: str, expected: str, hint: str = "") -> None:
        """Add a mistake about the cell under `column`."""
        self.mistakes.append(Mistake(self.path, column, found, expected, hint, self.line))


def read_table(
    file: Path,
    relative: str,
    columns: Columns,
    mistakes: list[Mistake],
    notices: list[Notice],
    *,
    most_rows: int | None = None,
) -> list[Row] | None:
    """Read a table.

    Its separator (comma, semicolon or tab) is found from its header; capitals, blanks and hyphens in the names of
    columns do not count. Rows and columns without any text are passed over.

    Parameters
    ----------
    file, relative
        The file, and what it is called in a mistake.
    columns
        Any other column is a mistake.
    mistakes, notices
        What is wrong, and what should be known, is added here.
    most_rows
        A longer table is refused; None for no limit but the size of the file.

    Returns
    -------
    list of Row or None
        In the order of the file; None if there is no telling what the columns mean.
    """
    text = read_text(file, relative, LARGEST_FILE_BYTES, mistakes, notices)
    if text is None:
        return None
    records = _records(text, _separator(text, columns), relative, mistakes)
    header = next(records, None)
    if header is None:
        mistakes.append(Mistake(relative, "", "it is empty", f"expected a header: {','.join(columns.all)}"))
        return None
    names = _columns(header, columns, relative, mistakes)
    if names is None:
        return None
    rows: list[Row] = []
    for line, cells in records:
        if enough(mistakes):
            break
        if len(rows) == most_rows:
            mistakes.append(Mistake(relative, "", f"more than {most_rows:,} rows", "no review has as many", line=line))
            break
        rows.append(_row(line, cells, names, columns, relative, mistakes))
    return rows


def _separator(text: str, columns: Columns) -> str:
    """Return the separator under which the first line that says anything has most of the columns."""
    for line in text.split("\n"):
        announced = line.strip().lower()
        if announced.startswith("sep=") and len(announced) == 5 and announced[-1] in SEPARATORS:
            return announced[-1]  # Excel's own way of telling
        if line.strip(SEPARATORS + ' "'):
            known = {separator: _known(line, separator, columns) for separator in SEPARATORS}
            return max(SEPARATORS, key=lambda separator: known[separator])
    return ","


def _known(line: str, separator: str, columns: Columns) -> int:
    return sum(_key(cell.strip(' "')) in columns.all for cell in line.split(separator))


def _records(text: str, separator: str, relative: str, mistakes: list[Mistake]) -> Iterator[tuple[int, list[str]]]:
    """Yield each record that has any text, with the line on which it starts."""
    reader = csv.reader(io.StringIO(text, newline="\n"), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            runaway = reader.line_num > line or "expected after" not in str(error)
            found = "a quote that is opened and not closed" if runaway else "text beside a quoted cell"
            if reader.line_num == line and "larger" in str(error):
                found = f"a cell of more than {csv.field_size_limit():,} characters"
            expected = 'expected quotes around the whole cell, and "" for a quote inside'
            mistakes.append(Mistake(relative, "", found, expected, line=line))
            if runaway:
                return  # nobody can tell where the next row starts
            continue
        if any(cells) and not (line == 1 and cells[0].lower().startswith("sep=")):
            yield line, cells


def _columns(
    header: tuple[int, list[str]], columns: Columns, relative: str, mistakes: list[Mistake]
) -> list[str] | None:
    """Return the column of each place, empty for a place without one; None if a column is unknown or missing."""
    line, cells = header
    cells = cells[: max(place for place, cell in enumerate(cells, 1) if cell)]
    if len(cells) > MOST_COLUMNS:
        found = f"{len(cells):,} columns"
        mistakes.append(Mistake(relative, "header", found, f"the columns are {', '.join(columns.all)}", line=line))
        return None
    names: list[str] = []
    before = len(mistakes)
    listed = ", ".join(columns.all)
    keys = [_key(cell) for cell in cells]
    missing = [column for column in columns.needed if column not in keys]
    for cell, key in zip(cells, keys, strict=True):
        if enough(mistakes):
            break
        if key and key not in columns.all:
            hint = did_you_mean(key, [column for column in columns.all if column not in keys] or columns.all)
            mistakes.append(
                Mistake(relative, "header", f"unknown column {shown(cell)}", f"the columns are {listed}", hint, line)
            )
        elif key and key in names:
            mistakes.append(
                Mistake(relative, "header", f"column {shown(cell)} is there twice", "expected it once", "", line)
            )
        names.append(key)
    for column in missing:
        mistakes.append(
            Mistake(relative, "header", f"column {column} is missing", f"the columns are {listed}", "", line)
        )
    return names if len(mistakes) == before else None


def _row(
    line: int, cells: list[str], names: Sequence[str], columns: Columns, relative: str, mistakes: list[Mistake]
) -> Row:
    found = dict.fromkeys(columns.all, "")
    for place, cell in enumerate(cells):
        name = names[place] if place < len(names) else ""
        if name:
            found[name] = cell
        elif cell:
            text = f"{shown(cell)} stands in cell {place + 1}, which has no column"
            hint = "A cell that has the separator in it needs quotes around it."
            mistakes.append(Mistake(relative, "", text, f"the header has {sum(map(bool, names))} columns", hint, line))
            break  # what follows on this line is the same mistake
    return Row(relative, line, found, mistakes)


def _key(name: str) -> str:
    return name.strip().casefold().replace(" ", "_").replace("-", "_")
