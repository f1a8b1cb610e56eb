"""What programs of others read in the messages of ltsched is what was meant."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.interop.cases import CHANGES, ODD, RUNS, TRICKY, Issued
from tests.interop.conftest import Readings
from tests.interop.programs import READERS


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("review", [*CHANGES, ODD])
@pytest.mark.parametrize("reader", READERS)
def test_it_is_read_as_it_was_meant(
    reader: str, review: str, run: str, messages: Mapping[str, Issued], readings: Readings
) -> None:
    """The same instants about both changes of the clocks, the same texts and people, in every message."""
    read, cases = readings(reader), messages[review].of(run)
    found = {case.path.name: read[str(case.path)]["facts"] for case in cases}
    assert found == {case.path.name: case.meant() for case in cases}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("reader", READERS)
def test_what_looks_like_an_escape_is_a_text(
    reader: str, run: str, messages: Mapping[str, Issued], readings: Readings
) -> None:
    """All is read as it was meant, but for what the reader is known to get wrong in anybody's calendar."""
    read = readings(reader)
    for case in messages[TRICKY].of(run):
        meant = case.meant()
        assert read[str(case.path)]["facts"] in (meant, READERS[reader].misreads.of(meant))


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("review", CHANGES)
@pytest.mark.parametrize("reader", [name for name in READERS if name != "node-ical"])
def test_the_times_are_told_by_the_message_alone(
    reader: str, review: str, run: str, messages: Mapping[str, Issued], readings: Readings
) -> None:
    """Who reads the VTIMEZONE needs to know no zone: under a name that nobody knows it tells the same instants."""
    read, cases = readings(reader), messages[review].of(run)
    found = {case.path.name: read[str(case.unnamed)]["facts"] for case in cases}
    assert found == {case.path.name: case.meant() for case in cases}
