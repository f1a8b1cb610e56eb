"""Is everything booked once, as what it is, in order?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking

__all__ = ["agenda_violations", "booking_violations"]


def agenda_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield what is not booked, booked twice or not on the agenda, and times without the zone of the review."""
    times = Counter(booking.activity for booking in bookings)
    known = {activity.id for activity in agenda.activities}
    for activity in agenda.activities:
        if times[activity.id] == 0:
            yield Violation("not booked", (activity.id,), f"{activity.id} is on the agenda and has no booking")
    for id, count in times.items():
        if id not in known:
            yield Violation("not on the agenda", (id,), f"{id} is booked and is not on the agenda")
        elif count > 1:
            yield Violation("booked twice", (id,), f"{id} has {count} bookings")
    for booking in bookings:
        for moment in (booking.start, booking.end):
            if not _in_zone(moment, agenda.review.timezone):
                text = f"{booking.activity}: {moment.isoformat()} is not a time in {agenda.review.timezone.key}"
                yield Violation("zone", (booking.activity,), text)


def _in_zone(moment: datetime, zone: ZoneInfo) -> bool:
    """Return whether `moment` shows the local time of `zone`: a fixed offset does if it is right on that day."""
    return moment.tzinfo is not None and moment.utcoffset() == moment.astimezone(zone).utcoffset()


def booking_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield what is wrong with each booking by itself, and with their order."""
    for booking in bookings:
        activity = agenda.activity(booking.activity)
        yield from _nature(activity, booking)
    for earlier, later in pairwise(bookings):
        if later.start < earlier.start:
            ids = (earlier.activity, later.activity)
            yield Violation("order", ids, f"{later.activity} stands after {earlier.activity} and starts before it")


def _nature(activity: Activity, booking: Booking) -> Iterator[Violation]:
    ids = (activity.id,)
    if booking.kind is not activity.kind:
        yield Violation("kind", ids, f"{activity.id} is booked as {booking.kind}, not {activity.kind}")
    if booking.title != activity.title:
        yield Violation("title", ids, f"{activity.id} is called {booking.title!r}, not {activity.title!r}")
    if booking.end.timestamp() - booking.start.timestamp() != activity.minutes * 60:
        yield Violation("length", ids, f"{activity.id} takes {booking.minutes} minutes, not {activity.minutes}")
    if activity.panel is None and booking.panel:
        text = f"{activity.id} takes no panel and has {', '.join(booking.panel)}"
        yield Violation("panel", (activity.id, *booking.panel), text)
