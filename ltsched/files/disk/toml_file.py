"""TOML files of a review."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from ltsched.errors import Mistake, Notice
from ltsched.files.disk.text import read_text

__all__ = ["read_toml"]

LARGEST_FILE_BYTES = 1_000_000
LONGEST_LINE = 5_000
_NO_SECONDS = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{1,2}:\d{2}\s*(#.*)?$")
MOST_DOTS = 64  # in a line: tomllib takes quadratic time for a long dotted key


def read_toml(file: Path, relative: str, mistakes: list[Mistake], notices: list[Notice]) -> dict[str, Any] | None:
    """Read a TOML file; None after a mistake, which names the line as far as it is known.

    TOML is UTF-8. Editors save it otherwise, and only in names and remarks: so it is read, with a notice.
    """
    text = read_text(file, relative, LARGEST_FILE_BYTES, mistakes, notices)
    if text is None:
        return None
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) > LONGEST_LINE or (line.count(".") > MOST_DOTS and not line.lstrip().startswith("#")):
            found = f"a line of more than {LONGEST_LINE:,} characters or {MOST_DOTS} dots"
            mistakes.append(Mistake(relative, "", found, "expected shorter lines", line=number))
            return None
    try:
        table = tomllib.loads(text)
        if _has_huge_number(table):
            raise ValueError("a number of more than 64 bits")  # TOML has none, and Python cannot always write it out
        return table
    except ValueError as error:
        found, at, _ = str(error).partition(" (at ")
        place = re.search(r"\(at line (\d+)", str(error))
        line_number = int(place[1]) if place else text.count("\n") + 1 if at else None
        hint = "Texts need quotes, and dates none." if found.startswith("Invalid value") else ""
        if line_number and _NO_SECONDS.search(text.split("\n")[line_number - 1]):
            hint = "Write the seconds of a time, too: 10:00:00."
        mistakes.append(Mistake(relative, "", f"not TOML: {found}", "expected key = value", hint, line_number))
    except RecursionError:
        mistakes.append(Mistake(relative, "", "lists or tables too deep in one another", "expected at most a few"))
    return None


def _has_huge_number(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_has_huge_number, value.values()))
    if isinstance(value, list):
        return any(map(_has_huge_number, value))
    return isinstance(value, int) and not -(1 << 63) <= value < 1 << 63
