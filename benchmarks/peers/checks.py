"""Plan the instances of others and check what comes of it against what is known, and by their own reckoning."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass

from ltsched.domain.agenda import Agenda
from ltsched.domain.timetable import Status
from ltsched.solve.plan import plan_agenda
from ltsched.solve.result import Result
from ltsched.solve.run import Runner

from .by_search import TooHard, least_last_slot
from .csplib import MeetingProblem, slots_of
from .csplib import agenda_of as agenda_of_problem
from .workbook import Workbook
from .workbook_agenda import agenda_of, plan_of, rooms_for
from .workbook_score import score

__all__ = ["ProblemRow", "WorkbookRow", "check_problem", "check_workbook"]

SHAPE, MISSED = "shape", "missed attendance"


@dataclass(frozen=True, slots=True)
class ProblemRow:
    """How an instance of CSPLib 046 went.

    Parameters
    ----------
    published
        Whether it has a solution, by the page of the results; None where that says nothing.
    searched, search_told
        The least last slot by plain search; None if there is no solution, or if the search did not end: then
        `search_told` is False.
    status, last, bound, seconds
        What ltsched says, its last slot with its bound, and the processor time that took.
    faults
        What does not fit together, a sentence each; about the published solution these are no fault of ours.
    """

    number: int
    published: bool | None
    searched: int | None
    search_told: bool
    status: Status
    last: int | None
    bound: int | None
    seconds: float
    faults: tuple[str, ...]
    published_faults: tuple[str, ...]


def check_problem(
    problem: MeetingProblem, published: Mapping[int, Mapping[int, int] | None], time_limit_seconds: float
) -> ProblemRow:
    """Plan `problem`, and check the verdict, the solution and its last slot."""
    result, seconds = _planned(agenda_of_problem(problem), time_limit_seconds)
    faults: list[str] = []
    published_faults: list[str] = []
    last = bound = None
    if result.timetable is not None:
        slots = slots_of(result.timetable.bookings)
        last = max(slots.values(), default=0)
        bound = next(stage.bound for stage in result.timetable.stages if stage.name == SHAPE)
        faults += [f"meetings {one} and {other} are too near" for one, other in problem.broken_by(slots)]
    theirs = published.get(problem.number)
    has_solution = None if problem.number not in published else theirs is not None
    if theirs is not None:
        published_faults += [f"meetings {one} and {other} are too near" for one, other in problem.broken_by(theirs)]
    try:
        searched, told = least_last_slot(problem), True
    except TooHard:
        searched, told = None, False
    if result.status is Status.INFEASIBLE and (has_solution or searched is not None):
        faults.append("ltsched calls it impossible, and there is a solution")
    if last is not None and (has_solution is False or (told and searched is None)):
        faults.append("ltsched has a solution, and it is said to be impossible")
    if told and searched is not None and last is not None and bound is not None and not bound <= searched <= last:
        faults.append(f"the last slot is {searched} by search, and {bound} to {last} by ltsched")
    return ProblemRow(
        problem.number,
        has_solution,
        searched,
        told,
        result.status,
        last,
        bound,
        seconds,
        tuple(faults),
        tuple(published_faults),
    )


@dataclass(frozen=True, slots=True)
class WorkbookRow:
    """How a workbook went.

    Parameters
    ----------
    everybody
        Whether all of those preferred come as well; else only those required must.
    status, missed, bound, seconds
        What ltsched says: how often somebody preferred misses a meeting, with its bound, and the processor time.
    hard, medium, soft
        By the constraints of the workbook; None without a timetable.
    hard_by_rooms
        What was hard before the rooms were given out so that they seat those who miss the meeting as well.
    """

    name: str
    meetings: int
    everybody: bool
    status: Status
    missed: int | None
    bound: int | None
    seconds: float
    hard: int | None = None
    medium: int | None = None
    soft: int | None = None
    hard_by_rooms: int = 0
    faults: tuple[str, ...] = ()


def check_workbook(book: Workbook, everybody: bool, time_limit_seconds: float) -> WorkbookRow:
    """Plan `book`, with everybody or only with those required, and count its score."""
    result, seconds = _planned(agenda_of(book, everybody=everybody), time_limit_seconds)
    if result.timetable is None:
        return WorkbookRow(book.name, len(book.meetings), everybody, result.status, None, None, seconds)
    plan = plan_of(book, result.timetable.bookings)
    before, _, _ = score(book, plan)
    hard, medium, soft = score(book, rooms_for(book, plan) or plan)
    stage = next(stage for stage in result.timetable.stages if stage.name == MISSED)
    faults = []
    if (stage.value == 0) != (medium == 0):
        faults.append(f"{stage.value} miss something by ltsched, and medium is {medium}")
    if everybody and (hard or medium):
        faults.append(f"everybody comes by ltsched, and hard is {hard}, medium {medium}")
    return WorkbookRow(
        book.name,
        len(book.meetings),
        everybody,
        result.status,
        stage.value,
        stage.bound,
        seconds,
        hard,
        medium,
        soft,
        before - hard,
        tuple(faults),
    )


def _planned(agenda: Agenda, time_limit_seconds: float) -> tuple[Result, float]:
    """Return the plan and its processor time; every timetable has passed the independent check."""
    began = time.process_time()
    runner = Runner(time.monotonic() + time_limit_seconds)
    result = plan_agenda(agenda, runner, every_reason=False, told=False)
    return result, time.process_time() - began
