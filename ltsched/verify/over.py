"""Is nothing planned before tomorrow, and has what is over stayed as it was?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Booking, Timetable

__all__ = ["is_past", "over_violations", "still_to_keep"]


def is_past(agenda: Agenda, booking: Booking) -> bool:
    """Return whether `booking` lies on the day on which the review is planned, or before, and was there before."""
    today = agenda.review.today
    return today is not None and booking.start.date() <= today and booking in agenda.review.over


def over_violations(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    """Yield what is planned too early, what is over and has changed, and a word on today that is not so."""
    review = agenda.review
    kept = {booking.activity: booking for booking in timetable.bookings}
    for before in review.over:
        if kept.get(before.activity) != before:
            text = f"{before.activity} was on {before.start:%Y-%m-%d %H:%M} and is over; it has not stayed as it was"
            yield Violation("over", (before.activity,), text)
    for booking in timetable.bookings:
        if review.today is not None and booking.start.date() <= review.today and not is_past(agenda, booking):
            text = f"{booking.activity} lies on {booking.start.date()}, and today is {review.today}"
            yield Violation("before tomorrow", (booking.activity,), text)
    if (timetable.today, timetable.rehearsal) != (review.today, review.rehearsal):
        made_up = " (a rehearsal)" if timetable.rehearsal else ""
        text = f"the timetable is planned for {timetable.today}{made_up}, the review for {review.today}"
        yield Violation("today", (), text)


def still_to_keep(agenda: Agenda, bookings: Sequence[Booking], violations: Iterable[Violation]) -> Iterator[Violation]:
    """Yield those of `violations` that are not about what is over alone: nobody can keep a rule in the past."""
    past = {booking.activity for booking in bookings if is_past(agenda, booking)}
    activities = {booking.activity for booking in bookings}
    for violation in violations:
        about = activities.intersection(violation.ids)
        if not about or not about <= past:
            yield violation
