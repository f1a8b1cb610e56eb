"""Plan a review under several options: over the same people and diaries, on several processors."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.comparison import Comparison, Outcome, evidence, hours_by_agency, hours_by_role
from ltsched.domain.explaining.telling import Telling
from ltsched.domain.option import Kind
from ltsched.domain.reasons import Reason
from ltsched.domain.review import Review
from ltsched.domain.stages.table import LATE_DAYS
from ltsched.domain.timetable import Status
from ltsched.domain.words.explaining.telling_of import telling_of
from ltsched.options.adapt import Adapted, adapt, options_beside
from ltsched.options.expand import expand
from ltsched.solve.explaining.explain import explain
from ltsched.solve.many.side_by_side import side_by_side
from ltsched.solve.plan import plan
from ltsched.solve.result import Result

__all__ = ["Limits", "Task", "compare", "outcomes_of", "plan_task"]

CURES_OF_EACH = 1
"""So many things that would help are looked for under each option that is impossible."""

EFFORT = 2.0
"""What is spent on each, in something like seconds: there are others, and `ltsched explain --option` tells the rest."""

UNREAD = "diaries were not read farther"
STOPPED = Reason("stopped", "stopped before it was planned")


@dataclass(frozen=True, slots=True)
class Limits:
    """How a single review is planned: as in `ltsched.solve.plan.plan`."""

    time_limit_seconds: float = 60.0
    seed: int = 0
    workers: int = 1
    prove: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """A review to be planned under its option.

    `key_staff_of` is the review as it was read. `explained` is whether, where it is impossible, it is found out what
    would help.
    """

    adapted: Adapted
    key_staff_of: Review
    limits: Limits
    explained: bool = False


def compare(
    review: Review,
    options: Sequence[str] = (),
    *,
    limits: Limits | None = None,
    processes: int = 1,
    on_done: Callable[[Outcome], None] = lambda outcome: None,
) -> Comparison:
    """Plan `review` under each of `options` and return what each would come to.

    Parameters
    ----------
    review
        The review as it was read: people, rooms and diaries are shared by all options.
    options
        Names of shipped options, or paths of ``.toml`` files beside the review; none means all that are shipped, and
        the review's own.
    limits
        For each option.
    processes
        How many are planned at a time, each in a process of its own; 1 plans in this one.
    on_done
        Hears of each outcome as soon as it is there.

    Raises
    ------
    InvalidReview
        An option does not exist, or is wrong in itself.
    UnsoundTimetable
        A timetable fails the independent check, which is a bug.
    """
    names = tuple(options) or options_beside(review)
    tasks = [Task(adapt(review, name), review, limits or Limits(), explained=True) for name in names]
    order = _longest_first(tasks)
    told = _told(outcomes_of([tasks[number] for number in order], processes), on_done)
    outcomes = {order[place]: outcome for place, outcome in told}
    return Comparison(
        reference=review.reference,
        kind=review.kind,
        commissioned=review.commissioned,
        deadline=review.deadline,
        outcomes=tuple(outcomes[number] for number in range(len(tasks))),
        today=review.today,
        rehearsal=review.rehearsal,
    )


def _longest_first(tasks: Sequence[Task]) -> list[int]:
    """Return the numbers of the tasks in the order in which they are begun, so that none that is long is begun last.

    What takes long to plan is above all what spreads over many weeks.
    """
    return sorted(range(len(tasks)), key=lambda number: -tasks[number].adapted.review.option.whole("span-weeks"))


def _told(outcomes: Iterator[tuple[int, Outcome]], on_done: Callable[[Outcome], None]) -> Iterator[tuple[int, Outcome]]:
    for number, outcome in outcomes:
        on_done(outcome)
        yield number, outcome


def outcomes_of(tasks: Sequence[Task], processes: int) -> Iterator[tuple[int, Outcome]]:
    """Yield the number of each task with its outcome, in the order in which they end.

    Ctrl-C ends those that run with the best they have; those that had not begun have no timetable, and say so.
    """
    if processes <= 1 or len(tasks) <= 1:
        yield from _one_after_another(tasks)
    else:
        for number, outcome in side_by_side(plan_task, tasks, min(processes, len(tasks))):
            yield number, _not_planned(tasks[number]) if outcome is None else outcome


def _one_after_another(tasks: Sequence[Task]) -> Iterator[tuple[int, Outcome]]:
    stopped = False
    for number, task in enumerate(tasks):
        if stopped:
            yield number, _not_planned(task)
            continue
        outcome = plan_task(task)
        stopped = outcome.interrupted
        yield number, outcome


def plan_task(task: Task) -> Outcome:
    """Return what a task comes to."""
    limits = task.limits
    result = plan(
        task.adapted.review,
        time_limit_seconds=limits.time_limit_seconds,
        seed=limits.seed,
        workers=limits.workers,
        prove=limits.prove,
        every_reason=False,  # there are others to plan; `ltsched plan --option` tells the rest
    )
    outcome = _outcome(task, result)
    return replace(outcome, telling=_telling(task, result)) if task.explained else outcome


def _telling(task: Task, result: Result) -> Telling | None:
    """Return why an option is impossible, and what would help, as far as there is time for that."""
    left = task.limits.time_limit_seconds - result.seconds
    if result.status is not Status.INFEASIBLE or result.interrupted or left <= 0:
        return None
    limits = task.limits
    review = task.adapted.review
    explanation = explain(
        review,
        time_limit_seconds=left,
        seed=limits.seed,
        workers=limits.workers,
        most=CURES_OF_EACH,
        effort=EFFORT,
    )
    return telling_of(explanation, result.agenda) if explanation.clashes else None


def _not_planned(task: Task) -> Outcome:
    agenda = expand(task.adapted.review)
    return replace(_frame(task, agenda), reasons=(STOPPED,), interrupted=True)


def _outcome(task: Task, result: Result) -> Outcome:
    frame = replace(
        _frame(task, result.agenda),
        status=result.status,
        reasons=result.reasons,
        interrupted=result.interrupted,
        seconds=result.seconds,
    )
    timetable = result.timetable
    if timetable is None:
        return frame
    return replace(
        frame,
        timetable=timetable,
        hours_by_agency=hours_by_agency(task.adapted.review, timetable.bookings),
        hours_by_role=hours_by_role(task.adapted.review, timetable.bookings),
        days_late=timetable.stage_value(LATE_DAYS) if task.adapted.review.deadline is not None else None,
    )


def _frame(task: Task, agenda: Agenda) -> Outcome:
    """Return what is known of an option before it is planned."""
    option = task.adapted.review.option
    planned = Counter(activity.kind for activity in agenda.activities)
    until = agenda.review.diaries_until
    unknown = () if until is None or agenda.horizon_end <= until else (f"everybody is free from {until} on: {UNREAD}",)
    return Outcome(
        option=option.name,
        title=option.title,
        fullness=option.fullness,
        status=Status.UNKNOWN,
        timetable=None,
        reasons=(),
        assumed=(*task.adapted.assumed, *unknown),
        lead_in_weeks=option.whole("lead-in-weeks"),
        span_weeks=option.whole("span-weeks"),
        planned=dict(planned),
        evidence=evidence(task.key_staff_of, planned, planned[Kind.CONVERSATION]),
    )
