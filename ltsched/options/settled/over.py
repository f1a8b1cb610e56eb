"""What is over as people say: held, agreed for a day that is past, or not held after all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.review import Review
from ltsched.domain.settled import Settled, State
from ltsched.domain.timetable import Booking
from ltsched.domain.words.wording import day_text
from ltsched.errors import InvalidReview, Mistake
from ltsched.options.settled.check import after, mistakes_in

__all__ = ["over_as_settled", "without_undone"]


def without_undone(review: Review) -> Review:
    """Return `review` without what is taken to be over and, as people say, did not or will not take place.

    Where it is said on which day it was not held, a booking of another day is over all the same.
    """
    undone: dict[str, date | None] = {}
    for one in review.settled:
        if one.state is State.DROPPED:
            undone[one.activity] = None
        elif one.state is State.NOT_HELD:
            undone[one.activity] = one.day
        elif one.state is State.AGREED and review.today is not None and one.day is not None and one.day > review.today:
            undone[one.activity] = None  # what people have agreed on for later has not taken place
    kept = tuple(
        booking
        for booking in review.over
        if booking.activity not in undone or undone[booking.activity] not in (None, booking.day)
    )
    return review if kept == review.over else replace(review, over=kept)


def over_as_settled(agenda: Agenda) -> tuple[Booking, ...]:
    """Return what is over on the day of the review, in the order of time: what was held, and agreed for a day past.

    Raises
    ------
    InvalidReview
        What is settled cannot be so, or does not say when something was held, or by whom.
    """
    review, over = agenda.review, dict(agenda.over)
    known = {activity.id: activity for activity in agenda.activities}
    mistakes = list(mistakes_in(agenda))
    for number, one in enumerate(review.settled, 1):
        if review.today is None or one.activity not in known or not one.state.takes_place:
            continue
        if one.day is not None and one.day > review.today:
            if one.state is State.HELD:
                found = f"held on {day_text(one.day)}, and today is {day_text(review.today)}"
                expected = "expected a day up to today; agreed, for what is still to come"
                mistakes.append(Mistake(*one.place(number, "start"), found, expected))
            continue
        if one.state is State.AGREED and one.day is None:
            continue
        booking = _as_held(one, known[one.activity], over, number)
        if isinstance(booking, Mistake):
            mistakes.append(booking)
        else:
            over[one.activity] = booking
    if mistakes:
        raise InvalidReview(mistakes)
    return tuple(sorted(over.values(), key=lambda booking: (booking.start, booking.activity)))


def _as_held(one: Settled, activity: Activity, over: Mapping[str, Booking], number: int) -> Booking | Mistake:
    """Return the booking as it was held: as it is known to have been, but for what people say of it."""
    known = over.get(one.activity)
    start = _start(one, known)
    if start is None:
        day = "" if one.day is None else f" on {day_text(one.day)}"
        found = f"neither the last timetable nor an invitation says at what time {one.activity} was held{day}"
        expected = "expected a start with its time, such as 2027-03-01 10:00"
        return Mistake(*one.place(number, "start"), found, expected)
    panel = one.held_by or (known.panel if known is not None else ())
    if activity.panel is not None and not panel:
        found = f"neither the last timetable nor an invitation says who held {one.activity}"
        return Mistake(*one.place(number, "held-by"), found, "expected the ids of those who held it")
    if known is None:
        come = (*(id for id in activity.invited if id not in panel), *panel)
        end = after(start, activity.minutes)
        return Booking(activity.id, activity.kind, activity.title, start, end, one.room, come, (), panel)
    others = (id for id in known.attendees if id not in known.panel and id not in panel)
    return replace(
        known,
        start=start,
        end=after(start, known.minutes),
        room=known.room if one.room is None else one.room,
        attendees=(*others, *panel),
        missing=tuple(id for id in known.missing if id not in panel),
        unseated=tuple(id for id in known.unseated if id not in panel),
        panel=panel,
    )


def _start(one: Settled, known: Booking | None) -> datetime | None:
    if one.start is not None:
        return one.start
    return known.start if known is not None and one.day in (None, known.day) else None
