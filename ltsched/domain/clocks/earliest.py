"""The first days on which activities can lie, and the report can be given, without any solver: no plan is earlier."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from graphlib import CycleError, TopologicalSorter

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Precedence, Spread
from ltsched.domain.rules.precedence import LagUnit
from ltsched.domain.working_days import WorkingDays

__all__ = ["earliest_days", "earliest_report", "latest_last_meeting"]

ONE_DAY = timedelta(days=1)
MOST_DAYS_BACK = 2 * 366


def earliest_days(agenda: Agenda) -> Mapping[str, date]:
    """Return for each activity a day before which it cannot lie; `date.max` where no day is left.

    Counted are its window, holds, the order with its least lags, and its even position; no diary. What is over or
    settled by hand lies where it lies.
    """
    fixed = {one.activity: one.day for one in agenda.review.settled if one.day is not None and one.state.takes_place}
    fixed |= {id: booking.day for id, booking in agenda.over.items()}
    before: dict[str, list[Precedence]] = {activity.id: [] for activity in agenda.activities}
    for rule in agenda.precedences:
        if rule.after in before and rule.before in before:
            before[rule.after].append(rule)
    found: dict[str, date] = {}
    for id in _in_order(before):
        activity = agenda.activity(id)
        bounds = [_after(rule, found[rule.before], agenda.working_days) for rule in before[id]]
        found[id] = fixed[id] if id in fixed else _first_day(activity, agenda, max([activity.first, *bounds]))
    return found


def earliest_report(agenda: Agenda) -> date | None:
    """Return a day before which the final report cannot be given; None where no day is left, or nothing is held.

    It follows from the earliest day of the last meeting. What is held only where it fits does not count.
    """
    days = earliest_days(agenda)
    counted = [
        days[activity.id]
        for activity in agenda.activities
        if not activity.off_critical_path and activity.id not in agenda.optional
    ]
    last = max(counted, default=date.max)
    return None if last == date.max else agenda.report_dates.final_report(last)


def latest_last_meeting(agenda: Agenda) -> date | None:
    """Return the last working day on which the last meeting can lie for the report to be in time.

    None without a deadline, and where there is no such day within the two years before it.
    """
    day = agenda.review.deadline
    if day is None:
        return None
    deadline = day
    for _ in range(MOST_DAYS_BACK):
        if agenda.working_days.is_working(day) and agenda.report_dates.final_report(day) <= deadline:
            return day
        day -= ONE_DAY
    return None


def _in_order(before: Mapping[str, list[Precedence]]) -> tuple[str, ...]:
    """Return the activities, each after those that come before it; in any order where that goes round in a circle."""
    graph = {id: [rule.before for rule in rules] for id, rules in before.items()}
    try:
        return tuple(TopologicalSorter(graph).static_order())
    except CycleError:  # whoever made the agenda has refused it
        return ()


def _after(rule: Precedence, day: date, working_days: WorkingDays) -> date:
    """Return the first day on which what comes after may lie, if what comes before lies on `day`."""
    if day == date.max:
        return day
    if rule.unit is LagUnit.DAYS:
        return day + timedelta(days=rule.least)
    return working_days.add(day, rule.least) if rule.least > 0 else day


def _first_day(activity: Activity, agenda: Agenda, day: date) -> date:
    """Return the first day from `day` on that the activity may lie on."""
    window = agenda.shape.window_of(activity.id) if isinstance(agenda.shape, Spread) else None
    if window is not None:
        day = max(day, window[0])
    while day < activity.end:
        if agenda.working_days.is_working(day) and activity.may_lie_on(day):
            return day
        day += ONE_DAY
    return date.max
