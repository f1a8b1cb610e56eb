"""The file of results: a line of JSON for each run, whole or not there at all."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

__all__ = ["KEY", "RESULTS", "Row", "add_row", "key_of", "read_rows"]

RESULTS = Path(__file__).parents[1] / "results.jsonl"

Row = dict[str, Any]

KEY = (
    "instance",
    "content",
    "source",
    "ortools",
    "python",
    "what",
    "prove",
    "workers",
    "seed",
    "time_limit_seconds",
    "turn",
)
"""What makes two runs the same: a row with all these equal need not be made again."""


def key_of(row: Mapping[str, Any]) -> tuple[Any, ...]:
    """Return what makes `row` the one that it is."""
    return tuple(row[name] for name in KEY)


def read_rows(path: Path) -> list[Row]:
    """Return the rows of `path` in their order; none without a file. Half a line of a killed run does not count."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
        try:
            row = json.loads(line)
            key_of(row)
        except (ValueError, KeyError, TypeError):
            continue
        rows.append(row)
    return rows


def add_row(path: Path, row: Row) -> None:
    """Add `row` at the end of `path` in one stroke; it is on the disk when this returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps(row, ensure_ascii=False) + "\n"
    with path.open("a+b") as file:
        file.seek(0, os.SEEK_END)
        if file.tell():
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":  # What a killed run left stays a line of its own.
                line = "\n" + line
        file.write(line.encode())
        file.flush()
        os.fsync(file.fileno())
