"""What is free to move and does not take place any more: those who were to come are told, and it does not count."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import ltsched
from ltsched.domain.timetable import Status
from tests.support.living import begun


def test_its_cancellation_does_not_count_and_all_is_proven(tmp_path: Path) -> None:
    """The conversation is dropped, and nothing else changes."""
    living = begun(tmp_path / "review")
    held = living.timetable.booking("conversation:c1")
    with living.now():
        living.invite()
        living.today += timedelta(1)
        living.settle("conversation:c1", "dropped")
        replanned = ltsched.replan(living.read(), free=["conversation:c1"])
    timetable = replanned.result.timetable
    assert timetable is not None
    assert timetable.status is Status.OPTIMAL
    assert timetable.stage_value("told") == 0
    assert set(replanned.told) == set(held.attendees)
