"""Two runs that end in the same folder write one after the other."""

from __future__ import annotations

import sys
import threading
import time
from pathlib import Path

import pytest

from ltsched.errors import UnwritableOutput
from ltsched.files.one_writer import one_writer

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no locks on folders")


def test_the_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    """It begins when the first one has ended."""
    said: list[str] = []
    inside = threading.Event()

    def first() -> None:
        with one_writer(tmp_path):
            inside.set()
            time.sleep(0.2)
            said.append("first ends")

    thread = threading.Thread(target=first)
    thread.start()
    inside.wait()
    with one_writer(tmp_path):
        said.append("second begins")
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


def test_the_lock_leaves_nothing_in_the_folder(tmp_path: Path) -> None:
    """A folder that is not there is made, and is empty afterwards."""
    with one_writer(tmp_path / "new" / "out"):
        pass
    assert list((tmp_path / "new" / "out").iterdir()) == []


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """A file stands where the folder should be."""
    (tmp_path / "out").touch()
    with pytest.raises(UnwritableOutput, match="cannot write"), one_writer(tmp_path / "out"):
        pytest.fail("no folder")
