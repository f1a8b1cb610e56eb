"""The README of the scenarios tells every number as it is."""

from __future__ import annotations

import tomllib
from importlib import resources
from pathlib import Path

import pytest

from ltsched.domain.numbers import CHOICES, NUMBERS, Number, accepts
from ltsched.files.disk.csv_table import Columns
from ltsched.files.review import busy_table, people_table, rooms_table
from ltsched.options.template import shipped_options
from ltsched.validation.document import AnyDocument
from ltsched.validation.option_tables import ActivityTable, OrderTable
from ltsched.validation.place import keys_of
from ltsched.validation.review_tables import STAGES

README_FILE = Path(__file__).parents[2] / "scenarios" / "README.md"
HEADER = ["key", "unit", "least–most", "default", "other options", "example", "what it is"]


def numbers_of(option: str) -> dict[str, object]:
    text = resources.files("ltsched.options").joinpath(f"{option}.toml").read_text(encoding="utf-8")
    numbers: dict[str, object] = tomllib.loads(text).get("numbers", {})
    return numbers


def written(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def table_of_numbers() -> dict[str, list[str]]:
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in README_FILE.read_text(encoding="utf-8").splitlines()
    ]
    start = rows.index(HEADER) + 2
    table: dict[str, list[str]] = {}
    for row in rows[start:]:
        if len(row) != len(HEADER):
            break
        table[row[0].strip("`")] = row
    return table


ROWS = table_of_numbers()
COMMON = numbers_of("common")


def limits(number: Number) -> str:
    if number.unit == "choice":
        return ", ".join(f'"{choice}"' for choice in CHOICES)
    return f"{number.least:.0f}–{number.most:.0f}"


def test_the_table_has_every_number_in_order_and_no_other() -> None:
    """Whoever adds, drops or renames a number has to change the README too."""
    assert list(ROWS) == list(NUMBERS)


@pytest.mark.parametrize("number", NUMBERS.values(), ids=NUMBERS)
def test_a_row_says_what_the_number_is(number: Number) -> None:
    """Unit, limits, default, the options that differ and the meaning are those of the program; the example is good."""
    _, unit, least_most, default, others, example, meaning = ROWS[number.name]
    different = [
        f"{option} {written(value)}"
        for option in shipped_options()
        if (value := numbers_of(option).get(number.name, COMMON[number.name])) != COMMON[number.name]
    ]
    assert (unit, least_most, meaning) == (number.unit, limits(number), number.meaning)
    assert default == written(COMMON[number.name])
    assert others == (", ".join(different) or "–")
    assert accepts(number, tomllib.loads(example.strip("`"))[number.name])


def first_column(heading: str) -> list[str]:
    """The keys of the first table under a heading."""
    lines = README_FILE.read_text(encoding="utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line == heading)
    keys: list[str] = []
    for line in lines[start + 1 :]:
        if line.startswith("| `"):
            keys.append(line.split("`")[1])
        elif keys:
            break
    return keys


@pytest.mark.parametrize(("heading", "model"), [("### [[activity]]", ActivityTable), ("### [[order]]", OrderTable)])
def test_the_words_of_an_option_are_all_told(heading: str, model: type[AnyDocument]) -> None:
    """What is read is what the README tells, no more and no less."""
    assert set(first_column(heading)) == set(keys_of(model))


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        ("## people.csv", people_table.COLUMNS),
        ("## rooms.csv", rooms_table.COLUMNS),
        ("## busy.csv", busy_table.COLUMNS),
    ],
)
def test_the_columns_of_a_table_are_all_told(heading: str, columns: Columns) -> None:
    """Every column that is read is in the README, in the order of the program."""
    assert first_column(heading) == list(columns.all)


def test_the_stages_are_told_in_their_order() -> None:
    """The names that [stages] takes are in the README, in the usual order."""
    section = README_FILE.read_text(encoding="utf-8").split("### [stages]")[1]
    assert ", ".join(f"`{name}`" for name in STAGES) in " ".join(section.split())
