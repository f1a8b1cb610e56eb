"""Write the edits of changes into the files of a folder, as a person would who reads them."""

from __future__ import annotations

import csv
import io
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from ltsched.domain.explaining.step import Edit
from ltsched.domain.words.file_names import BUSY_FILE, PEOPLE_FILE, REVIEW_FILE, ROOMS_FILE

__all__ = ["toml_text", "write_edits"]

COLUMNS = {
    PEOPLE_FILE: [
        *("id", "name", "email", "role", "agency"),
        *("works", "essential", "conversation", "line_manager", "notes"),
    ],
    ROOMS_FILE: ["id", "name", "capacity"],
    BUSY_FILE: ["id", "start", "end", "level", "note"],
}
"""The columns of a row that is added, in their order."""

DATES = ("until", "from")
TABLE = re.compile(r"(\w[\w-]*)\[(\d+)\]")


def write_edits(folder: Path, edits: Iterable[Edit]) -> None:
    """Write `edits` into the files of `folder`; comments of review.toml are lost."""
    by_file: dict[str, list[Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file, []).append(edit)
    for name, own in by_file.items():
        if name == REVIEW_FILE:
            _write_toml(folder / name, own)
        else:
            _write_table(folder / name, own)


def _write_table(path: Path, edits: list[Edit]) -> None:
    text = path.read_text(encoding="utf-8-sig") if path.exists() else ",".join(COLUMNS[path.name])
    reader = csv.DictReader(io.StringIO(text))
    columns = list(reader.fieldnames or ())
    rows = [dict(row) for row in reader]
    for edit in edits:
        if edit.key:
            id, _, column = edit.key.rpartition(".")
            columns += [] if column in columns else [column]
            row = next(row for row in rows if row["id"] == id)
            assert (row.get(column) or "") == _cell(edit.before), f"{edit} is not what stands there: {row}"
            row[column] = _cell(edit.after)
        else:
            cells = next(csv.reader([_cell(edit.after)]))
            assert len(cells) == len(COLUMNS[path.name]), f"{edit} has not the columns {COLUMNS[path.name]}"
            columns += [name for name in COLUMNS[path.name] if name not in columns]
            rows.append(dict(zip(COLUMNS[path.name], cells, strict=True)))
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")


def _cell(value: object) -> str:
    return "" if value is None else str(value)


def _write_toml(path: Path, edits: list[Edit]) -> None:
    table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    gone: list[tuple[str, int]] = []
    for edit in edits:
        place, _, key = edit.key.partition(".")
        found = TABLE.fullmatch(place)
        if found is not None and not key:
            gone.append((found[1], int(found[2])))
            continue
        if found is None:
            own = table.setdefault(place, {})
        else:
            tables = table.setdefault(found[1], [])
            tables += [{}] if len(tables) < int(found[2]) else []
            own = tables[int(found[2]) - 1]
        if edit.after is None:
            del own[key]
        else:
            own[key] = date.fromisoformat(str(edit.after)) if key in DATES else edit.after
    for name, number in sorted(gone, reverse=True):
        del table[name][number - 1]
    path.write_text(toml_text(table), encoding="utf-8")


def toml_text(table: Mapping[str, Any]) -> str:
    """Return `table` as TOML: what stands alone, then tables, then lists of tables."""
    return "\n".join((*_lines(table), ""))


def _lines(table: Mapping[str, Any]) -> Iterator[str]:
    tables = {key: value for key, value in table.items() if isinstance(value, dict)}
    lists = {key: value for key, value in table.items() if isinstance(value, list) and _of_tables(value)}
    for key, value in table.items():
        if key not in tables and key not in lists:
            yield f"{_key(key)} = {_value(value)}"
    for key, value in tables.items():
        yield f"[{_key(key)}]"
        yield from (f"{_key(inner)} = {_value(each)}" for inner, each in value.items())
    for key, values in lists.items():
        for value in values:
            yield f"[[{key}]]"
            yield from (f"{_key(inner)} = {_value(each)}" for inner, each in value.items())


def _of_tables(values: list[Any]) -> bool:
    return bool(values) and all(isinstance(value, dict) for value in values)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, dict):
        return "{ " + ", ".join(f'"{key}" = {_value(each)}' for key, each in value.items()) + " }"
    if isinstance(value, list):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, str):
        escaped = "".join(c if c.isprintable() and c not in '"\\' else f"\\u{ord(c):04x}" for c in value)
        return f'"{escaped}"'
    return repr(value)


def _key(key: str) -> str:
    return key if re.fullmatch(r"[A-Za-z0-9_-]+", key) else _value(key)
