"""The rules of a timetable, one file for each; the model mirrors them in `ltsched.model.rules`."""

from __future__ import annotations

from ltsched.domain.rules.daily_load import DailyLoad, most_a_day
from ltsched.domain.rules.precedence import LagUnit, Precedence
from ltsched.domain.rules.rule import Fact, Rule, Violation
from ltsched.domain.rules.shapes import Blocks, Early, OneDay, OneWeek, Shape, Spread, monday

__all__ = [
    "Blocks",
    "DailyLoad",
    "Early",
    "Fact",
    "LagUnit",
    "OneDay",
    "OneWeek",
    "Precedence",
    "Rule",
    "Shape",
    "Spread",
    "Violation",
    "monday",
    "most_a_day",
]
