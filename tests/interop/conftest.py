"""What the tests of this folder share: the messages, and what each reader finds in them, made once."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from tests.interop.cases import CHANGES, ODD, REVIEWS, TRICKY, Issued, issued
from tests.interop.programs import READERS
from tests.interop.radicale import radicale

ANSWERS = {"ACCEPTED": "20270102T090000Z", "DECLINED": "20270102T100000Z", "TENTATIVE": "20270102T110000Z"}
"""What is answered, and when."""

COUNTERED = "20270102T120000Z"

ANSWERED_REVIEWS = ("Europe/London", "America/New_York", "America/Mexico_City", ODD, TRICKY)
ANSWERED_RUNS = ("request", "update")

Readings = Callable[[str], Mapping[str, Any]]


@pytest.fixture(scope="session")
def messages(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Issued]:
    """Return what was issued for each review."""
    folder = tmp_path_factory.mktemp("issued")
    return {name: issued(name, folder / str(number)) for number, name in enumerate(REVIEWS)}


@pytest.fixture(scope="session")
def readings(messages: Mapping[str, Issued], tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """Return a function that gives what a reader found in each file; one process reads them all."""
    files = [str(case.path) for each in messages.values() for case in each.cases]
    files += [str(case.unnamed) for name in CHANGES for case in messages[name].cases]
    answered = [str(case.path) for name in ANSWERED_REVIEWS for run in ANSWERED_RUNS for case in messages[name].of(run)]
    job = tmp_path_factory.mktemp("job") / "job.json"
    asked = {"files": files, "answered": answered, "answers": ANSWERS, "counter": COUNTERED}
    job.write_text(json.dumps(asked), encoding="utf-8")
    return functools.cache(lambda name: READERS[name].read(job))


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a CalDAV server, and return its address; each test file has principals or calendars of its own there."""
    with radicale(tmp_path_factory.mktemp("radicale")) as address:
        yield address
