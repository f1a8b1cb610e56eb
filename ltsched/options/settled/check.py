"""What cannot be meant by what people have settled: names that nobody knows, and two places at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import combinations

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import Kind
from ltsched.domain.replanning.wishes import UNTIL
from ltsched.domain.review import Review
from ltsched.domain.settled import Settled
from ltsched.domain.timetable import Booking
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.settled_words import moment_text
from ltsched.domain.words.wording import listed
from ltsched.errors import Mistake

__all__ = ["after", "mistakes_in", "strange_names"]

SMALL = (Kind.CONVERSATION, Kind.FAMILY_CONVERSATION, Kind.AUDIT)
"""Whoever is at one of these has to be there."""


def after(start: datetime, minutes: int) -> datetime:
    """Return the local time so many `minutes` after `start`, across a change of the clocks too."""
    return (start.astimezone(UTC) + timedelta(minutes=minutes)).astimezone(start.tzinfo)


def strange_names(review: Review, activities: Sequence[Activity]) -> Iterator[Mistake]:
    """Yield what is settled, and each window, of an activity that is none of `activities`."""
    title = review.option.title
    ids = [activity.id for activity in activities]
    names = {name for one in activities for name in (one.id, one.template, one.kind, one.id.partition(":")[0])}
    names |= {name for template in review.option.templates for name in (template.id, template.prefix)}
    asked: list[tuple[tuple[str, str], str, Sequence[str]]] = [
        (one.place(number, "activity"), one.activity, ids)
        for number, one in enumerate(review.settled, 1)
        if one.flag != UNTIL  # that is about what there still is
    ]
    asked += [
        ((REVIEW_FILE, f"window[{number}].activity"), window.activity, sorted(names))
        for number, window in enumerate(review.windows, 1)
        if window.activity
    ]
    for place, name, known in asked:
        if name not in known:
            expected = f"expected an activity of {title}" + (f", such as {ids[0]}" if ids else "")
            yield Mistake(*place, f'"{name}"', expected, did_you_mean(name, known))


def mistakes_in(agenda: Agenda) -> Iterator[Mistake]:
    """Yield what cannot be so of what is settled on `agenda`, which has nothing fixed yet."""
    over = agenda.over
    known = {activity.id: activity for activity in agenda.activities}
    kept = []
    for number, one in enumerate(agenda.review.settled, 1):
        activity = known.get(one.activity)
        if activity is None or not one.state.takes_place:
            continue
        yield from _faults(agenda, one, activity, number)
        kept.append(_Kept.of(number, one, activity, over))
    for first, second in combinations((each for each in kept if each is not None), 2):
        yield from _two_places(first, second)


def _faults(agenda: Agenda, one: Settled, activity: Activity, number: int) -> Iterator[Mistake]:
    review, known = agenda.review, agenda.availability
    if one.day is not None and one.day < review.commissioned:
        expected = f"expected a day from the commissioning, {review.commissioned}, on"
        yield Mistake(*one.place(number, "start"), str(one.day), expected)
    if one.start is not None and (ends := after(one.start, activity.minutes)).date() > one.start.date():
        found = f"{moment_text(one.start)}, and it takes {activity.minutes} minutes, until {moment_text(ends)}"
        yield Mistake(*one.place(number, "start"), found, "expected a time that lets it end on the same day")
    if one.held_by and activity.panel is None:
        found = f"{one.activity} is held by nobody in particular"
        expected = "expected no held-by: everybody who is invited to it comes"
        yield Mistake(*one.place(number, "held-by"), found, expected)
    elif own := [id for id in one.held_by if id in activity.must and activity.id not in agenda.over]:
        found = f"{listed(own)} {'is' if len(own) == 1 else 'are'} invited to {one.activity}"
        yield Mistake(*one.place(number, "held-by"), found, "expected those who hold it, and not whom it is with")
    ids = [("held-by", id) for id in one.held_by] + ([("room", one.room)] if one.room is not None else [])
    for key, id in ids:
        if id not in known:
            hint = did_you_mean(id, known)
            yield Mistake(*one.place(number, key), f'unknown id "{id}"', "expected one of the review", hint)


@dataclass(frozen=True, slots=True)
class _Kept:
    """Something settled with its time: who and what is there for sure."""

    path: str
    where: str
    activity: str
    start: datetime
    end: datetime
    ids: tuple[str, ...]

    @classmethod
    def of(cls, number: int, one: Settled, activity: Activity, over: Mapping[str, Booking]) -> _Kept | None:
        booking = over.get(one.activity)
        start = one.start or (booking.start if booking is not None else None)
        if start is None or (one.day is not None and start.date() != one.day):
            return None
        there = activity.must if booking is None or activity.kind in SMALL else ()
        held_by = one.held_by or (booking.panel if booking is not None else ())
        room = one.room or (booking.room if booking is not None else None)
        ids = dict.fromkeys((*there, *held_by, *([room] if room is not None else [])))
        return cls(*one.place(number), one.activity, start, after(start, activity.minutes), tuple(ids))


def _two_places(first: _Kept, second: _Kept) -> Iterator[Mistake]:
    both = [id for id in first.ids if id in second.ids]
    if both and first.start < second.end and second.start < first.end:
        found = (
            f"{second.activity} at {moment_text(second.start)} and {first.activity} at {moment_text(first.start)} "
            f"({first.where or first.path}) overlap, and both have {listed(both)}"
        )
        expected = "expected nobody and no room in two places at once"
        yield Mistake(second.path, second.where, found, expected)
