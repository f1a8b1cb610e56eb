"""rooms.csv: the rooms that meetings can be held in."""

from __future__ import annotations

from pathlib import Path

from ltsched.domain.people import Room
from ltsched.domain.words.file_names import PEOPLE_FILE, ROOMS_FILE
from ltsched.errors import Mistake, Notice
from ltsched.files.disk.csv_table import Columns, read_table
from ltsched.files.review.people_table import PeopleTable
from ltsched.validation.ids import Ids
from ltsched.validation.mistake_limit import enough
from ltsched.validation.reading import read_sound
from ltsched.validation.rows import RoomRow
from ltsched.validation.shown import shown

__all__ = ["read_rooms"]

COLUMNS = Columns(needed=("id", "name", "capacity"))
MOST_ROOMS = 2000
STAND_INS = {"name": "?", "capacity": 1}


def read_rooms(
    file: Path, table: PeopleTable, mistakes: list[Mistake], notices: list[Notice]
) -> tuple[Room, ...] | None:
    """Read rooms.csv, in its order; no room may have the id of one of the people in `table`.

    None means that it could not be read. A table without a room gives a notice: nothing takes a room then.
    """
    rows = read_table(file, ROOMS_FILE, COLUMNS, mistakes, notices, most_rows=MOST_ROOMS)
    if rows is None:
        return None
    ids = Ids({id: f"{PEOPLE_FILE}, line {line}" for id, line in table.lines.items()})
    rooms: list[Room] = []
    for row in rows:
        if enough(mistakes):
            break
        fault = ids.fault(row["id"], f"line {row.line}")
        if fault is not None:
            row.mistake("id", fault[0] or shown(row["id"]), fault[1])
        found, _ = read_sound(RoomRow, row.cells, row.path, mistakes, STAND_INS, line=row.line)
        rooms.append(Room(found.id, found.name, found.capacity))
    if not rows:
        notices.append(Notice(f"{ROOMS_FILE} has no rooms: meetings are planned without them", ROOMS_FILE))
    return tuple(rooms)
