"""The stages: what makes a timetable good, one after another, as one table."""

from __future__ import annotations

from ltsched.domain.stages.names import (
    BALANCE,
    EVENNESS,
    FINISH,
    IF_NEEDED,
    LATE_DAYS,
    LUNCH,
    MISSED_ATTENDANCE,
    SHAPE,
    TRIPS,
    WAITING,
)
from ltsched.domain.stages.table import (
    PREFERENCES,
    STAGES,
    WORDS,
    meaning,
    ordered_stages,
    stage_names,
    stage_unit,
    stage_values,
    stages_about,
)

__all__ = [
    "BALANCE",
    "EVENNESS",
    "FINISH",
    "IF_NEEDED",
    "LATE_DAYS",
    "LUNCH",
    "MISSED_ATTENDANCE",
    "PREFERENCES",
    "SHAPE",
    "STAGES",
    "TRIPS",
    "WAITING",
    "WORDS",
    "meaning",
    "ordered_stages",
    "stage_names",
    "stage_unit",
    "stage_values",
    "stages_about",
]
