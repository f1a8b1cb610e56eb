"""sweep.jsonl keeps what is settled through kills, and forgets it when anything else has changed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ltsched.domain.sweep import Point
from ltsched.domain.timetable import Status
from ltsched.errors import UnwritableOutput
from ltsched.files.results.sweep_file import SweepFile

POINTS = (
    Point("2027-01-11", "full", Status.OPTIMAL, date(2027, 9, 1), 0, 33.3, 2, 512.5),
    Point("2027-01-11", "focused", Status.FEASIBLE, date(2027, 6, 1), None, 20.0, 0, 99.0),
    Point("x=1", "themed", Status.INFEASIBLE, why="l1 is away – “always”\u2028and more\n"),
    Point("x=2", "themed", Status.UNKNOWN),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "out" / "sweep.jsonl"


def begun(path: Path, *points: Point) -> SweepFile:
    file = SweepFile(path, "abc")
    file.start(points)
    return file


def test_points_survive(path: Path) -> None:
    """Whatever they hold, those that a run began with and those that it added, in their order."""
    file = begun(path, *POINTS[:1])
    for point in POINTS[1:]:
        file.add(point)
        assert SweepFile(path, "abc").points()[-1] == point, "each is on the disk at once"
    assert SweepFile(path, "abc").points() == POINTS


def test_a_new_beginning_replaces_what_is_there(path: Path) -> None:
    """With the points that it is given, and no more."""
    begun(path, *POINTS)
    assert begun(path, POINTS[2]).points() == (POINTS[2],)
    assert path.read_text(encoding="utf-8").count("\n") == 2


@pytest.mark.parametrize("cut", [1, 2, 30, 100])
def test_half_a_line_of_a_dying_run_does_not_count(path: Path, cut: int) -> None:
    """The lines before it do; a run that goes on begins a line of its own."""
    begun(path, *POINTS[:2])
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    left = SweepFile(path, "abc").points()
    assert left == (POINTS[:2] if cut == 1 else POINTS[:1]), "only the line break was missing, or more"
    begun(path, *left).add(POINTS[3])
    assert SweepFile(path, "abc").points() == (*left, POINTS[3])


@pytest.mark.parametrize(
    "line",
    ["", "{}", "[]", "7", "null", '"x"', "{", '{"label": "x"}', "\x00\x00", '{"label": "x", "status": "good"}'],
)
def test_a_line_that_is_no_point_is_passed_over(path: Path, line: str) -> None:
    """What stands after it counts."""
    file = begun(path, POINTS[0])
    with path.open("a", encoding="utf-8") as opened:
        opened.write(f"{line}\n")
    file.add(POINTS[1])
    assert file.points() == POINTS[:2]


def test_another_question_is_begun_anew(path: Path) -> None:
    """Of another review, other settings or another version nothing counts."""
    begun(path, *POINTS)
    assert SweepFile(path, "abd").points() == ()


@pytest.mark.parametrize("data", [None, b"", b"\n", b"\xff\xfe", b"{}\n{}\n", b'{"format": 2, "inputs": "abc"}\n'])
def test_what_is_no_sweep_has_no_points(path: Path, data: bytes | None) -> None:
    """No file, an empty one, somebody else's, a later format."""
    if data is not None:
        path.parent.mkdir()
        path.write_bytes(data)
    assert SweepFile(path, "abc").points() == ()


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    """Nothing is settled, and nothing can be."""
    path.mkdir(parents=True)
    assert SweepFile(path, "abc").points() == ()
    with pytest.raises(UnwritableOutput, match="cannot write"):
        begun(path)
