"""What programs of others write of what they have read says the same as the message of ltsched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from tests.interop.cases import CHANGES, ODD, RUNS, TRICKY, Issued
from tests.interop.conftest import Readings
from tests.interop.programs import WRITERS
from tests.interop.reading_again import read_again


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("review", [*CHANGES, ODD])
@pytest.mark.parametrize("writer", WRITERS)
def test_what_they_write_says_the_same(
    writer: str, review: str, run: str, messages: Mapping[str, Issued], readings: Readings
) -> None:
    """Method, instants, UID, SEQUENCE, texts and people come back, in every message."""
    read = readings(writer)
    for case in messages[review].of(run):
        assert read_again(read[str(case.path)]["written"]) == case.meant()


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("writer", WRITERS)
def test_what_looks_like_an_escape_comes_back(
    writer: str, run: str, messages: Mapping[str, Issued], readings: Readings
) -> None:
    """All comes back but the names of people, whose backslashes and carets hardly any program writes or reads right."""
    read = readings(writer)
    for case in messages[TRICKY].of(run):
        assert nameless(read_again(read[str(case.path)]["written"])) == nameless(case.meant())


def nameless(facts: dict[str, Any]) -> dict[str, Any]:
    """Return `facts` without the names of people."""
    people = [(address, partstat) for address, _, partstat in facts["attendees"]]
    return {**facts, "organiser": facts["organiser"][0], "attendees": people}
