"""busy.csv."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ltsched.domain.availability import Diary, Level
from ltsched.domain.spans import Spans, day_span
from ltsched.errors import Mistake, Notice
from ltsched.files.review.busy_table import read_busy

LONDON = ZoneInfo("Europe/London")
WINDOW = (date(2027, 1, 10), date(2029, 1, 8))


def read(tmp_path: Path, rows: str, known: set[str] | None) -> tuple[dict[str, Diary], list[str]]:
    file = tmp_path / "busy.csv"
    file.write_text("id,start,end,level,note\n" + rows, encoding="utf-8")
    mistakes: list[Mistake] = []
    notices: list[Notice] = []
    found = read_busy(file, known, WINDOW, LONDON, mistakes, notices)
    return found, [*map(str, mistakes), *map(str, notices)]


def between(start: str, end: str) -> Spans:
    first, last = (datetime.fromisoformat(text).replace(tzinfo=LONDON) for text in (start, end))
    return Spans.between(first, last)


def test_rows_become_diaries(tmp_path: Path) -> None:
    """Busy and if-needed apart, rows counted, whoever has none left out."""
    rows = (
        "p1,2027-01-11T09:00,2027-01-11 10:00,,\n"
        "p1,2027-01-11T09:30,2027-01-11 11:00,busy,court\n"
        "p1,2027-01-12T09:00,2027-01-12 10:00,If needed,\n"
    )
    found, mistakes = read(tmp_path, rows, {"p1", "p2"})
    assert mistakes == []
    assert list(found) == ["p1"]
    diary = found["p1"]
    assert diary.busy == between("2027-01-11T09:00", "2027-01-11T11:00")
    assert diary.if_needed == between("2027-01-12T09:00", "2027-01-12T10:00")
    assert [(time.level, time.source, time.kind) for time in diary.times] == [
        (Level.BUSY, "busy.csv:2", "busy"),
        (Level.BUSY, "busy.csv:3", "court"),
        (Level.IF_NEEDED, "busy.csv:4", "tentative"),
    ]


def test_a_date_without_a_time_is_a_whole_day(tmp_path: Path) -> None:
    """The end is the last day, inclusive; without an end it is the day of the start."""
    found, mistakes = read(tmp_path, "a,2027-01-11,2027-01-13,,\nb,2027-01-11,,,\n", None)
    assert mistakes == []
    assert found["a"].busy == Spans.of([day_span(date(2027, 1, 11), date(2027, 1, 13), LONDON)])
    assert found["b"].busy == Spans.of([day_span(date(2027, 1, 11), date(2027, 1, 11), LONDON)])


def test_a_change_of_the_clocks_is_taken_generously(tmp_path: Path) -> None:
    """From 01:30 to 01:45 on the day on which that hour comes twice is busy in both readings and between them."""
    found, mistakes = read(tmp_path, "a,2027-10-31 01:30,2027-10-31 01:45,,\n", None)
    assert mistakes == []
    assert found["a"].busy.minutes() == 75


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("p2x,2027-01-11,2027-01-11,,", 'line 2, id: nobody has the id "p2x"; expected the id of a person or room'),
        ("p2x,2027-01-11,2027-01-11,,", 'Did you mean "p2"?'),
        (",2027-01-11,2027-01-11,,", "id: missing"),
        ("p2,2027-01-11,2027-01-11,bussy,", 'level: "bussy"; expected busy, if-needed or free'),
        ("p2,2027-01-11,2027-01-11,gone,", 'level: "gone"; expected busy, if-needed or free; empty means busy.'),
        ("p2,2027-01-11 10:00,2027-01-11 10:00,,", "end: "),
        ("p2,2027-01-11 10:00,2027-01-11 09:00,,", "is not after the start"),
        ("p2,2027-01-12,2027-01-11,,", "is not after the start"),
        ("p2,2027-02-30,2027-03-01,,", 'start: "2027-02-30"; expected a date that exists'),
        ("p2,2027-01-11 09:00,,,", "end: missing"),
        ("p2,,2027-01-11,,", "start: missing"),
        ("p2,11.01.2027,2027-01-11,,", "such as 2027-01-11 09:30"),
    ],
)
def test_what_is_wrong_is_told(tmp_path: Path, row: str, expected: str) -> None:
    """Line, column, what was found, and what would be right."""
    _, mistakes = read(tmp_path, row + "\n", {"p2", "r1"})
    assert len(mistakes) == 1
    assert expected in mistakes[0]
    assert 'Did you mean "free"' not in mistakes[0]


def test_rows_where_nothing_is_planned_are_told(tmp_path: Path) -> None:
    """A wrong year would have no effect, and nobody would notice; a row that reaches into the window is no matter."""
    rows = "a,2026-12-01,2027-01-10,,\na,2026-12-01,2027-01-09,,\na,2072-02-01,2072-02-01,,\na,2029-01-07,,,\n"
    found, told = read(tmp_path, rows, None)
    assert found["a"].entries == 4
    assert told == ["busy.csv, line 3, 4: before 2027-01-10 or from 2029-01-08 on, where nothing is planned"]
