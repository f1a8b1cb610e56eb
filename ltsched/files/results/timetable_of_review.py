"""The timetable that was planned for a review: read again, and checked that it still is one of that review."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import PEOPLE_FILE, ROOMS_FILE, TIMETABLE_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.errors import InvalidReview, Mistake
from ltsched.files.results.timetable_file import read_timetable
from ltsched.validation.mistake_limit import told
from ltsched.validation.shown import shown

__all__ = ["read_current", "read_timetable_of"]


def read_timetable_of(review: Review, results: Path) -> Timetable:
    """Return the timetable in the folder `results`, with times in the zone of `review`.

    Raises
    ------
    InvalidReview
        There is none, or it is one of another review, of another option, or of people and rooms that are not known.
    """
    timetable = read_current(review, results)
    mistakes = list(_strangers(timetable, review))
    if mistakes:
        raise InvalidReview(told(mistakes))
    return timetable


def read_current(review: Review, results: Path) -> Timetable:
    """Return the timetable in the folder `results`, whoever of its people and rooms may have gone since.

    Raises
    ------
    InvalidReview
        There is none, or it is one of another review or another option.
    """
    timetable = read_timetable(results / TIMETABLE_FILE, review.timezone)
    mistakes = list(_of_another_plan(timetable, review))
    if mistakes:
        raise InvalidReview(told(mistakes))
    return timetable


def _of_another_plan(timetable: Timetable, review: Review) -> Iterator[Mistake]:
    if timetable.reference != review.reference:
        expected = f"the review is {shown(review.reference)}"
        yield Mistake(TIMETABLE_FILE, "reference", shown(timetable.reference), expected, "Plan again.")
    if timetable.option != review.option.name:
        expected = f"the option of the review is {shown(review.option.name)}"
        hint = f"Plan again, or add --option {timetable.option}."
        yield Mistake(TIMETABLE_FILE, "option", shown(timetable.option), expected, hint)


def _strangers(timetable: Timetable, review: Review) -> Iterator[Mistake]:
    """Yield a mistake for each id of a booking that the review does not know."""
    people = [person.id for person in review.people]
    rooms = [room.id for room in review.rooms]
    for booking in timetable.bookings:
        yield from _unknown((*booking.attendees, *booking.missing), people, booking.activity, PEOPLE_FILE)
        yield from _unknown([booking.room] if booking.room is not None else [], rooms, booking.activity, ROOMS_FILE)


def _unknown(ids: Collection[str], known: Collection[str], activity: str, file: str) -> Iterator[Mistake]:
    for id in ids:
        if id not in known:
            hint = f"{did_you_mean(id, known)} Plan again.".strip()
            yield Mistake(TIMETABLE_FILE, activity, f"{shown(id)} takes part", f"expected an id of {file}", hint)
