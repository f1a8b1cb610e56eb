"""Every timetable of a tiny agenda, tried one by one, from the words of the domain alone.

Nothing here knows of the model: starts are clock times, diaries are spans, and each rule is asked what it forbids.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.stages.table import stage_values, stages_of
from ltsched.domain.stages.values import last_meeting
from ltsched.domain.timetable import Booking
from tests.support.small_agendas import SEATING

__all__ = ["all_values", "best_values", "combinations", "first_of_the_best"]


@dataclass(frozen=True)
class _Choice:
    """One activity at one time, with a panel and with those of the expected who come."""

    booking: Booking
    gap_minutes: int

    def clashes(self, other: _Choice) -> bool:
        """Whether somebody, or a room, would have two bookings at once, gaps after what people hold considered."""
        if self.booking.room is not None and self.booking.room == other.booking.room and self.meets(other):
            return True
        for person in set(self.booking.attendees) & set(other.booking.attendees):
            (start, end), (begin, stop) = self.taken(person), other.taken(person)
            if start < stop and begin < end:
                return True
        return False

    def meets(self, other: _Choice) -> bool:
        """Return whether both are on at some time."""
        return self.booking.start < other.booking.end and other.booking.start < self.booking.end

    def taken(self, person: str) -> tuple[int, int]:
        gap = self.gap_minutes if person in self.booking.panel else 0
        return minute_before(self.booking.start), minute_after(self.booking.end) + gap


def best_values(agenda: Agenda) -> dict[str, int] | None:
    """Return the values of the stages, in their order, of the best of all timetables; None if there is none at all.

    Where a stage has a tolerance, it is the best that the stage can be, and those after it gain by the tolerance. Only
    for agendas in which somebody comes to everything (else it could be on a Sunday); what takes a room only where one
    is free does without. Where there are rooms, seats go by the order of `SEATING`. Nobody stays away who could come
    and have one.
    """
    stages = stages_of(agenda)
    left = {tuple(values[name] for name in stages) for values in all_values(agenda)}
    if not left:
        return None
    best = {}
    for number, (name, tolerance) in enumerate(stages.items()):
        best[name] = min(values[number] for values in left)
        left = {values for values in left if values[number] <= best[name] + tolerance}
    return best


def first_of_the_best(agenda: Agenda) -> tuple[Booking, ...] | None:
    """Return the bookings of the first of the best timetables, in the order of the activities; None if there is none.

    What a stage does not need of its tolerance, it gives back. Then the earlier days come first, activity by activity,
    then the earlier starts, then those further in front in the pool, then those expected who come.
    """
    stages = stages_of(agenda)
    left = list(_all_bookings(agenda))
    for tolerances in (stages, dict.fromkeys(stages, 0)):
        for name, tolerance in tolerances.items():
            best = min((values[name] for _, values in left), default=0)
            left = [one for one in left if one[1][name] <= best + tolerance]
    return min((bookings for bookings, _ in left), key=lambda one: _in_order(agenda, one), default=None)


def _in_order(agenda: Agenda, bookings: Sequence[Booking]) -> tuple[object, ...]:
    """Return what is compared, the less the further in front."""
    pools = [activity.panel.pool if activity.panel else () for activity in agenda.activities]
    return (
        [one.day for one in bookings],
        [one.start for one in bookings],
        [member not in one.panel for one, pool in zip(bookings, pools, strict=True) for member in pool],
        [
            id not in one.attendees
            for one, activity in zip(bookings, agenda.activities, strict=True)
            for id in activity.expected
        ],
    )


def _all_bookings(agenda: Agenda) -> Iterator[tuple[tuple[Booking, ...], dict[str, int]]]:
    """Yield each timetable there is, in the order of the activities, with the values of its stages."""
    for chosen in _timetables(agenda, [list(_choices(agenda, one)) for one in agenda.activities], ()):
        bookings = tuple(choice.booking for choice in chosen)
        if _keeps_rules(agenda, bookings) and all(_fair(agenda, choice, chosen) for choice in chosen):
            yield bookings, stage_values(agenda, bookings)


def all_values(agenda: Agenda) -> Iterator[dict[str, int]]:
    """Yield the values of the stages of each timetable there is; as in `best_values`."""
    for _, values in _all_bookings(agenda):
        yield values


def combinations(agenda: Agenda) -> int:
    """Return how many combinations there are to try."""
    return math.prod(sum(1 for _ in _choices(agenda, one)) for one in agenda.activities)


def _timetables(
    agenda: Agenda, choices: Sequence[Sequence[_Choice]], chosen: tuple[_Choice, ...]
) -> Iterator[tuple[_Choice, ...]]:
    if len(chosen) == len(choices):
        yield chosen
        return
    for choice in choices[len(chosen)]:
        booked = {each.booking.activity: each.booking for each in (*chosen, choice)}
        broken = (one for rule in agenda.precedences for one in rule.broken_by(booked, agenda.working_days))
        if not any(choice.clashes(other) for other in chosen) and next(broken, None) is None:
            yield from _timetables(agenda, choices, (*chosen, choice))


def _choices(agenda: Agenda, activity: Activity) -> Iterator[_Choice]:
    others = (other for other in agenda.activities if other is not activity)
    elsewhere = {id for other in others for id in (*other.invited, *(other.panel.pool if other.panel else ()))}
    panel = activity.panel
    panels: list[tuple[str, ...]] = [()]
    if panel is not None:
        panels = [c for c in itertools.combinations(panel.pool, panel.size) if panel.allows(frozenset(c))]
    for start in _starts(agenda, activity):
        end = datetime.fromtimestamp(start.timestamp() + 60 * activity.minutes, agenda.review.timezone)
        span = minute_before(start), minute_after(end)
        free = {id for id, available in agenda.availability.items() if available.free.covers(*span)}
        if not free.issuperset(activity.must):
            continue
        can = [id for id in activity.expected if id in free]
        sure = [id for id in can if id not in elsewhere]
        for members in panels:
            if not free.issuperset(members):
                continue
            for room, come in _who_where(agenda, activity, free, can, sure):
                attendees = (*activity.must, *come, *members)
                missing = tuple(id for id in activity.expected if id not in come)
                booking = Booking(
                    activity.id, activity.kind, activity.title, start, end, room, attendees, missing, members
                )
                yield _Choice(booking, activity.gap_minutes)


def _who_where(
    agenda: Agenda, activity: Activity, free: set[str], can: Sequence[str], sure: Sequence[str]
) -> Iterator[tuple[str | None, tuple[str, ...]]]:
    """Yield each room with those expected who could come to it; None where it needs none."""
    panel = activity.panel.size if activity.panel else 0
    places: list[tuple[str | None, int]] = [(None, len(can))]
    if activity.room is RoomNeed.NEEDED:
        rooms = [room for room in agenda.review.rooms if room.id in free]
        places = [(room.id, room.capacity - len(activity.must) - panel) for room in rooms]
    for room, seats in places:
        for count in range(min(seats, len(can)), -1, -1):
            if len(activity.must) + count >= activity.quorum:
                for come in itertools.combinations(can, count):
                    if room is not None or set(sure) <= set(come):
                        yield room, come


def _fair(agenda: Agenda, choice: _Choice, chosen: Sequence[_Choice]) -> bool:
    """Return whether nobody who could come to a booking is missing, or without a seat that they should have."""
    booking = choice.booking
    seats = {room.id: room.capacity for room in agenda.review.rooms}
    span = minute_before(booking.start), minute_after(booking.end)
    taken = {other.booking.room for other in chosen if other is not choice and choice.meets(other)}
    free = [id for id in seats if id not in taken and agenda.availability[id].free.covers(*span)]
    expected = agenda.activity(booking.activity).expected
    last = max((SEATING.index(id) for id in booking.attendees if id in expected), default=-1)
    for id in booking.missing:
        engaged = any(
            id in other.booking.attendees and other.taken(id)[0] < span[1] and span[0] < other.taken(id)[1]
            for other in chosen
            if other is not choice
        )
        seat = any(seats[room] > len(booking.attendees) for room in free) or SEATING.index(id) < last
        seat = seat or booking.room is None
        if seat and not engaged and agenda.availability[id].free.covers(*span):
            return False
    return True


def _starts(agenda: Agenda, activity: Activity) -> Iterator[datetime]:
    """Yield every start on the steps of the option, on each day on which the activity may lie."""
    step = timedelta(minutes=agenda.option.whole("start-step-minutes"))
    day = agenda.review.commissioned
    while day < agenda.horizon_end:
        if activity.may_lie_on(day):
            start = datetime.combine(day, datetime.min.time(), agenda.review.timezone)
            while start.date() == day:
                yield start
                start += step
        day += timedelta(days=1)


def _keeps_rules(agenda: Agenda, bookings: Sequence[Booking]) -> bool:
    by_id = {booking.activity: booking for booking in bookings}
    rules = (*agenda.precedences, *agenda.daily_loads, agenda.shape)
    if any(True for rule in rules for _ in rule.broken_by(by_id, agenda.working_days)):
        return False
    final_report = agenda.report_dates.final_report(last_meeting(agenda, bookings))
    return all(booking.day <= final_report for booking in bookings)
