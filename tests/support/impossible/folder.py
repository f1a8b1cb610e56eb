"""The folder of a review as values that can be changed one by one, and written."""

from __future__ import annotations

import copy
import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

__all__ = ["Entry", "Folder"]

PEOPLE = ("id", "name", "email", "role", "agency", "works", "essential", "conversation", "line_manager", "notes")
ROOMS = ("id", "name", "capacity")
BUSY = ("id", "start", "end", "level", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry of a calendar, in local time; dates alone are whole days, the last one included."""

    start: str
    end: str
    summary: str
    more: tuple[str, ...] = ()


@dataclass
class Folder:
    """What stands in the files of a review.

    `review` is review.toml; `people` and `rooms` are the rows of their tables by id, `busy` those of busy.csv, and
    `calendars` the entries of each calendar.
    """

    review: dict[str, Any]
    people: dict[str, dict[str, str]]
    rooms: dict[str, dict[str, str]] = field(default_factory=dict)
    busy: list[tuple[str, str, str, str, str]] = field(default_factory=list)
    calendars: dict[str, list[Entry]] = field(default_factory=dict)

    def copy(self) -> Folder:
        """Return another one, of which nothing is shared."""
        return copy.deepcopy(self)

    def customise(self, **numbers: object) -> None:
        """Set numbers of the option; an underscore stands for a hyphen."""
        self.review.setdefault("customise", {}).update({key.replace("_", "-"): numbers[key] for key in numbers})

    def add(self, table: str, **keys: object) -> None:
        """Add a table such as ``[[hold]]`` to review.toml; `from_` stands for ``from``, `_` for a hyphen."""
        self.review.setdefault(table, []).append({key.rstrip("_").replace("_", "-"): keys[key] for key in keys})

    def away(self, id: str, first: str, last: str, note: str, level: str = "busy") -> None:
        """Add a row to busy.csv."""
        self.busy.append((id, first, last, level, note))

    def entry(self, id: str, first: str, last: str, summary: str, *more: str) -> None:
        """Add an entry to the calendar of somebody, or of a room."""
        self.calendars.setdefault(id, []).append(Entry(first, last, summary, more))

    def write(self, path: Path) -> Path:
        """Write all files into `path`, which is made; return it."""
        path.mkdir(parents=True)
        (path / "review.toml").write_text(_toml(self.review), encoding="utf-8")
        (path / "people.csv").write_text(_csv(PEOPLE, [_row(PEOPLE, row) for row in self.people.values()]))
        if self.rooms:
            (path / "rooms.csv").write_text(_csv(ROOMS, [_row(ROOMS, row) for row in self.rooms.values()]))
        if self.busy:
            (path / "busy.csv").write_text(_csv(BUSY, self.busy))
        for id, entries in self.calendars.items():
            (path / "calendars").mkdir(exist_ok=True)
            (path / "calendars" / f"{id}.ics").write_bytes(_calendar(id, entries))
        return path


def _row(columns: tuple[str, ...], row: dict[str, str]) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in columns)


def _csv(columns: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue()


def _toml(review: dict[str, Any]) -> str:
    single = [f"{key} = {_value(value)}" for key, value in review.items() if not _is_table(value)]
    lines = [*single, ""]
    for name, value in review.items():
        if _is_table(value):
            for table in value if isinstance(value, list) else [value]:
                lines.append(f"[[{name}]]" if isinstance(value, list) else f"[{name}]")
                lines.extend([*(f"{key} = {_value(one)}" for key, one in table.items()), ""])
    return "\n".join(lines)


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (isinstance(value, list) and bool(value) and isinstance(value[0], dict))


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_value(one)}' for key, one in value.items())} }}"
    return str(value)


def _calendar(id: str, entries: list[Entry]) -> bytes:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//EN"]
    for number, entry in enumerate(entries, 1):
        lines += ["BEGIN:VEVENT", f"UID:{id}-{number}@made.up.example", "DTSTAMP:20270104T090000Z"]
        lines += [_moment("DTSTART", entry.start), _moment("DTEND", entry.end, ends=True)]
        lines += [f"SUMMARY:{entry.summary}", *entry.more, "END:VEVENT"]
    return "\r\n".join([*lines, "END:VCALENDAR", ""]).encode()


def _moment(name: str, text: str, *, ends: bool = False) -> str:
    if "T" in text:
        return f"{name}:{datetime.fromisoformat(text):%Y%m%dT%H%M%S}"
    day = date.fromisoformat(text)
    return f"{name};VALUE=DATE:{date.fromordinal(day.toordinal() + ends):%Y%m%d}"
