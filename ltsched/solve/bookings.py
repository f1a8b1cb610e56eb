"""From starts and panels to bookings: who comes, and who is missing, by the diaries themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking
from ltsched.model.decode import Placed

__all__ = ["bookings"]


@dataclass(slots=True)
class _Engagements:
    """The time that each person has been given to bookings, gaps included, in minutes since the epoch."""

    taken: dict[str, list[tuple[int, int]]]

    def add(self, person: str, start: int, end: int) -> None:
        self.taken.setdefault(person, []).append((start, end))

    def free(self, person: str, start: int, end: int) -> bool:
        return all(stop <= start or end <= begin for begin, stop in self.taken.get(person, ()))


def bookings(agenda: Agenda, grid: TimeGrid, placed: Sequence[Placed]) -> tuple[Booking, ...]:
    """Return the bookings, in the order of time, without rooms.

    Whoever is expected comes if their diary and their other bookings let them: first those that the model counted on,
    then those who turn out to be free besides.
    """
    engaged = _Engagements({})
    times = {one.activity.id: _times(one, grid) for one in placed}
    for one in placed:
        start, end = times[one.activity.id]
        for person in one.activity.must:
            engaged.add(person, start, end)
        for person in one.panel:
            engaged.add(person, start, end + one.activity.gap_minutes)
    coming: dict[str, set[str]] = {one.activity.id: set() for one in placed}
    for counted_on in (True, False):
        for one in sorted(placed, key=lambda one: (one.start, one.activity.id)):
            start, end = times[one.activity.id]
            for person in one.activity.expected:
                if (person in one.away) is counted_on or person in coming[one.activity.id]:
                    continue
                if agenda.availability[person].free.covers(start, end) and engaged.free(person, start, end):
                    engaged.add(person, start, end)
                    coming[one.activity.id].add(person)
    found = [_booking(one, coming[one.activity.id], grid) for one in placed]
    return tuple(sorted(found, key=lambda booking: (booking.start, booking.activity)))


def _times(one: Placed, grid: TimeGrid) -> tuple[int, int]:
    start = grid.start(one.start)
    return minute_before(start), minute_after(start + timedelta(minutes=one.activity.minutes))


def _booking(one: Placed, coming: set[str], grid: TimeGrid) -> Booking:
    activity: Activity = one.activity
    start = grid.start(one.start)
    return Booking(
        activity=activity.id,
        kind=activity.kind,
        title=activity.title,
        start=start,
        end=start + timedelta(minutes=activity.minutes),
        attendees=(*activity.must, *(person for person in activity.expected if person in coming), *one.panel),
        missing=tuple(person for person in activity.expected if person not in coming),
        panel=one.panel,
    )
