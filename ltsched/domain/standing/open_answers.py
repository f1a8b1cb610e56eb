"""Who has answered what to the invitations that stand, and who has not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from ltsched.domain.invitations.answered import Answered, answered
from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Ledger
from ltsched.domain.standing.standing import Answers, Unanswered
from ltsched.domain.timetable import Booking

__all__ = ["open_answers"]


def open_answers(ledger: Ledger, to_come: Sequence[Booking], people: Collection[str]) -> Answers:
    """Return what was answered to the invitations to the bookings `to_come`, as they were told to `people`.

    What the timetable takes account of is not open any more: who has declined, or proposes another time, and is not
    planned for it, or whose booking is at another time than they were told.
    """
    bookings = {booking.activity: booking for booking in to_come}
    standing = [
        one for one in answered(ledger) if one.issued.told.activity in bookings and one.issued.told.recipient in people
    ]
    counts = Counter(one.answer.said if one.answer is not None else None for one in standing)
    declined, proposed = [], []
    for one in standing:
        told, answer = one.issued.told, one.answer
        booking = bookings[told.activity]
        if answer is None or told.recipient not in booking.attendees or told.start != booking.start:
            continue
        if answer.start is not None and answer.end is not None:
            proposed.append((told.recipient, told.activity, answer.start, answer.end))
        elif answer.said is Said.DECLINED:
            declined.append((told.recipient, told.activity, told.start))
    return Answers(
        yes=counts[Said.ACCEPTED],
        no=counts[Said.DECLINED],
        maybe=counts[Said.TENTATIVE] + counts[Said.DELEGATED],
        none=counts[None],
        unanswered=tuple(_unanswered(standing, bookings)),
        declined=tuple(declined),
        proposed=tuple(proposed),
    )


def _unanswered(standing: Sequence[Answered], bookings: dict[str, Booking]) -> Iterator[Unanswered]:
    """Yield the bookings that somebody has not answered to, as they are in the timetable, soonest first."""
    people: dict[str, list[str]] = {}
    for one in standing:
        if one.answer is None:
            people.setdefault(one.issued.told.activity, []).append(one.issued.told.recipient)
    for activity in sorted(people, key=lambda id: (bookings[id].start, id)):
        booking = bookings[activity]
        yield Unanswered(activity, booking.title, booking.start, tuple(people[activity]))
