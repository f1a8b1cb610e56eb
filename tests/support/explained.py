"""An explanation made up by hand: joint meeting 2 has no day on which t1 can come, and r1 is too small."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Brings, Clash, Cure, Explanation
from ltsched.domain.explaining.step import Call, Change, Edit, Step
from ltsched.domain.numbers import Setting
from ltsched.domain.reasons import Advice, Reason
from ltsched.domain.review import Review
from ltsched.domain.rules import Fact
from ltsched.domain.spans import Spans
from ltsched.domain.timetable import Status
from ltsched.domain.words.wording import day_text
from tests.support import agendas
from tests.support.made_up import made_up_agenda

COUNTED = "joint-meeting:1 needs 6 hours of t1, who has 4 on its best day"

__all__ = ["CanCome", "NumberIs", "explained", "explained_agenda"]


@dataclass(frozen=True, slots=True)
class CanCome(Change):
    """Somebody can come on a day after all."""

    id: str
    day: date

    @property
    def family(self) -> tuple[str, ...]:
        return ("comes", self.id)

    @property
    def ids(self) -> tuple[str, ...]:
        return (self.id,)

    @property
    def dates(self) -> tuple[date, ...]:
        return (self.day,)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        return (Edit("busy.csv", "", None, f"{self.id},{self.day},{self.day},free"),)

    def words(self, review: Review, call: Call) -> str:
        return f"{call(self.id)} could come on {day_text(self.day)}"


@dataclass(frozen=True, slots=True)
class NumberIs(Change):
    """A number of the option is another one."""

    name: str
    number: Setting

    @property
    def family(self) -> tuple[str, ...]:
        return ("number", self.name)

    def edits(self, review: Review) -> tuple[Edit, ...]:
        return (Edit("review.toml", f"customise.{self.name}", None, self.number),)

    def words(self, review: Review, call: Call) -> str:
        return f"{self.name} were {self.number}"


def explained_agenda() -> Agenda:
    """Return the made-up agenda with a joint meeting at which t1 is a must, in four weeks of March 2027."""
    plan = made_up_agenda()
    joint = replace(plan.activity("joint-meeting:1"), must=("l1", "t1"), first=agendas.day(0), end=agendas.day(26))
    activities = tuple(joint if one.id == joint.id else one for one in plan.activities)
    return replace(plan, activities=activities)


def explained(**more: Any) -> Explanation:
    """Return an explanation of `explained_agenda`: a clash of four facts and three cures; `more` replaces fields."""
    leave = tuple(agendas.day(number) for number in (0, 1, 2, 3, 4, 7, 8, 9, 10, 11))
    court = tuple(agendas.day(number) for number in (14, 15))
    busy = tuple(agendas.day(number) for number in (16, 17, 18, 21, 22, 23, 24, 25))
    mornings = Spans.of(
        pair for day in (16, 17, 18, 21, 22, 23, 24, 25) for pair in agendas.span(day, "9:00".zfill(5), "13:00")
    )
    facts = (
        Fact("must attend", ("joint-meeting:1", "t1")),
        Fact("window", ("joint-meeting:1",), dates=(agendas.day(0), agendas.day(26))),
        Fact("diary", ("t1", "joint-meeting:1"), dates=leave, kind="leave"),
        Fact("diary", ("t1", "joint-meeting:1"), dates=court, kind="court"),
        Fact("diary", ("t1", "joint-meeting:1"), dates=busy, kind="busy", spans=mornings.pairs),
    )
    brings = Brings(date(2027, 4, 9), 0, 2)
    cures = (
        Cure(
            (Step("busy", CanCome("t1", agendas.day(16)), 3),),
            brings,
            (Step("busy", CanCome("t1", agendas.day(17)), 3),),
        ),
        Cure((Step("minutes", NumberIs("joint-meeting-minutes", 210), 6),), replace(brings, late_days=3, proven=False)),
        Cure(
            (Step("leave", CanCome("t1", agendas.day(1)), 8), Step("quorum", NumberIs("joint-meeting-quorum", 0.5), 4)),
            replace(brings, missed=0),
        ),
    )
    fields: dict[str, Any] = {
        "status": Status.INFEASIBLE,
        "arithmetic": (Reason("capacity", COUNTED, cure=Advice("a shorter meeting")),),
        "clashes": (Clash(("joint-meeting:1",), facts),),
        "cures": cures,
    }
    return Explanation(**{**fields, **more})
