"""What libical checks of an iTIP object (RFC 5546): which properties it must have, may have and must not have."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.interop.cases import REVIEWS, RUNS, Issued
from tests.interop.conftest import Readings
from tests.interop.programs import READERS

SOUND = {"passes": True, "errors": 0}


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("review", REVIEWS)
def test_every_message_passes(review: str, run: str, messages: Mapping[str, Issued], readings: Readings) -> None:
    """Nothing is missing and nothing is too much in a REQUEST or a CANCEL, and libical notes no error (X-LIC-ERROR)."""
    read, cases = readings("libical"), messages[review].of(run)
    assert [read[str(case.path)]["restrictions"] for case in cases] == [SOUND] * len(cases)


@pytest.mark.parametrize("run", RUNS)
@pytest.mark.parametrize("name", ["UID", "ORGANIZER"])
def test_the_check_is_not_blind(name: str, run: str, messages: Mapping[str, Issued], tmp_path: Path) -> None:
    """A message that has lost a property which its method asks for does not pass."""
    lines = messages["Europe/London"].of(run)[0].path.read_bytes().replace(b"\r\n ", b"").splitlines(keepends=True)
    broken = tmp_path / "broken.ics"
    broken.write_bytes(b"".join(line for line in lines if not line.startswith(name.encode())))
    job = tmp_path / "job.json"
    job.write_text(json.dumps({"files": [str(broken)], "answered": []}), encoding="utf-8")
    found = READERS["libical"].read(job)[str(broken)]["restrictions"]
    assert not found["passes"]
    assert found["errors"] > 0
