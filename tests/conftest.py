"""What all tests have in common: one day, whatever the clock says; none is told to be quick; none waits for a disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, settings

from ltsched.files.disk import clock

# A deadline or a complaint that examples are slow to make would be about the machine, not about what is tested.
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")

NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
"""A Tuesday before everything that the tests plan. A process of its own is given its day with ``--today``."""


@pytest.fixture(scope="session", autouse=True)
def the_clock() -> Iterator[None]:
    """Let the clock of ltsched stand still within this process."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(clock, "now", lambda: NOW)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_waiting_for_the_disk() -> Iterator[None]:
    """Leave it to the system when all the small files reach the disk: only a power cut would tell the difference."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda file: None)
        yield
