"""khal, a calendar for the terminal, imports the messages, shows them and keeps them. It uses icalendar 4.

A later message with the same UID takes the place of the earlier one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.interop.cases import CHANGES, ODD, RUNS, Case, Issued
from tests.interop.programs import command, run
from tests.interop.reading_again import read_again

REVIEWS = (*CHANGES, ODD)
PLACE = ZoneInfo("Europe/London")
CONFIG = """
[calendars]
[[diary]]
path = {folder}/diary
type = calendar
[locale]
local_timezone = Europe/London
default_timezone = Europe/London
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {folder}/khal.db
"""
COLUMNS = ("uid", "start-long-full", "end-long-full", "title", "location", "attendees", "status")


@dataclass(frozen=True)
class Shown:
    """What khal lists after a run was imported, and what it keeps, both by UID."""

    listed: Mapping[str, list[str]]
    lines: int
    kept: Mapping[str, dict[str, Any]]


@pytest.fixture(scope="module")
def shown(messages: Mapping[str, Issued], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Shown]:
    """Return what khal shows after the invitations, after the updates and after the cancellations."""
    folder = tmp_path_factory.mktemp("khal")
    (folder / "diary").mkdir()
    (folder / "config").write_text(CONFIG.format(folder=folder), encoding="utf-8")
    khal = [command("khal"), "-c", str(folder / "config")]
    home = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    columns = "\t".join(f"{{{name}}}" for name in COLUMNS)
    found: dict[str, Shown] = {}
    for name in RUNS:
        files = [case.path for review in REVIEWS for case in messages[review].of(name)]
        run([*khal, "import", "--batch", "-a", "diary", *files], **home)
        text = run([*khal, "list", "--once", "-df", "", "-f", columns, "2027-01-01", "2027-12-31"], **home)
        lines = [line.split("\t") for line in text.splitlines()]
        kept = [read_again(path.read_text(encoding="utf-8")) for path in (folder / "diary").glob("*.ics")]
        found[name] = Shown({line[0]: line[1:] for line in lines}, len(lines), {each["uid"]: each for each in kept})
        assert len(kept) == len(found[name].kept)
    return found


def local(seconds: int) -> str:
    return f"{datetime.fromtimestamp(seconds, PLACE):%Y-%m-%d %H:%M}"


@pytest.mark.parametrize("name", RUNS)
def test_it_shows_the_local_time(name: str, messages: Mapping[str, Issued], shown: Mapping[str, Shown]) -> None:
    """Each event once, at its time on the clocks of London, wherever it takes place; an update has moved it."""
    cases = all_cases(messages, name)
    assert shown[name].lines == len(cases)
    for case in cases:
        meant = case.meant()
        assert [each.strip() for each in shown[name].listed[case.due.uid]] == [
            *(local(meant["start"]), local(meant["end"])),
            *(meant["summary"], meant["location"], case.due.invitation.told.email, meant["status"]),
        ]


@pytest.mark.parametrize("name", RUNS)
def test_it_keeps_all_that_matters(name: str, messages: Mapping[str, Issued], shown: Mapping[str, Shown]) -> None:
    """The file that it keeps says the same as the message but for the METHOD, which has no place in a calendar."""
    for case in all_cases(messages, name):
        assert shown[name].kept[case.due.uid] == {**case.meant(), "method": ""}


def all_cases(messages: Mapping[str, Issued], name: str) -> list[Case]:
    return [case for review in REVIEWS for case in messages[review].of(name)]
