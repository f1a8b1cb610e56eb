"""Does everybody come who must, can everybody come who does, and is everybody named who does not?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking
from ltsched.verify.moments import is_free
from ltsched.verify.rooms import seats_for_one_more
from ltsched.verify.seats import could_come

__all__ = ["attendance_violations"]


def attendance_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield what is wrong with who attends, who is missing and who holds each booking."""
    for booking in bookings:
        activity = agenda.activity(booking.activity)
        yield from _lists(activity, booking)
        yield from _panel(activity, booking)
        yield from _enough(activity, booking)
        yield from _diaries(agenda, activity, booking)
        yield from _left_out(agenda, activity, booking, bookings)


def _called(activity: Activity, booking: Booking) -> set[str]:
    """Return all whom a booking concerns: those invited, and the panel as far as it could be chosen."""
    pool = activity.panel.pool if activity.panel else ()
    return {*activity.invited, *(id for id in booking.panel if id in pool)}


def _lists(activity: Activity, booking: Booking) -> Iterator[Violation]:
    """Attendees and missing together are those invited and the panel, everybody once."""
    named = Counter(booking.attendees + booking.missing)
    called = _called(activity, booking)
    for id, count in named.items():
        if id not in called and id not in booking.panel:
            yield Violation("uninvited", (activity.id, id), f"{id} is named at {activity.id} without an invitation")
        elif count > 1:
            yield Violation("named twice", (activity.id, id), f"{id} is named {count} times at {activity.id}")
    for id in activity.invited:
        if id not in named:
            text = f"{id} is invited to {activity.id} and is neither among those who come nor among the missing"
            yield Violation("unaccounted", (activity.id, id), text)


def _panel(activity: Activity, booking: Booking) -> Iterator[Violation]:
    chosen = frozenset(booking.panel)
    if activity.panel is None:
        if chosen:
            text = f"{activity.id} takes no panel and has {', '.join(booking.panel)}"
            yield Violation("panel", (activity.id, *booking.panel), text)
        return
    if len(chosen) < len(booking.panel) or not activity.panel.allows(chosen):
        text = f"{activity.id} cannot be held by {', '.join(booking.panel) or 'nobody'}"
        yield Violation("panel", (activity.id, *booking.panel), text)
    for id in sorted(chosen.difference(booking.attendees)):
        yield Violation("panel absent", (activity.id, id), f"{id} holds {activity.id} and does not attend it")


def _enough(activity: Activity, booking: Booking) -> Iterator[Violation]:
    for id in activity.must:
        if id in booking.missing:
            yield Violation("must attend", (activity.id, id), f"{id} must come to {activity.id} and is missing")
    come = len(set(booking.attendees).intersection(activity.invited))
    if come < activity.quorum:
        yield Violation("quorum", (activity.id,), f"{come} come to {activity.id}, quorum {activity.quorum}")


def _diaries(agenda: Agenda, activity: Activity, booking: Booking) -> Iterator[Violation]:
    called = _called(activity, booking)
    for id in dict.fromkeys(booking.attendees):
        if id in called and not is_free(agenda, id, booking):
            yield Violation("diary", (activity.id, id), f"{id} is not free for all of {activity.id}")


def _left_out(agenda: Agenda, activity: Activity, booking: Booking, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Attendance is never traded away silently: who is missing cannot come, or there is no seat for them."""
    for id in dict.fromkeys(booking.missing):
        if id not in activity.expected or id in booking.attendees or not could_come(agenda, booking, id, bookings):
            continue
        if seats_for_one_more(agenda, booking, bookings):
            yield Violation("left out", (activity.id, id), f"{id} is missing at {activity.id} and could come")
