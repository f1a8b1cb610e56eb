"""What the user wants of one run of planning again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from ltsched.domain.review import Review
from ltsched.domain.settled import Settled, State
from ltsched.domain.timetable import Booking

__all__ = ["FREE", "MOVE", "PIN", "REPLACE", "UNTIL", "Wishes", "day_of", "with_wishes"]

PIN, UNTIL, FREE, MOVE, REPLACE = "--pin", "--until", "--free", "--move", "--replace"
"""The flags of ``ltsched replan`` that wishes come from."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants of one run of planning again.

    Parameters
    ----------
    pins
        Activities that stay where they are, whatever has changed.
    until
        Nothing before this day moves; None for no such day.
    free
        Activities whose moves do not count.
    moves
        When activities are to start instead: a time in the zone of the review, or a day alone.
    replacements
        Who takes the place of whom, by the id of the one who leaves.
    """

    pins: tuple[str, ...] = ()
    until: date | None = None
    free: tuple[str, ...] = ()
    moves: Mapping[str, date] = field(default_factory=dict)
    replacements: Mapping[str, str] = field(default_factory=dict)


def day_of(start: date) -> date:
    """Return the day of a time, or the day as it is."""
    return start.date() if isinstance(start, datetime) else start


def with_wishes(review: Review, bookings: Mapping[str, Booking], wishes: Wishes) -> Review:
    """Return `review` with what stays and what is to start elsewhere as if people had agreed on it.

    What review.toml says of an activity is not overridden by a pin; a move is the newest word on it.

    Parameters
    ----------
    bookings
        The current timetable as far as it is still to come, by activity.
    """
    settled = {one.activity: one for one in review.settled}
    for id, booking in bookings.items():
        stays = id in wishes.pins or (wishes.until is not None and booking.day < wishes.until)
        if stays and id not in settled and id not in wishes.moves and id not in wishes.free:
            flag = PIN if id in wishes.pins else UNTIL
            settled[id] = Settled(id, State.AGREED, booking.day, booking.start, booking.room, booking.panel, flag)
    for id, start in wishes.moves.items():
        before = settled.get(id)
        held_by = before.held_by if before is not None else ()
        moment = start if isinstance(start, datetime) else None
        settled[id] = Settled(id, State.AGREED, day_of(start), moment, None, held_by, MOVE)
    return replace(review, settled=tuple(settled.values()))
