"""The rules of a timetable, one file for each; the model mirrors them in `ltsched.model.rules`."""

from __future__ import annotations

from ltsched.domain.rules.bank_holiday import NoBankHoliday
from ltsched.domain.rules.daily_load import DailyLoad, most_a_day
from ltsched.domain.rules.diary import WithinDiary
from ltsched.domain.rules.gap import Gap
from ltsched.domain.rules.hold import NotOnHold
from ltsched.domain.rules.must_attend import MustAttend
from ltsched.domain.rules.one_in_room import OneInRoom
from ltsched.domain.rules.one_place import OnePlace
from ltsched.domain.rules.panel import HeldBy
from ltsched.domain.rules.precedence import LagUnit, Precedence
from ltsched.domain.rules.quorum import Quorum
from ltsched.domain.rules.room import InRoom
from ltsched.domain.rules.rule import Fact, Rule, Violation
from ltsched.domain.rules.seats import Seats
from ltsched.domain.rules.shapes import Blocks, Early, OneDay, OneWeek, Shape, ShapeRule, Spread, monday
from ltsched.domain.rules.start_step import OnStep
from ltsched.domain.rules.window import WithinWindow
from ltsched.domain.rules.wished_window import WithinWishes

__all__ = [
    "RULES",
    "Blocks",
    "DailyLoad",
    "Early",
    "Fact",
    "Gap",
    "HeldBy",
    "InRoom",
    "LagUnit",
    "MustAttend",
    "NoBankHoliday",
    "NotOnHold",
    "OnStep",
    "OneDay",
    "OneInRoom",
    "OnePlace",
    "OneWeek",
    "Precedence",
    "Quorum",
    "Rule",
    "Seats",
    "Shape",
    "ShapeRule",
    "Spread",
    "Violation",
    "WithinDiary",
    "WithinWindow",
    "WithinWishes",
    "monday",
    "most_a_day",
]

RULES: tuple[type[Rule], ...] = (
    OnStep,
    NoBankHoliday,
    WithinWindow,
    MustAttend,
    InRoom,
    OneInRoom,
    NotOnHold,
    WithinWishes,
    Quorum,
    Seats,
    HeldBy,
    OnePlace,
    Gap,
    WithinDiary,
    DailyLoad,
    Precedence,
    Spread,
    Blocks,
    OneWeek,
    OneDay,
    Early,
)
"""Every rule there is. They are checked and posted in this order, and given up from the last on."""
