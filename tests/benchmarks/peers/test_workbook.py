"""OptaPlanner's workbooks, on small ones made up in their format: read, planned, and counted by their constraints."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.peers.__main__ import main
from benchmarks.peers.checks import check_workbook
from benchmarks.peers.csplib import NotUnderstood
from benchmarks.peers.workbook import SHEETS, Meeting, Workbook, read_workbook
from benchmarks.peers.workbook_agenda import rooms_for
from benchmarks.peers.workbook_score import score
from ltsched.domain.timetable import Status

SECONDS = float("inf")
ROWS: dict[str, list[Sequence[Any]]] = {
    "Days": [("Mon 2022-01-03", "08:00", "09:00", "12:00"), ("Tue 2022-01-04", "11:30", "13:30", "12:00")],
    "Rooms": [("R 1", 3.0), ("R 2", 2.0)],
    "Persons": [("Amy Cole",), ("Beth Fox",), ("Chad Green",)],
    "Meetings": [
        ("Plans", "", 30.0, "Amy Cole", "", "", "Beth Fox", "", "", ""),
        ("News", "Y", 45.0, "", "", "", "", "", "", ""),
        ("Talk", "", 15.0, "", "", "Beth Fox, Chad Green", "", "", "", ""),
    ],
}


def workbook(path: Path, rows: dict[str, list[Sequence[Any]]]) -> Path:
    """Write a workbook with `rows` below the headings of each sheet."""
    from openpyxl import Workbook as Book

    book = Book()
    for sheet, headings in SHEETS.items():
        made = book.create_sheet(sheet)
        made.append(headings)
        for row in rows[sheet]:
            made.append(row)
    book.save(path)
    return path


def small(meetings: Sequence[Meeting], *, grains: int = 4, rooms: tuple[int, ...] = (4,)) -> Workbook:
    """Return a workbook of one day."""
    return Workbook("small", (grains,), rooms, 4, tuple(meetings))


def test_a_workbook_is_read(tmp_path: Path) -> None:
    """The hour of lunch has no grains, a speaker is required, and a meeting of the group has everybody."""
    book = read_workbook(workbook(tmp_path / "small.xlsx", ROWS))
    assert (book.name, book.day_grains, book.rooms, book.people) == ("small", (4, 4), (3, 2), 3)
    assert book.meetings == (
        Meeting("Plans", 2, (0,), (1,)),
        Meeting("News", 3, (0, 1, 2), ()),
        Meeting("Talk", 1, (1, 2), ()),
    )


@pytest.mark.parametrize(
    ("sheet", "row", "words"),
    [
        ("Rooms", ("R 1", 0.0), "Rooms, row 2: 0 is no whole number of at least 1"),
        ("Days", ("Mon 2022-01-03", "8 o'clock", "09:00", "12:00"), "Days, row 2"),
        ("Meetings", ("Plans", "", 20.0, "", "", "", "", "", "", ""), "row 2: 20 minutes are no multiple of 15"),
        (
            "Meetings",
            ("Plans", "", 15.0, "", "", "Zoe Poe", "", "", "", ""),
            "row 2: 'Zoe Poe' is not among the persons",
        ),
    ],
)
def test_what_is_not_understood_is_told(tmp_path: Path, sheet: str, row: Sequence[Any], words: str) -> None:
    """A cell that is not as expected is an error with its file, sheet and row."""
    with pytest.raises(NotUnderstood, match=words):
        read_workbook(workbook(tmp_path / "small.xlsx", {**ROWS, sheet: [row]}))


def test_a_missing_sheet_is_told(tmp_path: Path) -> None:
    """Another workbook is no instance."""
    from openpyxl import Workbook as Book

    Book().save(tmp_path / "other.xlsx")
    with pytest.raises(NotUnderstood, match=r"other\.xlsx: there is no sheet 'Days'"):
        read_workbook(tmp_path / "other.xlsx")


A, B = Meeting("a", 2, (0, 1), (2,)), Meeting("b", 2, (0,), (1, 2))


@pytest.mark.parametrize(
    ("plan", "worth"),
    [
        ([(0, 0), (2, 0)], (0, 0, 1 + 3 + 1)),  # the last grains, and no break between the two
        ([(0, 0), (1, 0)], (1 + 1, 1 + 1, 1 + 2 + 1)),  # an overlap of a grain: room and 0; 1, 2 are preferred
        ([(0, 0), (3, 0)], (4, 0, 1 + 4)),  # ends after the last grain, which costs the grain at which it ends
    ],
)
def test_a_score_is_that_of_its_constraints(plan: list[tuple[int, int]], worth: tuple[int, int, int]) -> None:
    """Counted by hand for two meetings with three people in common."""
    assert score(small([A, B]), plan) == worth


def test_rooms_count_by_seats_and_by_going_from_one_to_another() -> None:
    """A seat too few is hard; a larger room that is left, and another room right afterwards, are soft."""
    book = small([A, B], grains=8, rooms=(4, 2))
    hard, medium, soft = score(book, [(0, 0), (2, 1)])
    assert (hard, medium) == (1, 0)
    assert soft == (1 + 3) + 2 + 1 + 3  # last grains, room 1 is two seats smaller, no break, three people change rooms


def test_a_meeting_over_two_days_is_hard() -> None:
    """Its grains follow one another, and its days differ."""
    book = replace(small([A]), day_grains=(4, 4))
    assert score(book, [(3, 0)])[0] == 1
    assert score(book, [(4, 0)])[0] == 0


def test_what_everybody_can_come_to_has_nothing_hard_or_medium() -> None:
    """Two meetings fit one after the other; a grain less, and somebody who is preferred has to miss one."""
    row = check_workbook(small([A, B]), True, SECONDS)
    assert (row.status, row.hard, row.medium, row.faults) == (Status.OPTIMAL, 0, 0, ())
    apart = Meeting("c", 2, (3,), (2,))
    tight = small([A, apart], grains=3, rooms=(4, 4))
    assert check_workbook(tight, True, SECONDS).status is Status.INFEASIBLE
    fewer = check_workbook(tight, False, SECONDS)
    assert (fewer.status, fewer.missed, fewer.bound) == (Status.OPTIMAL, 1, 1)
    assert (fewer.hard, fewer.faults) == (0, ())
    assert fewer.medium in (1, 2)  # ltsched counts who misses one, not how long it overlaps


def test_rooms_seat_those_who_miss_it_too() -> None:
    """Rooms are given out afresh by all who are named; None where the times leave none."""
    book = small([A, Meeting("c", 2, (3,), ())], rooms=(2, 3))
    assert rooms_for(book, [(0, 0), (0, 1)]) == [(0, 1), (0, 0)]
    assert rooms_for(small([A, A], rooms=(2, 3)), [(0, 0), (1, 1)]) is None


def test_the_command_tells_a_line_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Everybody can come to these three meetings, and nothing is hard or medium."""
    workbook(tmp_path / "small.xlsx", ROWS)
    monkeypatch.setattr(sys, "argv", ["peers", "workbooks", str(tmp_path)])
    assert main() == 0
    line = capsys.readouterr().out.splitlines()[1]
    assert line.split()[:4] == ["3", "everybody", "optimal", "0"]
    assert " 0 / 0 / " in line
