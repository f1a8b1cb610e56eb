"""The map for developers names what is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ltsched
from tests.test_layers import BELOW

PACKAGE = Path(ltsched.__file__).parent
ROOT = PACKAGE.parent
MAP = (PACKAGE / "README.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`((?:\.\./)?[\w./-]+(?:/|\.(?:py|toml|md)))`", MAP)))
"""Every file and folder that stands in backticks: ``solve/run.py``, ``domain/``, ``tests/test_layers.py``."""

OF_A_REVIEW = {"review.toml"}
MOST_COLUMNS = 100


def test_it_names_files_and_folders() -> None:
    """The pattern finds what it should: files of the package and of the tests, and folders."""
    assert {"solve/run.py", "tests/test_layers.py", "domain/"} <= set(NAMED)


@pytest.mark.parametrize("name", [name for name in NAMED if name not in OF_A_REVIEW])
def test_what_it_names_is_there(name: str) -> None:
    """A file that is moved or renamed takes its place on the map with it."""
    place = (ROOT if name.startswith(("tests/", "scenarios/", "benchmarks/")) else PACKAGE) / name
    assert place.is_dir() if name.endswith("/") else place.is_file()


def test_every_room_is_on_it() -> None:
    """Each folder of the package has its line, and so has each folder within that is more than data."""
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    assert {f"{room}/" for room in rooms} <= set(NAMED)


@pytest.mark.parametrize("room", BELOW)
def test_it_tells_what_a_room_may_import(room: str) -> None:
    """The table of rooms says what the test of the layers holds."""
    (row,) = (line for line in MAP.splitlines() if re.match(rf"\| `{room}(?:\.py|/)` \|", line))
    told = row.strip("| ").rpartition(" | ")[2]
    assert set(re.findall(r"\w+", told)) - {"nothing"} == BELOW[room]


def test_the_picture_fits() -> None:
    """The way of the data can be seen without scrolling sideways."""
    picture = re.findall(r"^```\n(.*?)^```$", MAP, re.MULTILINE | re.DOTALL)[0]
    assert max(map(len, picture.splitlines())) <= MOST_COLUMNS
