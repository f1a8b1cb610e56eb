r"""Backslashes in texts and names, which are rare and which some programs take for escapes."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.interop.cases import Issued
from tests.interop.one_message import read_one


@pytest.mark.parametrize("reader", ["libical", "ical.js", "vobject"])
def test_a_room_may_have_a_backslash(reader: str, messages: Mapping[str, Issued], tmp_path: Path) -> None:
    r"""``Wing A\North`` has no line break in it: a stroke is written for the backslash."""
    case = messages["Europe/London"].cases[0]
    assert read_one(reader, case, tmp_path, location="Wing A\\North")["location"] == "Wing A/North"


@pytest.mark.parametrize("name", ["Jane, Doe\\", "Jane Doe\\"])
def test_a_name_that_ends_in_a_backslash_hides_no_address(
    name: str, messages: Mapping[str, Issued], tmp_path: Path
) -> None:
    """Who is invited is read, whatever they are called."""
    case = dataclasses.replace(messages["Europe/London"].cases[0], name=name)
    assert read_one("libical", case, tmp_path)["attendees"][0][0] == f"mailto:{case.due.invitation.told.email}"
