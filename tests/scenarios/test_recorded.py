"""The shipped scenarios keep their timetables: a change of the inside changes neither a booking nor a byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from ltsched.options.template import shipped_options
from tests.scenarios.recording import kept, recorded


@pytest.mark.parametrize("name", shipped_options())
def test_a_scenario_ends_as_it_was_recorded(name: str, tmp_path: Path) -> None:
    """Stage values and bounds are those that were kept; with the same libraries so is every booking and every byte.

    After a change that was meant: ``python -m tests.scenarios.recording``, and the difference belongs to the change.
    """
    then, now = kept(name), recorded(name, tmp_path / "out")
    assert now["stages"] == then["stages"]
    if now["made by"] == then["made by"]:
        assert now["bookings"] == then["bookings"]
        assert now["files"] == then["files"]
