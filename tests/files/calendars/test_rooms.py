"""The rooms of the calendar reader: each imports only those before it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import ltsched.files.calendars

FOLDER = Path(ltsched.files.calendars.__file__).parent
ROOMS = ("syntax", "entry", "series")
OURS = re.compile(r"from ltsched\.files\.(?:calendars\.(?:(\w+)\.)?)?(\w+)")


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.py")), ids=lambda path: str(path.relative_to(FOLDER)))
def test_no_room_reaches_up(path: Path) -> None:
    """Text, entry, series, diary: what an entry is can change without a look at how a line is read."""
    own = path.parent.name
    allowed = ROOMS[: ROOMS.index(own) + 1] if own in ROOMS else (*ROOMS, "")
    for match in OURS.finditer(path.read_text(encoding="utf-8")):
        if "files.calendars." in match[0]:
            assert (match[1] or "") in allowed, match[0]
        else:
            assert match[2] == "disk", match[0]
