"""A review and its results, made up, for what the command line shows of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.explanation import Explanation
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.timetable import StageResult, Status, Timetable
from ltsched.errors import Notice
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.result import Result
from tests.support import agendas

HOSTILE = "[bold red]Eve[/] \x1b[31mred\x1b]0;title\x07 \u202egnp.exe\nsecond line <script>"
"""A name with markup, escape sequences, a direction override and a line break."""


def made_up_agenda(name: str = "Dana Example") -> Agenda:
    """Return an agenda of a set-up meeting, a conversation and a joint meeting for seven people."""
    people = [
        agendas.person("l1", Role.LEAD_REVIEWER, agency=""),
        *(replace(agendas.person(id), name=name) for id in ("t1", "t2", "t3")),
        *(agendas.person(id, Role.CASE_GROUP) for id in ("c1", "c2", "c3")),
    ]
    others = ("t1", "t2", "t3", "c1", "c2", "c3")
    activities = [
        agendas.activity("set-up", kind=Kind.SET_UP, title="Set-up meeting", must=("l1",), expected=("t1", "t2")),
        agendas.conversation("c1", ("l1", "t1", "t2"), title="Conversation"),
        agendas.activity(
            "joint-meeting:1", kind=Kind.JOINT_MEETING, title="Joint meeting", must=("l1",), expected=others
        ),
    ]
    plan = agendas.agenda(people, activities, rooms=(agendas.room("r1"),))
    review = replace(plan.review, notices=(Notice("no calendar for t3: planned by working hours alone"),))
    return replace(plan, review=review, notices=(*review.notices, Notice("customise.audits has no effect")))


def made_up_timetable(plan: Agenda) -> Timetable:
    """Return a timetable in which t3 and c3 miss the joint meeting, all of it proven."""
    return agendas.timetable(
        plan,
        [
            agendas.booking(plan, "set-up", agendas.at(1, "10:00"), room="r1"),
            agendas.booking(plan, "conversation:c1", agendas.at(8, "14:00"), panel=("l1", "t1")),
            agendas.booking(plan, "joint-meeting:1", agendas.at(36, "09:30"), room="r1", missing=("t3", "c3")),
        ],
    )


def unproven(timetable: Timetable) -> Timetable:
    """Return the timetable with a gap of one left in the stage of missed attendance."""
    stages = tuple(
        replace(stage, bound=stage.value - 1) if stage.name == "missed attendance" else stage
        for stage in timetable.stages
    )
    return replace(timetable, status=Status.FEASIBLE, stages=stages)


def found(plan: Agenda, timetable: Timetable | None = None, **more: Any) -> Result:
    """Return the result of a run that found `timetable`, or the made-up one."""
    timetable = made_up_timetable(plan) if timetable is None else timetable
    return Result(timetable.status, plan, timetable, **{"seconds": 1.5, **more})


@dataclass
class Library:
    """Stands in for reading and planning, and remembers what it was asked for."""

    plan_result: Result
    error: BaseException | None = None
    asked: list[dict[str, Any]] = field(default_factory=list)
    told: Sequence[StageResult] = ()
    explanation: Explanation = field(default_factory=lambda: Explanation(Status.INFEASIBLE))

    def read_review(self, path: Path, *, option: str | None = None, **when: Any) -> Review:
        """Return the review of the result, whatever the folder and the day."""
        self.asked.append({"path": path, "option": option, **when})
        return self.plan_result.agenda.review

    def plan(self, review: Review, *, listener: Listener = SILENT, **flags: Any) -> Result:
        """Tell the stages to the listener, then raise the error or return the result."""
        self.asked.append(flags)
        listener.phase("reading the diaries")
        for number, stage in enumerate(self.told, 1):
            listener.stage_started(stage.name, number, len(self.told))
            listener.improved(stage.name, stage.value, None, 0.1)
            listener.improved(stage.name, None, stage.bound, 0.2)
            listener.stage_ended(stage)
        if self.error is not None:
            raise self.error
        return self.plan_result

    def explain(self, review: Review, **flags: Any) -> Explanation:
        """Return the explanation; what was asked for is remembered."""
        self.asked.append(flags)
        return self.explanation
