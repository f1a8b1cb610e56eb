"""The night in which the clocks go back has an hour twice; local times in it have two meanings."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.interop.cases import Issued
from tests.interop.one_message import read_one


@pytest.mark.parametrize("hour", [0, 1, 2], ids=["first", "second", "after"])
@pytest.mark.parametrize("reader", ["libical", "ical.js", "node-ical"])
def test_each_pass_is_told_from_the_other(
    reader: str, hour: int, messages: Mapping[str, Issued], tmp_path: Path
) -> None:
    """A booking at 01:15 in London on 31 October, before or after the clocks went back, or after that hour."""
    case = messages["Europe/London"].cases[0]
    start, end = (datetime(2027, 10, 31, hour, minute, tzinfo=UTC).astimezone(case.zone) for minute in (15, 45))
    found = read_one(reader, case, tmp_path, start=start, end=end)
    assert (found["start"], found["end"]) == (int(start.timestamp()), int(end.timestamp()))
