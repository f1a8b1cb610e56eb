"""Where a review stands on a day, and what to do now; no solver is loaded for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from ltsched.domain.agenda import Agenda
from ltsched.domain.invitations.invitations import Ledger, what_is_due
from ltsched.domain.invitations.invitees import invitees
from ltsched.domain.replanning.known_people import bookings_of_known
from ltsched.domain.review import Review
from ltsched.domain.rules import Violation
from ltsched.domain.standing.actions import actions_for
from ltsched.domain.standing.calendars import calendars_on
from ltsched.domain.standing.course import course_of
from ltsched.domain.standing.near_dates import near_dates
from ltsched.domain.standing.open_answers import open_answers
from ltsched.domain.standing.since_plan import broken_now, since_plan
from ltsched.domain.standing.standing import Course, Standing
from ltsched.domain.timetable import Booking, Timetable
from ltsched.domain.words.file_names import TIMETABLE_FILE
from ltsched.domain.words.typed import typed
from ltsched.errors import WrongUse
from ltsched.files.disk import clock
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.results.timetable_of_review import read_current
from ltsched.options.expand import expand, told_of_holds
from ltsched.verify.settled import overruled, settled_violations

__all__ = ["status"]


def status(review: Review, *, results: str | Path | None = None) -> Standing:
    """Return where `review` stands on its day of today: see `ltsched.domain.standing.standing.Standing`.

    Told is what is next, who has not answered, which days are near, which calendars are old, what is otherwise than
    when the timetable was planned, and what to do now. Nothing is written.

    Parameters
    ----------
    review
        A review that was read from a folder, as it is now. Without a day of today that of the clock is taken.
    results
        The folder of the current timetable; None for ``out`` in the folder of the review. There may be none yet.

    Raises
    ------
    WrongUse
        The review was not read from a folder.
    InvalidReview
        The timetable is one of another review or option, or it or the ledger cannot be understood.
    """
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, where its timetable would be")
    out = review.folder / "out" if results is None else Path(results)
    today = review.today or clock.now().astimezone(review.timezone).date()
    agenda = expand(review, tell_of_holds=False)
    ledger = read_ledger(review.folder, review.reference, review.timezone)
    standing = Standing(
        reference=review.reference,
        option=review.option.title,
        today=today,
        rehearsal=review.rehearsal,
        deadline=review.deadline,
        calendars=calendars_on(review, ledger, today),
        holds=tuple(notice.text for notice in told_of_holds(agenda)),
    )
    of_a_rehearsal = False
    if (out / TIMETABLE_FILE).exists():
        timetable = read_current(review, out)
        of_a_rehearsal = timetable.rehearsal and not review.rehearsal
        standing = _with_timetable(standing, agenda, timetable, ledger)
    actions = actions_for(
        standing,
        typed(review.folder),
        organiser=review.organiser is not None,
        invited=bool(ledger.issued),
        results="" if out == review.folder / "out" else f"--out {typed(out)}",
        of_a_rehearsal=of_a_rehearsal,
    )
    return replace(standing, actions=actions)


def _with_timetable(standing: Standing, agenda: Agenda, timetable: Timetable, ledger: Ledger) -> Standing:
    review = agenda.review
    course = course_of(review, timetable, standing.today)
    return replace(
        standing,
        course=course,
        answers=open_answers(ledger, course.to_come, {person.id for person in review.people}),
        near=near_dates(agenda, course, ledger, standing.today),
        since_plan=since_plan(agenda, course, _broken(review, course)),
        messages=_messages(review, (*course.held, *course.to_come), ledger),
    )


def _broken(review: Review, course: Course) -> list[Violation]:
    """Return what the bookings break as things are now; what people have agreed on may break what it has to."""
    judged = expand(replace(review, today=None, rehearsal=False, over=()), tell_of_holds=False)
    bookings = (*course.held, *course.to_come)
    rules = overruled(judged, bookings, broken_now(judged, course))
    return [*settled_violations(judged, bookings), *rules]


def _messages(review: Review, bookings: Sequence[Booking], ledger: Ledger) -> int | None:
    """Count the messages that `invite` would issue; None where nobody can be invited."""
    if review.organiser is None or review.rehearsal or review.today is None:
        return None
    wanted = invitees(review, bookings_of_known(bookings, review), review.organiser, ledger.shown).invitations
    now = clock.moment_on(review.today, review.timezone)
    return len(what_is_due(ledger, wanted, now, held=frozenset(booking.activity for booking in bookings)))
