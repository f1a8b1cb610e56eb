"""rooms.csv."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.domain.people import Room
from ltsched.errors import Mistake, Notice
from ltsched.files.review.people_table import PeopleTable
from ltsched.files.review.rooms_table import read_rooms


def read(tmp_path: Path, rows: str) -> tuple[tuple[Room, ...] | None, list[str], list[str]]:
    file = tmp_path / "rooms.csv"
    file.write_text("id,name,capacity\n" + rows, encoding="utf-8")
    mistakes: list[Mistake] = []
    notices: list[Notice] = []
    rooms = read_rooms(file, PeopleTable(lines={"p1": 4}), mistakes, notices)
    return rooms, list(map(str, mistakes)), list(map(str, notices))


def test_rooms_are_read_in_order(tmp_path: Path) -> None:
    """Id, name and seats."""
    rooms, mistakes, notices = read(tmp_path, 'r2,"Hall, large",40\nr1,Small,1\n')
    assert rooms == (Room("r2", "Hall, large", 40), Room("r1", "Small", 1))
    assert mistakes == notices == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("r1,A,0\n", 'line 2, capacity: "0"; expected the number of seats'),
        ("r1,A,many\n", 'capacity: "many"'),
        ("r1,A,\n", "capacity: missing"),
        ("r1,,3\n", "name: missing"),
        ("r 1,A,3\n", 'id: "r 1"; expected a letter or digit'),
        ("p1,A,3\n", 'id: "p1" is there already (people.csv, line 4)'),
        ("P1,A,3\n", 'id: "P1" differs from "p1" (people.csv, line 4) only in capitals'),
        ("r1,A,3\nr1,B,3\n", 'line 3, id: "r1" is there already (line 2)'),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, row: str, expected: str) -> None:
    """Among it an id that a person has already."""
    _, mistakes, _ = read(tmp_path, row)
    assert len(mistakes) == 1
    assert expected in mistakes[0]


def test_a_table_without_rooms_is_told(tmp_path: Path) -> None:
    """Nothing takes a room then, which nobody may have meant."""
    rooms, mistakes, notices = read(tmp_path, "")
    assert rooms == ()
    assert mistakes == []
    assert notices == ["rooms.csv has no rooms: meetings are planned without them"]
