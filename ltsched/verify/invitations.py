"""Is everybody named once who is invited or holds something, and nobody else?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking

__all__ = ["invitation_violations"]


def invitation_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield who is named without an invitation, twice, or not at all.

    Attendees and missing together are those invited and the panel, everybody once.
    """
    for booking in bookings:
        activity = agenda.activity(booking.activity)
        for id, count in Counter(booking.attendees + booking.missing).items():
            if id not in activity.invited and id not in booking.panel:
                yield Violation("uninvited", (activity.id, id), f"{id} is named at {activity.id} without an invitation")
            elif count > 1:
                yield Violation("named twice", (activity.id, id), f"{id} is named {count} times at {activity.id}")
        for id in activity.invited:
            if id not in booking.attendees + booking.missing:
                text = f"{id} is invited to {activity.id} and is neither among those who come nor among the missing"
                yield Violation("unaccounted", (activity.id, id), text)
