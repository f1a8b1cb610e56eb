"""Two runs that end in the same folder write one after the other."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from ltsched.errors import UnwritableOutput
from ltsched.files.disk.one_writer import lock_file, one_writer


def test_the_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    """It begins when the first one has ended, which leaves it time to begin too early."""
    said: list[str] = []
    inside, begun = threading.Event(), threading.Event()

    def first() -> None:
        with one_writer(tmp_path):
            inside.set()
            begun.wait(0.2)
            said.append("first ends")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait()
    with one_writer(tmp_path, patience_seconds=600):
        said.append("second begins")
        begun.set()
    thread.join()
    assert said == ["first ends", "second begins"]


def test_a_writer_that_does_not_end_is_told(tmp_path: Path) -> None:
    """Nobody waits for ever."""
    with (
        one_writer(tmp_path),
        pytest.raises(UnwritableOutput, match="another run is writing into it"),
        one_writer(tmp_path, patience_seconds=0.1),
    ):
        pytest.fail("two writers at once")


def test_only_a_hidden_file_beside_it_stays(tmp_path: Path) -> None:
    """The folder around it is made; the lock is no part of what is written."""
    out = tmp_path / "new" / "out"
    with one_writer(out):
        out.mkdir()
    assert {path.name for path in out.parent.iterdir()} == {"out", ".out.lock"}
    assert list(out.iterdir()) == []
    assert lock_file(out).read_bytes() == b""


def test_two_ways_to_one_place_are_one_place(tmp_path: Path) -> None:
    """A relative path and a link lock out one another."""
    (tmp_path / "out").mkdir()
    (tmp_path / "link").symlink_to("out")
    with (
        one_writer(tmp_path / "link"),
        pytest.raises(UnwritableOutput, match="another run"),
        one_writer(tmp_path / "out" / ".." / "out", patience_seconds=0.1),
    ):
        pytest.fail("two writers at once")


def test_a_place_without_a_folder_is_told(tmp_path: Path) -> None:
    """A file stands where the folder around it should be."""
    (tmp_path / "file").touch()
    with pytest.raises(UnwritableOutput, match="cannot write"), one_writer(tmp_path / "file" / "out"):
        pytest.fail("no folder")
