"""Plan a review again, from the timetable and the invitations that it has."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from ltsched.domain.invitations.answered import LONG_AGO
from ltsched.domain.invitations.standing_answers import proposals
from ltsched.domain.people import Person, Role
from ltsched.domain.replanning.before import Before
from ltsched.domain.replanning.known_people import bookings_of_known
from ltsched.domain.replanning.wishes import FREE, MOVE, PIN, REPLACE, Wishes, day_of, with_wishes
from ltsched.domain.review import Review
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.file_names import PEOPLE_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.wording import listed, one_line
from ltsched.errors import InvalidReview, Mistake, WrongUse
from ltsched.files.disk import clock
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.library.current import current_of
from ltsched.options.replaced import OFFICES, replaced
from ltsched.solve.progress import SILENT, Listener
from ltsched.solve.replanning.replan import replan as replan_review
from ltsched.solve.replanning.replanned import Replanned

__all__ = ["before_of", "replan"]


def replan(
    review: Review,
    *,
    results: str | Path | None = None,
    pins: Collection[str] = (),
    until: date | None = None,
    free: Collection[str] = (),
    moves: Mapping[str, date] | None = None,
    replacements: Mapping[str, str] | None = None,
    time_limit_seconds: float = 60.0,
    seed: int = 0,
    workers: int = 1,
    prove: bool = False,
    listener: Listener = SILENT,
    partial: bool = False,
) -> Replanned:
    """Plan `review` again so that as little as possible moves; nothing is written (see `ltsched.write`).

    What is over, agreed or held stays. Who has declined a booking is not there at its time. Then, each stage proven:
    late days; bookings moved that people are invited to; people who must be told; bookings otherwise that nobody has
    been told of; working days moved in all; and then the stages of the option.

    Parameters
    ----------
    review
        A review that was read from a folder, as it is now.
    results
        The folder of the current timetable; None for ``out`` in the folder of the review.
    pins
        Activities that stay where they are.
    until
        Nothing before this day moves.
    free
        Activities whose moves do not count.
    moves
        When activities are to start instead; a time without a zone is local, and a day alone is enough.
    replacements
        Who takes the place of whom.
    time_limit_seconds, seed, workers, prove, listener
        As in `ltsched.plan`.
    partial
        Whether what the current timetable leaves out stays left out; else all is planned. What is agreed on by now is
        planned in any case.

    Raises
    ------
    WrongUse
        The review was not read from a folder.
    InvalidReview
        There is no timetable, or one of another review or option; or an id or a time is none that it has.
    """
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, where its invitations would be kept")
    current = current_of(review, results)
    starts = {id: _local(start, review) for id, start in (moves or {}).items()}
    wishes = Wishes(tuple(pins), until, tuple(free), starts, dict(replacements or {}))
    before = before_of(review, current, wishes)
    if not partial:
        before = replace(before, left_out=())
    mistakes = list(_mistakes(review, current, wishes))
    if mistakes:
        raise InvalidReview(mistakes)
    for gone, instead in wishes.replacements.items():
        review = replaced(review, gone, instead)
    return replan_review(
        with_wishes(review, before.bookings, wishes),
        current,
        before,
        time_limit_seconds=time_limit_seconds,
        seed=seed,
        workers=workers,
        prove=prove,
        listener=listener,
    )


def before_of(review: Review, current: Timetable, wishes: Wishes | None = None) -> Before:
    """Return what there was before `review` is planned again: what is still to come of `current`, and who was told.

    Raises
    ------
    InvalidReview
        The ledger cannot be understood.
    """
    wishes = wishes or Wishes()
    assert review.folder is not None
    ledger = read_ledger(review.folder, review.reference, review.timezone)
    over = {booking.activity for booking in review.over}
    to_come = [one for one in current.bookings if one.activity not in over]
    if review.today is not None:
        to_come = [one for one in to_come if one.day > review.today]
    known = bookings_of_known(to_come, review, wishes.replacements)
    return Before(
        bookings={one.activity: one for one in known},
        ledger=ledger,
        organiser=review.organiser,
        now=LONG_AGO if review.today is None else clock.moment_on(review.today, review.timezone),
        free=frozenset(wishes.free),
        proposals=proposals(ledger),
        left_out=current.left_out,
    )


def _quoted(id: str) -> str:
    return f'"{one_line(id)}"'


def _local(start: date, review: Review) -> date:
    if not isinstance(start, datetime):
        return start
    if start.tzinfo is None:
        return start.replace(tzinfo=review.timezone)
    return start.astimezone(review.timezone)


def _mistakes(review: Review, current: Timetable, wishes: Wishes) -> Iterator[Mistake]:
    """Yield what is wrong with the wishes: activities and people that are not there."""
    over = {booking.activity for booking in review.over}
    to_come = {one.activity: one for one in current.bookings if one.activity not in over}
    left_out = {one.activity for one in current.left_out}
    named = {PIN: wishes.pins, FREE: wishes.free, MOVE: tuple(wishes.moves)}
    for flag, ids in named.items():
        for id in ids:
            if id in over:
                yield Mistake(flag, "", f"{_quoted(id)} is over", "expected a booking that is still to come")
            elif id in left_out:
                expected = "expected a booking that has a time"
                yield Mistake(flag, "", f"{_quoted(id)} is left out of the current timetable", expected)
            elif id in current.waiting:
                expected = "expected a booking that has a time; give the hold an end in review.toml, and it gets one"
                yield Mistake(flag, "", f"{_quoted(id)} waits for the end of a hold that has none", expected)
            elif id not in to_come:
                expected = "expected the id of a booking of the timetable that is still to come"
                yield Mistake(flag, "", f"there is no {_quoted(id)}", expected, did_you_mean(id, to_come))
    for id, start in wishes.moves.items():
        if day_of(start) < review.earliest:
            expected = f"expected a time from {review.earliest} on"
            yield Mistake(MOVE, "", f"{_quoted(id)} on {start:%Y-%m-%d}", expected)
    for id in dict.fromkeys(wishes.pins):
        against = [flag for flag in (FREE, MOVE) if id in named[flag]]
        if against:
            found = f"{_quoted(id)} is to stay, and not to stay ({listed(against)})"
            yield Mistake(PIN, "", found, "expected one of them")
    yield from _wrong_replacements(review, to_come, wishes.replacements)


def _offices(person: Person | None) -> tuple[Role, ...]:
    """Return what somebody is that another can take over; nothing for one of the case, or whom nobody knows."""
    return () if person is None else tuple(role for role in person.roles if role in OFFICES)


def _wrong_replacements(
    review: Review, to_come: Mapping[str, Booking], replacements: Mapping[str, str]
) -> Iterator[Mistake]:
    """Yield who cannot take the place of whom."""
    people = {person.id: person for person in review.people}
    part = dict.fromkeys(id for one in to_come.values() for id in (*one.attendees, *one.missing))
    for gone, instead in replacements.items():
        lost = _offices(people.get(gone))
        if instead == gone:
            yield Mistake(REPLACE, "", f"{_quoted(gone)} takes their own place", "expected the id of somebody else")
        elif instead not in people:
            text, hint = f"nobody has the id {_quoted(instead)}", did_you_mean(instead, people)
            yield Mistake(REPLACE, "", text, f"expected an id of {PEOPLE_FILE}", hint)
        elif instead in replacements:
            text = f"{_quoted(instead)} is to take the place of {_quoted(gone)}, and leaves, too"
            yield Mistake(REPLACE, "", text, "expected the id of somebody who stays")
        elif lost and not _offices(people[instead]):
            text = f"{_quoted(instead)} is {people[instead].role_words}, and {_quoted(gone)} {people[gone].role_words}"
            expected = f"expected somebody with an office, or {lost[0]} among the roles of {instead} in {PEOPLE_FILE}"
            yield Mistake(REPLACE, "", text, expected)
        if gone not in part:
            text = f"{_quoted(gone)} takes part in nothing that is still to come"
            yield Mistake(REPLACE, "", text, "expected the id of somebody who does", did_you_mean(gone, part))
