"""What would become impossible or worse if something were otherwise: for one change, or without each of many people."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.comparison import hours_by_role
from ltsched.domain.living.changes import Changes
from ltsched.domain.living.what_if import Absence, Side, WhatIf, compared_stages, worst_first
from ltsched.domain.reasons import Reason
from ltsched.domain.review import Review
from ltsched.domain.stages.table import MISSED_ATTENDANCE, MISSED_TWICE
from ltsched.domain.stages.values import missed_attendance, missed_twice
from ltsched.domain.timetable import Booking, Status, Timetable
from ltsched.errors import InvalidReview
from ltsched.options.changes.absent import has_part, musts
from ltsched.options.changes.changed import changed, nothing_else_to_plan
from ltsched.options.expand import expand
from ltsched.solve.many.compare import Limits
from ltsched.solve.many.planners import Planner, PlanNow, plan_near
from ltsched.solve.many.side_by_side import side_by_side
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.result import Result

__all__ = ["Case", "absence", "what_if"]


@dataclass(frozen=True, slots=True)
class Case:
    """What a what-if is about.

    Parameters
    ----------
    review
        The review as it is.
    now
        The plan as it is; None where there is none yet: then it is planned first.
    limits
        How each plan is made.
    planner
        How a review is planned as it would be.
    """

    review: Review
    now: Timetable | None
    limits: Limits = field(default_factory=Limits)
    planner: Planner = plan_near

    def side_now(self, listener: Listener = SILENT) -> Side:
        """Return the plan as it is, made now if there is none."""
        if self.now is not None:
            return _side(self.now, self.review)
        planned = self.planner(self.review, PlanNow({}, {}), self.limits, listener, every_reason=True)
        return _side_of(planned.result, self.review)


def _side_of(result: Result, review: Review) -> Side:
    """Return what a planning run came to, with the hours of those who have a part in `review`."""
    if result.timetable is None:
        return Side(result.status, None, result.reasons, interrupted=result.interrupted)
    return replace(_side(result.timetable, review), interrupted=result.interrupted)


def _side(timetable: Timetable, review: Review) -> Side:
    proven = all(stage.proven for stage in compared_stages(timetable))
    hours = round(sum(hours_by_role(review, timetable.bookings).values()), 2)
    return Side(Status.OPTIMAL if proven else Status.FEASIBLE, timetable, (), hours)


def what_if(
    case: Case,
    changes: Changes,
    now: Side,
    *,
    listener: Listener = SILENT,
    every_reason: bool = True,
    told: Sequence[str] = (),
) -> WhatIf:
    """Return what `changes` would come to, against the plan `now`.

    Where somebody is taken out without whom it cannot be, it is planned as if they were no must, so that one sees what
    hangs on that; unless nobody could take their place, or `every_reason` is not asked for.

    Raises
    ------
    InvalidReview
        The changes are none that the review could have.
    UnsoundTimetable
        A timetable fails its independent check, which is a bug.
    """
    review = case.review
    then = changed(review, changes)
    before_it = expand(review, tell_of_holds=bool(changes.holds))
    short = _musts(review, changes, before_it)
    found = WhatIf(changes, now, Side(Status.INFEASIBLE, reasons=short), musts=short, told=tuple(told))
    try:
        after_it = expand(then, tell_of_holds=bool(changes.holds))
    except InvalidReview as error:
        if not changes.without:
            raise
        # What people have agreed on cannot be without them.
        reasons = (*short, *(Reason("agenda", str(mistake)) for mistake in error.mistakes))
        return replace(found, then=Side(Status.INFEASIBLE, reasons=reasons))
    found = replace(
        found,
        fallen=_missing_in(after_it, before_it),
        added=_missing_in(before_it, after_it),
        told=(*told, *_told(before_it, after_it)),
    )
    if short and not (every_reason and _can_be_none(short)):
        return found
    if not short and now.timetable is not None and nothing_else_to_plan(before_it, after_it):
        return replace(found, then=now, unchanged=True, moved=(), needed=())
    plan_now = _plan_now(now, changes, before_it)
    planned = case.planner(then, plan_now, case.limits, listener, every_reason=every_reason)
    side = _side_of(planned.result, review)
    if short:
        return replace(found, if_no_must=side)
    if now.timetable is not None and side.timetable is not None:
        found = replace(found, moved=_moved(plan_now.bookings, side), needed=planned.needed)
    return replace(found, then=side, messages=planned.messages, people_told=planned.told)


def _musts(review: Review, changes: Changes, now: Agenda) -> tuple[Reason, ...]:
    """Return why those who would take no part cannot be done without, with all else that would be otherwise."""
    if not changes.without:
        return ()
    besides = replace(changes, without=())
    return musts(expand(changed(review, besides), tell_of_holds=False) if besides else now, changes.without)


def _plan_now(now: Side, changes: Changes, agenda: Agenda) -> PlanNow:
    """Return the plan that there is, of `agenda`, worth what it is without what those miss who would take no part."""
    values = {stage.name: stage.value for stage in now.stages}
    left = [replace(b, missing=tuple(id for id in b.missing if id not in changes.without)) for b in now.bookings]
    for name, count in ((MISSED_ATTENDANCE, missed_attendance), (MISSED_TWICE, missed_twice)):
        if name in values:
            values[name] = count(agenda, left)
    return PlanNow({booking.activity: booking for booking in now.bookings}, values)


def _can_be_none(short: Sequence[Reason]) -> bool:
    """Return whether all who cannot be done without are so only because somebody has said it."""
    return all(reason.cure is not None for reason in short)


def _missing_in(agenda: Agenda, other: Agenda) -> tuple[str, ...]:
    """Return the activities of `other` that `agenda` does not have."""
    ids = {activity.id for activity in agenda.activities}
    return tuple(activity.id for activity in other.activities if activity.id not in ids)


def _moved(before: Mapping[str, Booking], side: Side) -> tuple[str, ...]:
    return tuple(b.activity for b in side.bookings if b.activity in before and b.start != before[b.activity].start)


def _told(now: Agenda, then: Agenda) -> tuple[str, ...]:
    """Return what is worth telling of the review as it would be, and is not true of it as it is."""
    known = {notice.text for notice in now.notices}
    told = [notice.text for notice in then.notices if notice.text not in known]
    until = then.review.diaries_until
    if until is not None and until < then.horizon_end:
        told.append(f"everybody is free from {until} on: diaries were not read farther")
    return tuple(told)


@dataclass(frozen=True, slots=True)
class _Task:
    """The absence of one person; what several of them share is sent to a process once."""

    case: Case
    changes: Changes
    now: Side


def _without(task: _Task) -> WhatIf:
    return what_if(task.case, task.changes, task.now, every_reason=False)


def absence(
    case: Case,
    changes: Changes,
    now: Side,
    *,
    processes: int = 1,
    on_start: Callable[[int], None] = lambda count: None,
    on_done: Callable[[str], None] = lambda id: None,
) -> Absence:
    """Return what the review would be without each of those who have a part in it.

    Ctrl-C ends it with what is known; whoever was not looked at is in ``left``.

    Parameters
    ----------
    case
        What it is about.
    changes
        What would be otherwise besides, for everybody.
    now
        The plan as it is.
    processes
        How many plans are made at a time, each in a process of its own; 1 makes them in this one.
    on_start, on_done
        Hear how many people there are, and of each as soon as it is known.
    """
    base = what_if(case, changes, now, every_reason=False) if changes else None
    agenda = expand(changed(case.review, changes), tell_of_holds=False)
    ids = [person.id for person in case.review.people if has_part(person.id, agenda)]
    on_start(len(ids))
    tasks = [_Task(case, changes.and_without(id), now) for id in ids]
    found: dict[str, WhatIf] = {}
    for number, one in _each(tasks, processes):
        if one is not None and not one.then.interrupted:
            found[ids[number]] = one
            on_done(ids[number])
    return Absence(changes, now, worst_first(found, ids), tuple(id for id in ids if id not in found), base)


def _each(tasks: Sequence[_Task], processes: int) -> Iterator[tuple[int, WhatIf | None]]:
    if processes > 1 and len(tasks) > 1:
        yield from side_by_side(_without, tasks, min(processes, len(tasks)))
        return
    for number, task in enumerate(tasks):
        try:
            found = _without(task)
        except KeyboardInterrupt:  # between two plans, which end in good order themselves
            return
        yield number, found
        if found.then.interrupted:
            return
