"""Where a room is full: whose turn was it to have a seat, and is it said of the right people that they have none?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.people import Role
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking
from ltsched.verify.moments import is_free, overlap, span, taken_until
from ltsched.verify.rooms import seats_for_one_more

__all__ = ["could_come", "seat_violations"]

NO_RANK = 1_000_000


def seat_violations(agenda: Agenda, bookings: Sequence[Booking]) -> Iterator[Violation]:
    """Yield who sits before their turn, and of whom it is said wrongly that they have no seat.

    That a seat is left for somebody who is missing is told elsewhere.
    """
    for booking in bookings:
        activity = agenda.activity(booking.activity)
        absent = [id for id in activity.expected if id in booking.missing and id not in booking.attendees]
        could = [id for id in absent if could_come(agenda, booking, id, bookings)]
        for id in dict.fromkeys(booking.unseated):
            if id not in could:
                text = f"{id} is said to have no seat at {activity.id}, and that is not why they do not come"
                yield Violation("unseated", (activity.id, id), text)
        for id in [] if seats_for_one_more(agenda, booking, bookings) else could:
            for other in dict.fromkeys(booking.attendees):
                if other in activity.expected and _turn(agenda, id) < _turn(agenda, other):
                    text = f"{other} has a seat at {booking.activity} and {id}, whose turn comes first, has none"
                    yield Violation("seating order", (booking.activity, id, other), text)


def could_come(agenda: Agenda, booking: Booking, id: str, bookings: Sequence[Booking]) -> bool:
    """Return whether the diary of `id` and the other bookings they attend leave the time of `booking` free."""
    return is_free(agenda, id, booking) and not any(
        overlap((span(other)[0], taken_until(agenda, other, id)), span(booking))
        for other in bookings
        if other is not booking and id in other.attendees
    )


def _turn(agenda: Agenda, id: str) -> tuple[int, int, int]:
    """Return what orders people for seats, less first.

    The group: 0 essential, 1 lead reviewer, 2 review team, 3 others; the rank for a conversation; the place in
    people.csv.
    """
    place, person = next((n, person) for n, person in enumerate(agenda.review.people) if person.id == id)
    rank = NO_RANK if person.conversation_rank is None else person.conversation_rank
    if person.essential:
        group = 0
    elif Role.LEAD_REVIEWER in person.roles:
        group = 1
    else:
        group = 2 if Role.REVIEW_TEAM in person.roles else 3
    return group, rank, place
