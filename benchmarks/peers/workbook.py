"""OptaPlanner's meeting-scheduling workbooks: meetings, people, rooms and days, read from .xlsx."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from .csplib import NotUnderstood

__all__ = ["GRAIN_MINUTES", "Meeting", "Workbook", "read_workbook"]

GRAIN_MINUTES = 15
LUNCH_MINUTES = 60

SHEETS: Mapping[str, tuple[str, ...]] = {
    "Days": ("Day", "Start", "End"),
    "Rooms": ("Name", "Capacity"),
    "Persons": ("Full name",),
    "Meetings": (
        "Topic",
        "Group",
        "Duration",
        "Speakers",
        "Content",
        "Required attendance list",
        "Preferred attendance list",
        "Day",
        "Starting time",
        "Room",
    ),
}
"""The sheets that are read, with their headings."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting: its length in grains, and the numbers of those who are required, and of those who would be preferred.

    Speakers are required, and everybody is at a meeting of the entire group.
    """

    topic: str
    grains: int
    required: tuple[int, ...]
    preferred: tuple[int, ...]

    @property
    def seats(self) -> int:
        """How many its room must seat."""
        return len(self.required) + len(self.preferred)


@dataclass(frozen=True, slots=True)
class Workbook:
    """An instance. Grains are numbered over all days; the hour of lunch has none, and a meeting may go on after it.

    Parameters
    ----------
    day_grains
        How many grains each day has.
    rooms
        How many each room seats.
    people
        How many there are.
    """

    name: str
    day_grains: tuple[int, ...]
    rooms: tuple[int, ...]
    people: int
    meetings: tuple[Meeting, ...]


def read_workbook(path: Path) -> Workbook:
    """Return the instance in the workbook at `path`.

    Raises
    ------
    NotUnderstood
        A sheet, a heading or a person is missing, or a cell has something else than is expected.
    """
    from openpyxl import load_workbook

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the workbooks have no default style
        book = load_workbook(path, read_only=True, data_only=True)
    try:
        rows = {sheet: list(_rows(path, book, sheet)) for sheet in SHEETS}
    finally:
        book.close()
    people = {str(row[0]): number for number, (_, row) in enumerate(rows["Persons"])}
    return Workbook(
        name=path.stem,
        day_grains=tuple(_grains(path, line, row) for line, row in rows["Days"]),
        rooms=tuple(_whole(path, "Rooms", line, row[1]) for line, row in rows["Rooms"]),
        people=len(people),
        meetings=tuple(_meeting(path, line, row, people) for line, row in rows["Meetings"]),
    )


def _rows(path: Path, book: Any, sheet: str) -> Iterator[tuple[int, list[Any]]]:
    """Yield the rows of `sheet` below its headings, with their numbers, up to the first empty one."""
    if sheet not in book.sheetnames:
        raise NotUnderstood(f"{path.name}: there is no sheet {sheet!r}")
    headings = SHEETS[sheet]
    for line, row in enumerate(book[sheet].iter_rows(values_only=True), 1):
        cells = list(row)
        if line == 1:
            if tuple(cells[: len(headings)]) != headings:
                raise NotUnderstood(f"{path.name}, {sheet}: the headings are not {', '.join(headings)}")
        elif not any(cell not in (None, "") for cell in cells):
            return
        else:
            yield line, [*cells, *[None] * (len(headings) + 1 - len(cells))]


def _grains(path: Path, line: int, row: list[Any]) -> int:
    """Return how many grains a day has: those from its start to its end, less those in the hour of lunch."""
    try:
        start, end, lunch = (datetime.strptime(str(cell), "%H:%M") for cell in row[1:4])
    except ValueError as error:
        raise NotUnderstood(f"{path.name}, Days, row {line}: {error}") from error
    opens, closes, pause = (moment.hour * 60 + moment.minute for moment in (start, end, lunch))
    grains = range(opens, closes, GRAIN_MINUTES)
    return sum(not pause <= minute < pause + LUNCH_MINUTES for minute in grains)


def _whole(path: Path, sheet: str, line: int, cell: Any) -> int:
    if not isinstance(cell, int | float) or cell <= 0 or cell != int(cell):
        raise NotUnderstood(f"{path.name}, {sheet}, row {line}: {cell!r} is no whole number of at least 1")
    return int(cell)


def _meeting(path: Path, line: int, row: list[Any], people: Mapping[str, int]) -> Meeting:
    def named(cell: Any) -> list[int]:
        names = [name for name in str(cell or "").split(", ") if name]
        if strangers := [name for name in names if name not in people]:
            raise NotUnderstood(f"{path.name}, Meetings, row {line}: {strangers[0]!r} is not among the persons")
        return [people[name] for name in names]

    minutes = _whole(path, "Meetings", line, row[2])
    if minutes % GRAIN_MINUTES:
        raise NotUnderstood(f"{path.name}, Meetings, row {line}: {minutes} minutes are no multiple of {GRAIN_MINUTES}")
    speakers, required, preferred = named(row[3]), named(row[5]), named(row[6])
    if str(row[1] or "").lower() == "y":
        required, preferred = list(people.values()), []
    else:
        required = list(dict.fromkeys((*speakers, *required)))
    return Meeting(str(row[0]), minutes // GRAIN_MINUTES, tuple(required), tuple(preferred))
