"""Activities that have few days left, and a review in one week that has few weeks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from ltsched.domain.explaining.step import Call
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import OneWeek, monday
from ltsched.domain.words.early_words import days_words, only_room_words, weeks_words
from ltsched.model.candidates import Candidates, window_bits
from ltsched.solve.early.prospect import Early, Prospect

__all__ = ["few_days", "few_weeks"]

PER_DAY = 0.05
"""One day more is as far from impossible as this share to spare."""


def few_days(prospect: Prospect) -> Iterator[Early]:
    """Yield the activities with few possible days, or whose only room has; those of a single week are left to it."""
    shape = prospect.agenda.shape
    in_week = set(shape.activities) if isinstance(shape, OneWeek) else set()
    for own in prospect.open:
        days = prospect.days(own.bits)
        if not days or own.activity.id in in_week:
            continue
        room, free = _only_room(prospect, own)
        if len(days) > prospect.limits.days and not room:
            continue
        numbers = {"days": len(days)} | ({"room_days": len(free)} if room else {})
        ids = (own.activity.id, *([room] if room else []))
        words = partial(_words, own.activity.id, days, room, free)
        yield Early(prospect.reason("room" if room else "days", words, ids, days, numbers), PER_DAY * (len(days) - 1))


def _words(id: str, days: Sequence[date], room: str, free: Sequence[date], call: Call) -> str:
    return days_words(call(id), days) + (only_room_words(call(room), free) if room else "")


def few_weeks(prospect: Prospect) -> Iterator[Early]:
    """Yield that a review in one week has few weeks in which each of its activities has a time."""
    shape = prospect.agenda.shape
    inside = [own for own in prospect.open if isinstance(shape, OneWeek) and own.activity.id in shape.activities]
    if not inside:
        return
    weeks = set.intersection(*({monday(day) for day in prospect.days(own.bits)} for own in inside))
    mondays = tuple(sorted(weeks))
    if 0 < len(mondays) <= prospect.limits.weeks:
        dates: tuple[date, ...] = mondays
        if len(mondays) == 1:
            dates = mondays[0], mondays[0] + timedelta(days=5)
        reason = prospect.reason("week", lambda _: weeks_words(mondays), (), dates, {"weeks": len(mondays)})
        yield Early(reason, PER_DAY * (len(mondays) - 1))


def _only_room(prospect: Prospect, own: Candidates) -> tuple[str, tuple[date, ...]]:
    """Return the only room that is large enough for an activity, and the few days on which it is free; else nothing."""
    if own.activity.room is not RoomNeed.NEEDED or len(own.seats) != 1 or len(prospect.agenda.review.rooms) < 2:
        return "", ()
    (room,) = own.seats
    starts = prospect.free.starts(room, own.length) & window_bits(own.activity, prospect.agenda.shape, prospect.grid)
    free = prospect.days(starts)
    return (room, free) if 0 < len(free) <= prospect.limits.room_days else ("", ())
