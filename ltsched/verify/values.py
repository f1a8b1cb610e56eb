"""The value of each stage, counted afresh: day by day, with nothing of what plans and tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import singledispatch
from itertools import pairwise

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.people import Role
from ltsched.domain.review import Review
from ltsched.domain.rules import Blocks, Early, OneDay, OneWeek, Shape, Spread
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking
from ltsched.verify.again import counted_again

__all__ = ["COUNTED", "counted_values", "late_days_of"]

Bookings = Sequence[Booking]

FRIDAY = 5
LUNCH_START, LUNCH_END = time(12, 30), time(13, 30)


def counted_values(agenda: Agenda, bookings: Bookings) -> dict[str, int]:
    """Return the value of each stage that `agenda` has, by name.

    Every activity of the agenda is booked, and everybody who attends is known to it.
    """
    values = {name: count(agenda, bookings) for name, count in COUNTED.items()}
    return {**counted_again(agenda, bookings), **{name: value for name, value in values.items() if value is not None}}


def _working(review: Review, first: date, end: date) -> int:
    """Count the working days of ``[first, end)``."""
    days = map(date.fromordinal, range(first.toordinal(), end.toordinal()))
    return sum(day.isoweekday() <= FRIDAY and day not in review.holidays for day in days)


def _report(agenda: Agenda, bookings: Bookings) -> date:
    off = {activity.id for activity in agenda.activities if activity.off_critical_path}
    days = [one.day for one in bookings if one.activity not in off] or [one.day for one in bookings]
    return agenda.report_dates.final_report(max(days, default=agenda.review.commissioned))


def late_days_of(review: Review, final_report: date) -> int:
    """Return the working days after the deadline of `review` up to `final_report`, itself counted; 0 without one.

    A deadline is not moved, whatever day it lies on: a Sunday is missed by a report on the Monday after.
    """
    if review.deadline is None:
        return 0
    return _working(review, review.deadline + timedelta(days=1), final_report + timedelta(days=1))


def _late_days(agenda: Agenda, bookings: Bookings) -> int:
    return late_days_of(agenda.review, _report(agenda, bookings))


def _missed(agenda: Agenda, bookings: Bookings) -> int:
    """Count who was invited and does not come, whatever the bookings say of who is missing."""
    invited = {activity.id: activity.invited for activity in agenda.activities}
    return sum(len(set(invited[one.activity]).difference(one.attendees)) for one in bookings)


def _missed_twice(agenda: Agenda, bookings: Bookings) -> int:
    """For each kind, take who misses some of it once off all who miss it: what is left is missed again."""
    days = {one.activity: one for one in bookings}
    again = 0
    for kind in Kind:
        away = [
            set(each.invited).difference(days[each.id].attendees)
            for each in agenda.activities
            if each.kind is kind and each.id in days
        ]
        again += sum(map(len, away)) - len(set().union(*away))
    return again


def _if_needed(agenda: Agenda, bookings: Bookings) -> int:
    count = 0
    for one in bookings:
        first, end = minute_before(one.start), minute_after(one.end)
        asked = (span for id in one.attendees for span in agenda.availability[id].if_needed)
        count += any(start < end and first < until for start, until in asked)
    return count


def _finish(agenda: Agenda, bookings: Bookings) -> int:
    return _working(agenda.review, agenda.review.commissioned, _report(agenda, bookings))


def _shape(agenda: Agenda, bookings: Bookings) -> int:
    return _of_shape(agenda.shape, agenda.review, {one.activity: one.day for one in bookings})


def _evenness(agenda: Agenda, bookings: Bookings) -> int | None:
    """Add up how far the meetings of a spread lie from their even positions; None for other shapes."""
    shape = agenda.shape
    if not isinstance(shape, Spread):
        return None
    places = _places(shape, {one.activity: one.day for one in bookings})
    return sum(abs(place - even) for place, even in zip(places, shape.positions, strict=True))


def _places(shape: Spread, days: Mapping[str, date]) -> list[int]:
    return [sum(day < days[id] for day in shape.days) for id in shape.activities]


@singledispatch
def _of_shape(shape: Shape, review: Review, days: Mapping[str, date]) -> int:
    raise TypeError(f"nobody counts the shape {shape!r}")


@_of_shape.register
def _(shape: Spread, review: Review, days: Mapping[str, date]) -> int:
    places = _places(shape, days)
    gaps = [later - earlier for earlier, later in pairwise(places)]
    return max(gaps) - min(gaps) if gaps else 0


@_of_shape.register
def _(shape: Blocks, review: Review, days: Mapping[str, date]) -> int:
    blocks = ([days[id] for id in ids if id in days] for ids in (shape.first, shape.second))
    return sum(_working(review, min(block), max(block) + timedelta(days=1)) for block in blocks if block)


@_of_shape.register
def _(shape: OneWeek, review: Review, days: Mapping[str, date]) -> int:
    first = min((days[id] for id in shape.activities if id in days), default=shape.first_monday)
    return (first.toordinal() - first.weekday() - shape.first_monday.toordinal()) // 7


@_of_shape.register
def _(shape: OneDay, review: Review, days: Mapping[str, date]) -> int:
    return len({days[id] for id in shape.activities if id in days})


@_of_shape.register
def _(shape: Early, review: Review, days: Mapping[str, date]) -> int:
    return _working(review, shape.since, max((days[id] for id in shape.activities if id in days), default=shape.since))


def _lunch(agenda: Agenda, bookings: Bookings) -> int:
    """Count the bookings that have a minute of the lunch of their first day."""
    count = 0
    for one in bookings:
        start, end = one.start.replace(tzinfo=None), one.end.replace(tzinfo=None)
        count += start < datetime.combine(start, LUNCH_END) and datetime.combine(start, LUNCH_START) < end
    return count


def _waiting(agenda: Agenda, bookings: Bookings) -> int:
    days = {one.activity: one.day for one in bookings}
    opening = [each for each in agenda.activities if each.kind in (Kind.SET_UP, Kind.INTRODUCTION)]
    return sum(_working(agenda.review, each.first, days[each.id]) for each in opening if each.id in days)


def _trips(agenda: Agenda, bookings: Bookings) -> int:
    leads = {person.id for person in agenda.review.people if Role.LEAD_REVIEWER in person.roles}
    return len({(id, one.day) for one in bookings for id in leads.intersection(one.attendees)})


def _balance(agenda: Agenda, bookings: Bookings) -> int:
    """Add up how uneven the loads of each group are: leads and others, of conversations and of audits, each apart."""
    groups: dict[tuple[bool, bool], set[str]] = {}
    held: dict[bool, Counter[str]] = {True: Counter(), False: Counter()}
    panels = {one.activity: one.panel for one in bookings}
    for each in agenda.activities:
        if each.panel is not None:
            audit = each.kind is Kind.AUDIT
            held[audit].update(set(panels.get(each.id, ())))
            for id in each.panel.pool:
                groups.setdefault((audit, id in each.panel.leads), set()).add(id)
    return sum(_uneven(held[audit][id] for id in group) for (audit, _), group in groups.items())


def _uneven(loads: Iterable[int]) -> int:
    ordered = sorted(loads)
    return max(0, ordered[-1] - ordered[0] - 1)


COUNTED: Mapping[str, Callable[[Agenda, Bookings], int | None]] = {
    "late days": _late_days,
    "missed attendance": _missed,
    "missed twice": _missed_twice,
    "if-needed": _if_needed,
    "shape": _shape,
    "evenness": _evenness,
    "finish": _finish,
    "preferences: lunch": _lunch,
    "preferences: waiting": _waiting,
    "preferences: trips": _trips,
    "preferences: balance": _balance,
}
"""How each stage is counted here, by name; None is the value of a stage that the agenda does not have."""
