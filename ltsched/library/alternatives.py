"""The best other times for one booking of the current timetable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.standing_answers import proposals
from ltsched.domain.partial.kept import still_left_out, with_left_out
from ltsched.domain.replanning.alternatives import Alternatives
from ltsched.domain.replanning.known_people import bookings_of_known
from ltsched.domain.replanning.waiting import waiting_for, with_waiting
from ltsched.domain.review import Review
from ltsched.domain.settled import State
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.wording import day_text
from ltsched.errors import InvalidReview, Mistake, WrongUse
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.library.current import current_of
from ltsched.options.expand import expand
from ltsched.solve.alternatives.find import find_alternatives

__all__ = ["alternatives"]


def alternatives(review: Review, activity: str, *, results: str | Path | None = None, count: int = 10) -> Alternatives:
    """Return the best other times for one booking of the current timetable; nothing is written.

    First those at which nothing else has to move, the best of each day; where these are too few, days on which as few
    others as can be have to. Each has passed the independent check. What people have proposed in their answers to the
    invitation as it stands is tried, and is among them whatever its rank.

    Parameters
    ----------
    review
        A review that was read from a folder, as it is now.
    activity
        The id of an activity: ``joint-meeting:1``.
    results
        The folder of the current timetable; None for ``out`` in the folder of the review.
    count
        How many are wanted; there may be fewer, and more with those that were proposed.

    Raises
    ------
    WrongUse
        The review was not read from a folder, there is no booking of `activity`, or it is over; or `count` is less than
        one.
    InvalidReview
        There is no timetable, or it is not one of the review as it is now.
    """
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, where its timetable would be")
    if count < 1:
        raise WrongUse(f"{count} alternatives cannot be had; expected one or more")
    planned = current_of(review, results)
    _require_to_come(review, planned, activity)
    planned = replace(planned, bookings=bookings_of_known(planned.bookings, review))
    agreed = any(one.activity == activity and one.state is State.AGREED for one in review.settled)
    agenda = _agenda(replace(review, settled=tuple(one for one in review.settled if one.activity != activity)), planned)
    mistakes = list(_mistakes(agenda, planned))
    if mistakes:
        raise InvalidReview(mistakes)
    ledger = read_ledger(review.folder, review.reference, review.timezone)
    return find_alternatives(
        agenda,
        planned,
        activity,
        count=count,
        proposed=[one for one in proposals(ledger) if one.activity == activity],
        invited=bool(ledger.issued),
        agreed=agreed,
    )


def _require_to_come(review: Review, planned: Timetable, activity: str) -> None:
    """Refuse what is not booked, or is over."""
    over = {booking.activity: booking for booking in review.over}
    if activity in over:
        day = day_text(over[activity].day)
        raise WrongUse(f"{activity} is over, it was on {day}: it cannot be moved any more", id=activity)
    if activity in planned.waiting:
        text = f"{activity} waits for the end of a hold that has none: it has no time, and so no other"
        raise WrongUse(f"{text}. Give the hold an end in review.toml, then `ltsched replan` plans it", id=activity)
    if any(one.activity == activity for one in planned.left_out):
        text = f"{activity} is left out of the current timetable, which is partial: it has no time, and so no other"
        raise WrongUse(f"{text}. `ltsched replan` plans all of it, if there is room by now", id=activity)
    ids = [booking.activity for booking in planned.bookings]
    if activity not in ids:
        to_come = [id for id in ids if id not in over]
        hint = did_you_mean(activity, to_come) or f"There are: {', '.join(to_come) or 'none'}."
        raise WrongUse(f"there is no booking {activity!r} in the current timetable. {hint}", id=activity)


def _agenda(review: Review, planned: Timetable) -> Agenda:
    """Return what is booked: what is held only where it fits (``auto``) just where it is on the timetable.

    What waits in the timetable for the end of a hold that still has none waits on; what is left out stays so.
    """
    agenda = expand(review)
    days = {booking.activity: booking.day for booking in planned.bookings}
    if not days.keys() >= set(agenda.optional):
        agenda = expand(review, hold_optional=False)
    agenda = with_left_out(agenda, still_left_out(agenda, planned.left_out, days))
    return with_waiting(agenda, [id for id in waiting_for(agenda, days) if id in planned.waiting])


def _mistakes(agenda: Agenda, planned: Timetable) -> Iterator[Mistake]:
    """Yield where the timetable is not one of the review as it is now."""
    asked = [activity.id for activity in agenda.activities]
    booked = [booking.activity for booking in planned.bookings]
    hint = "Run `ltsched replan` first: the review has changed since it was planned."
    for id in asked:
        if id not in booked:
            yield Mistake(TIMETABLE_FILE, id, "it is not booked", "expected every activity of the review", hint)
    for id in booked:
        if id not in asked:
            yield Mistake(TIMETABLE_FILE, id, "it is booked", "the review has no such activity any more", hint)
