"""Order and tolerances in the words of review.toml."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ltsched.domain.review import StageSettings
from ltsched.domain.stages.settings import stage_word, stages_planned_with, with_stages
from ltsched.domain.stages.table import EVENNESS, FINISH, LATE_DAYS, MISSED_ATTENDANCE
from ltsched.domain.timetable import StageResult
from tests.support.planned import planned


def test_a_stage_is_named_as_in_review_toml() -> None:
    """One that goes with another has its word."""
    assert [stage_word(name) for name in (LATE_DAYS, EVENNESS)] == ["late-days", "shape"]
    with pytest.raises(StopIteration):
        stage_word("tea")


def test_what_is_put_first_takes_its_own_tolerance_along() -> None:
    """That of review.toml is left out for it, and stays for the others; nothing is there twice."""
    own = StageSettings(("shape", "finish"), {"finish": 3, "shape": 2})
    made = with_stages(own, (MISSED_ATTENDANCE, FINISH), {MISSED_ATTENDANCE: 1, FINISH: 0}, "missed-attendance=5")
    assert made == StageSettings(
        ("missed-attendance", "finish", "shape"), {"missed-attendance": 1, "shape": 2}, "missed-attendance=5"
    )


def test_a_timetable_tells_what_it_was_planned_with() -> None:
    """In the order and with the tolerances that its stages have, whatever review.toml says now."""
    _, found = planned()
    stages = (
        StageResult(FINISH, "working days", 9, 7, tolerance=2),
        StageResult(LATE_DAYS, "working days", 0, 0),
        StageResult(EVENNESS, "working days", 0, 0),
        StageResult("a stage of another command", "bookings", 0, 0),
    )
    told = stages_planned_with(replace(found, stages=stages, chosen="missed-attendance=1"))
    assert told == StageSettings(("finish", "late-days", "shape"), {"finish": 2}, "missed-attendance=1")
