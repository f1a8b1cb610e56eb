"""Does what people have settled by hand lie where they said, and is what they dropped not booked?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Review
from ltsched.domain.rules import Violation
from ltsched.domain.settled import Settled, State
from ltsched.domain.timetable import Booking
from ltsched.verify.over import is_past

__all__ = ["overruled", "settled_violations"]

GIVES_WAY = frozenset({"start step", "bank holiday", "gap", "daily load", "room too small", "unseated"})
"""Rules that people may break by what they agree on; all others have been taken off it, or hold all the same."""


def settled_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield what lies elsewhere than people said, or is booked though they dropped it."""
    booked = {booking.activity: booking for booking in bookings}
    for one in agenda.review.settled:
        booking = booked.get(one.activity)
        if booking is not None:
            for text in _faults(one, booking, agenda.review):
                yield Violation("settled", (one.activity,), text)


def _faults(one: Settled, booking: Booking, review: Review) -> Iterator[str]:
    id, today = one.activity, review.today
    if one.state is State.DROPPED:
        yield f"{id} will not take place, and is booked"
    elif one.state is State.NOT_HELD:
        if today is not None and booking.day <= today and one.day in (None, booking.day):
            yield f"{id} did not take place, and is booked on {booking.day}"
    else:
        word = "agreed" if one.state is State.AGREED else "held"
        if one.start is not None and one.start != booking.start:
            yield f"{id} is {word} for {one.start:%Y-%m-%d %H:%M}, and booked on {booking.start:%Y-%m-%d %H:%M}"
        elif one.day is not None and one.day != booking.day:
            yield f"{id} is {word} for {one.day}, and booked on {booking.day}"
        if one.room is not None and one.room != booking.room:
            yield f"{id} is {word} for {one.room}, and booked in {booking.room or 'no room'}"
        if one.held_by and set(one.held_by) != set(booking.panel):
            yield f"{id} is to be held by {', '.join(one.held_by)}, not {', '.join(booking.panel) or 'nobody'}"
        if one.state is State.HELD and today is not None and booking.day > today:
            yield f"{id} has taken place, and is booked on {booking.day}"


def overruled(agenda: Agenda, bookings: Sequence[Booking], violations: Iterable[Violation]) -> Iterator[Violation]:
    """Yield `violations` without those that are about nothing but what people have agreed on, or what is over."""
    times: Mapping[str, Booking] = {booking.activity: booking for booking in bookings}
    agreed = {one.activity for one in agenda.review.settled if one.state is not State.DROPPED and one.start is not None}
    settled = {id for id, booking in times.items() if id in agreed or is_past(agenda, booking)}
    for violation in violations:
        about = times.keys() & set(violation.ids)
        if not about or not about <= settled or violation.rule not in GIVES_WAY:
            yield violation
