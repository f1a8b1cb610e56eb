"""Every other time of one booking, all others staying as they are, tried one by one with the independent check.

Nothing here knows how alternatives are looked for: starts are clock times, panels and rooms are all there are, and of
those expected any who are free may come or not.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules.moments import is_free, overlap, span
from ltsched.domain.timetable import Booking
from ltsched.solve.alternatives.current import Current, free_times

__all__ = ["sound_elsewhere"]

HOURS = range(8, 17)


def sound_elsewhere(current: Current, id: str) -> Iterator[tuple[Booking, ...]]:
    """Yield all sound timetables in which only the booking of the activity `id` is otherwise, and starts elsewhere."""
    others = [booking for booking in current.timetable.bookings if booking.activity != id]
    now = current.timetable.booking(id)
    for booking in _anywhere(current.agenda, now, others):
        bookings = (*others, booking)
        if booking.start != now.start and not current.new_violations(current.with_bookings(bookings), id):
            yield bookings


def _anywhere(agenda: Agenda, now: Booking, others: list[Booking]) -> Iterator[Booking]:
    activity, free = agenda.activity(now.activity), free_times(agenda)
    panels: list[tuple[str, ...]] = [()]
    if activity.panel is not None:
        panels = list(itertools.combinations(activity.panel.pool, activity.panel.size))
    rooms = [None, *(room.id for room in agenda.review.rooms)]
    for start in _starts(agenda, now):
        bare = replace(now, start=start, end=start + timedelta(minutes=activity.minutes), unseated=())
        if not all(is_free(free, id, bare) for id in activity.must):
            continue  # only what no timetable could have is left out
        there = {id for other in others if overlap(span(other), span(bare)) for id in other.attendees}
        can = [id for id in activity.expected if is_free(free, id, bare) and id not in there]
        for panel, room, number in itertools.product(panels, rooms, range(len(can) + 1)):
            for come in itertools.combinations(can, number):
                missing = tuple(id for id in activity.expected if id not in come)
                unseated = tuple(id for id in can if id not in come)
                people = (*activity.must, *come, *panel)
                yield replace(bare, room=room, attendees=people, missing=missing, panel=panel, unseated=unseated)


def _starts(agenda: Agenda, now: Booking) -> Iterator[datetime]:
    day = agenda.review.commissioned
    while day < agenda.horizon_end:
        for hour in HOURS:
            yield datetime(day.year, day.month, day.day, hour, tzinfo=now.start.tzinfo)
        day += timedelta(days=1)
