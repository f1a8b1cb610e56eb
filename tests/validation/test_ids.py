"""Ids are safe in a file name on every system."""

from __future__ import annotations

import pytest

from ltsched.validation.ids import EXPECTED_ID, Ids, is_id


@pytest.mark.parametrize("id", ["p07", "A", "0", "case-group_2", "x" * 64, "console", "com10"])
def test_what_can_be_an_id(id: str) -> None:
    """Letters, digits, hyphens and underscores, up to 64."""
    assert is_id(id)


@pytest.mark.parametrize(
    "id",
    ["", "../x", "a/b", "a b", "a\nb", "p1\n", "-a", "_a", ".", "é", "x" * 65, "CON", "nul", "Com1", "lpt9", "a.b"],
)
def test_what_cannot_be_an_id(id: str) -> None:
    """Nothing that leads out of a folder, breaks a line, or is the name of a device of Windows."""
    assert not is_id(id)


def test_ids_that_differ_only_in_capitals_are_the_same() -> None:
    """Windows and macOS would write both calendars into one file."""
    ids = Ids({"r1": "line 2"})
    assert ids.fault("p1", "line 2") is None
    assert ids.fault("P1", "line 3") == (
        '"P1" differs from "p1" (line 2) only in capitals',
        "expected an id of its own",
    )
    assert ids.fault("p1", "line 4") == ('"p1" is there already (line 2)', "expected an id of its own")
    assert ids.fault("r1", "line 5") == ('"r1" is there already (line 2)', "expected an id of its own")
    assert ids.fault("", "line 6") == ("missing", EXPECTED_ID)
    assert ids.fault("CON", "line 7") == ('"CON" is kept by Windows for a device', "expected another id")
