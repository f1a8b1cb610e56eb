"""Invitations that are accepted lie on a CalDAV server: Radicale, with the Python client caldav.

The server is searched by its own understanding of the times (vobject, with the VTIMEZONE of what lies there).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests.interop.cases import ODD, Case, Issued
from tests.interop.programs import SCRIPTS, python_with, run
from tests.interop.reading_again import read_again

REVIEWS = ("Europe/London", "America/New_York", "America/Mexico_City", ODD)
ACCEPTED_RUNS = ("request", "update")


@pytest.fixture(scope="module")
def found(server: str, messages: Mapping[str, Issued], tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Any]:
    """Return what lies on the server, and what searches find, after the invitations and after the updates."""
    python = python_with("caldav") or pytest.skip("caldav is not installed")
    job = tmp_path_factory.mktemp("caldav") / "job.json"
    runs = {
        name: {
            "files": [str(case.path) for case in all_cases(messages, name)],
            "searches": sorted({hours(case) for case in all_cases(messages, name)}),
        }
        for name in ACCEPTED_RUNS
    }
    job.write_text(json.dumps({"url": server, "runs": runs}), encoding="utf-8")
    read = json.loads(run([python, SCRIPTS / "accept_with_caldav.py", job], NO_PROXY="127.0.0.1"))
    assert isinstance(read, dict)
    return read


def all_cases(messages: Mapping[str, Issued], name: str) -> list[Case]:
    return [case for review in REVIEWS for case in messages[review].of(name)]


def hours(case: Case) -> tuple[int, int]:
    """Return start and end of what a message tells, in seconds."""
    return int(case.due.invitation.told.start.timestamp()), int(case.due.invitation.told.end.timestamp())


@pytest.mark.parametrize("name", ACCEPTED_RUNS)
def test_it_is_found_at_its_time(name: str, messages: Mapping[str, Issued], found: Mapping[str, Any]) -> None:
    """A search over the time of a booking finds it and whatever else is then; after an update, at the new time only."""
    cases = all_cases(messages, name)
    assert len(found[name]["searches"]) == len({hours(case) for case in cases})
    for start, end, uids in found[name]["searches"]:
        assert sorted(uids) == sorted(case.due.uid for case in cases if hours(case)[0] < end and start < hours(case)[1])


@pytest.mark.parametrize("name", ACCEPTED_RUNS)
def test_nothing_that_matters_is_lost(name: str, messages: Mapping[str, Issued], found: Mapping[str, Any]) -> None:
    """Each event lies there once and says what the message said, with the answer of who has accepted it."""
    kept = [read_again(text) for text in found[name]["kept"]]
    cases = all_cases(messages, name)
    assert len(kept) == len(cases)
    by_uid = {each["uid"]: each for each in kept}
    for case in cases:
        meant = case.meant()
        accepted = [[address, who, "ACCEPTED"] for address, who, _ in meant["attendees"]]
        assert by_uid[case.due.uid] == {**meant, "method": "", "attendees": accepted}
