"""The one place that writes: in order, and each file and folder whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.errors import UnwritableOutput
from ltsched.files.disk.one_writer import lock_file, one_writer
from ltsched.files.disk.write_files import write_files


def test_what_was_written_is_told_in_order(tmp_path: Path) -> None:
    """A mapping is a folder, in which nothing else is left."""
    write_files(tmp_path / "out", {"c": {"old.ics": b"0"}})
    written = write_files(tmp_path / "out", {"c": {"b.ics": b"1", "a.ics": b"2"}, "t.csv": b"3"})
    assert [(path.relative_to(tmp_path / "out").as_posix(), path.read_bytes()) for path in written] == [
        ("c/b.ics", b"1"),
        ("c/a.ics", b"2"),
        ("t.csv", b"3"),
    ]
    assert sorted(path.name for path in (tmp_path / "out" / "c").iterdir()) == ["a.ics", "b.ics"]


def test_what_comes_after_a_failure_is_as_it_was(tmp_path: Path) -> None:
    """So the last file tells whether all the others are new."""
    write_files(tmp_path, {"last.json": b"old"})
    (tmp_path / "middle").mkdir()
    with pytest.raises(UnwritableOutput, match="cannot write"):
        write_files(tmp_path, {"first": b"new", "middle": b"new", "last.json": b"new"})
    assert (tmp_path / "last.json").read_bytes() == b"old"
    assert (tmp_path / "first").read_bytes() == b"new"


def test_nothing_is_written_while_another_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lock is that of the folder, beside it."""
    monkeypatch.setattr("ltsched.files.disk.one_writer.one_writer.__wrapped__.__defaults__", (0.0,))
    with one_writer(tmp_path / "out"), pytest.raises(UnwritableOutput, match="another run is writing"):
        write_files(tmp_path / "out", {"a": b""})
    assert lock_file(tmp_path / "out").exists()
    assert not (tmp_path / "out").exists()
