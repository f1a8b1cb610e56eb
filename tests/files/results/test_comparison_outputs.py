"""The tables of a comparison end up in one folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.errors import UnwritableOutput
from ltsched.files.results.comparison_outputs import write_comparison
from tests.support.compared import compared


def test_all_are_written_and_equal_every_time(tmp_path: Path) -> None:
    """The paths are told; equal input gives equal bytes."""
    first, second = (write_comparison(tmp_path / name, compared(), "x") for name in "ab")
    assert [path.name for path in first] == ["comparison.csv", "comparison.xlsx", "comparison.json"]
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_a_table_that_cannot_be_replaced_is_told(tmp_path: Path) -> None:
    """A folder in the place of the file: nothing is lost, and nothing is left beside it."""
    (tmp_path / "comparison.xlsx").mkdir()
    with pytest.raises(UnwritableOutput, match=r"cannot write .*comparison\.xlsx"):
        write_comparison(tmp_path, compared(), "x")
    assert not list(tmp_path.glob("*.part"))
