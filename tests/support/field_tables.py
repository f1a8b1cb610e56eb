"""The tables of fields in the guide, made from what reads the fields: ``python -m tests.support.field_tables``."""

from __future__ import annotations

import importlib
import re
import tomllib
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import ltsched
from ltsched.domain.numbers import CHOICES, NUMBERS, Number, Setting
from ltsched.options.template import shipped_options
from ltsched.validation.schema import DOCUMENTS
from tests.support.schema_rows import Schema, field_rows, table_at

GUIDE = Path(ltsched.__file__).parent / "guide"
MARKED = re.compile(r"(<!-- fields: (?P<name>[a-z_ \-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def numbers_of(option: str) -> dict[str, Setting]:
    text = resources.files("ltsched.options").joinpath(f"{option}.toml").read_text(encoding="utf-8")
    numbers: dict[str, Setting] = tomllib.loads(text).get("numbers", {})
    return numbers


def limits(number: Number) -> str:
    if number.unit == "choice":
        return ", ".join(f'"{choice}"' for choice in CHOICES)
    unit = "" if number.unit in ("number", "share") else f" {number.unit}"
    return f"{number.least:.0f}–{number.most:.0f}{unit}"


def numbers_table() -> Iterator[str]:
    """Yield a row for each number: what it usually is, its limits, its meaning, and where it is another."""
    usual = numbers_of("common")
    yield "| number | usual | limits | what it is |"
    yield "|---|---|---|---|"
    for name, number in NUMBERS.items():
        others = [
            f"{option} {value}"
            for option in shipped_options()
            if (value := numbers_of(option).get(name, usual[name])) != usual[name]
        ]
        meaning = "; in ".join([number.meaning, ", in ".join(others)] if others else [number.meaning])
        yield f"| `{name}` | {usual[name]} | {limits(number)} | {meaning} |"


ROOTS = {
    **DOCUMENTS,
    "activity": ("ltsched.validation.option.tables", "ActivityTable"),
    "people": ("ltsched.validation.rows", "PersonRow"),
    "rooms": ("ltsched.validation.rows", "RoomRow"),
    "busy": ("ltsched.validation.rows", "BusyRow"),
}
"""Models by the first word of a mark, with their modules; its other words are the way to a table in the model."""

CSV_FILES = ("people", "rooms", "busy")


def is_made(name: str) -> bool:
    """Return whether the table with this mark is made here; the others are written by hand."""
    return name == "numbers" or name.split()[0] in ROOTS


def schema_of(root: str) -> Schema:
    """Return the JSON Schema of one of `ROOTS`."""
    module, model = ROOTS[root]
    found: Schema = getattr(importlib.import_module(module), model).model_json_schema()
    return found


def fields_table(name: str) -> Iterator[str]:
    """Yield a row for each field of a model, or of a table within it: ``review hold``."""
    first, *keys = name.split()
    schema = schema_of(first)
    is_csv = first in CSV_FILES
    yield f"| {'column' if is_csv else 'key'} | value | if left out | what it is |"
    yield "|---|---|---|---|"
    for row in field_rows(table_at(schema, keys), schema, toml=not is_csv):
        cells = " | ".join(cell.replace("|", r"\|") for cell in row)
        yield f"| {cells} |"


def table(name: str) -> Iterator[str]:
    """Yield the lines of the table with this mark."""
    return numbers_table() if name == "numbers" else fields_table(name)


def filled(text: str) -> str:
    """Return a page of the guide with each marked table as it should be."""

    def again(found: re.Match[str]) -> str:
        return "\n".join((found[1], *table(found["name"]), "", found[3])) if is_made(found["name"]) else found[0]

    return MARKED.sub(again, text)


def marks(page: Path) -> list[str]:
    """Return the names of the marks in a page of the guide."""
    return [found["name"] for found in MARKED.finditer(page.read_text(encoding="utf-8"))]


def main() -> None:
    for page in GUIDE.glob("*.md"):
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
