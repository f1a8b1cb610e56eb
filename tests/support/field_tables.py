"""The tables of fields in the guide, made from what reads the fields: ``python -m tests.support.field_tables``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from pathlib import Path

import ltsched
from ltsched.domain.numbers import CHOICES, NUMBERS, Number, Setting
from ltsched.options.template import shipped_options

GUIDE = Path(ltsched.__file__).parent / "guide"
MARKED = re.compile(r"(<!-- fields: (?P<name>[a-z \-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


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


TABLES: dict[str, Callable[[], Iterator[str]]] = {"numbers": numbers_table}
"""By the name in the mark ``<!-- fields: numbers -->``."""


def filled(text: str) -> str:
    """Return a page of the guide with each marked table as it should be."""

    def table(found: re.Match[str]) -> str:
        make = TABLES.get(found["name"])
        return found[0] if make is None else f"{found[1]}\n{chr(10).join(make())}\n\n{found[3]}"

    return MARKED.sub(table, text)


def marks(page: Path) -> list[str]:
    """Return the names of the marks in a page of the guide."""
    return [found["name"] for found in MARKED.finditer(page.read_text(encoding="utf-8"))]


def main() -> None:
    for page in GUIDE.glob("*.md"):
        page.write_text(filled(page.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
