"""Issue invitations: from the timetable to files that can be sent, and a ledger that remembers them."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from pathlib import Path

from ltsched.domain.invitations.answered import LONG_AGO
from ltsched.domain.invitations.invitations import Due, Issued, Ledger, Shown, what_is_due
from ltsched.domain.invitations.invitees import Invitees, invitees
from ltsched.domain.review import Organiser, Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.file_names import LEDGER_FILE, REVIEW_FILE, TIMETABLE_FILE
from ltsched.domain.words.near_miss import did_you_mean
from ltsched.domain.words.wording import plural
from ltsched.errors import InvalidReview, Mistake
from ltsched.files.disk import clock
from ltsched.files.disk.one_writer import one_writer
from ltsched.files.invitations.batch_folder import batch_folder, highest_batch, remove_batch, write_batch
from ltsched.files.invitations.ledger_file import read_ledger, write_ledger
from ltsched.files.results.timetable_of_review import read_timetable_of
from ltsched.validation.shown import shown as quoted

__all__ = ["INVITATIONS", "Issuing", "issue"]

INVITATIONS = "invitations"
"""The folder of the batches, within that of the results."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Issuing:
    """What was issued by one run.

    Parameters
    ----------
    due
        The messages, as `what_is_due` gives them.
    invitees
        Who is invited to what, and who is not.
    timetable
        What it is about.
    ledger
        As it is now, this run included.
    folder
        Where the files are; None if none were written.
    earlier
        The ledger as it was before.
    """

    due: tuple[Due, ...]
    invitees: Invitees
    timetable: Timetable
    ledger: Ledger
    earlier: Ledger
    folder: Path | None = None


def issue(
    review: Review,
    folder: Path,
    results: Path,
    *,
    shown: Shown | None = None,
    again: Collection[str] = (),
    now: datetime | None = None,
    write: bool = True,
    partial: bool = False,
) -> Issuing:
    """Issue what every recipient of a timetable has to be told and has not been told yet.

    Each message is written as ``<recipient>.<activity>.<request or cancel>.ics`` and ``.eml`` into a folder of this run
    (``001``, ``002``, …) within `results`, so that what an earlier run wrote, and perhaps nobody has sent yet, stays.
    If a run dies, the ledger and the messages are as before, and the next run issues the same again.

    Parameters
    ----------
    review
        The review.
    folder
        Its folder, where the ledger is kept.
    results
        The folder with ``timetable.json``.
    shown
        Whom invitations show; None for what the run before chose.
    again
        Ids of recipients whose invitations are issued once more.
    now
        The time of issue; None for the clock.
    partial
        Whether to invite to a partial timetable, too.
    write
        False only tells what would be issued.

    Raises
    ------
    InvalidReview
        There is no organiser, no timetable or not one of this review, it is a rehearsal, or partial and that is not
        asked for, an id of `again` has no invitation, or the ledger cannot be understood.
    UnwritableOutput
        The disk refuses, or another run does not end.
    """
    _refuse_rehearsal(review)
    organiser = _organiser(review)
    moment = (now or clock.now()).astimezone(UTC).replace(microsecond=0)
    timetable = read_timetable_of(review, results)
    if timetable.rehearsal:
        found = f"true: it was planned as if today were {timetable.today}"
        expected = "nobody is invited from a rehearsal"
        raise InvalidReview([Mistake(TIMETABLE_FILE, "rehearsal", found, expected, "Run `ltsched plan` again.")])
    if timetable.left_out and not partial:
        raise InvalidReview([_partial(timetable)])
    if not write:
        return _looked_up(review, folder, timetable, organiser, shown, again, moment)
    with one_writer(folder / LEDGER_FILE):
        issuing = _looked_up(review, folder, timetable, organiser, shown, again, moment)
        return _written(issuing, review, folder, results / INVITATIONS, organiser, moment)


def _looked_up(
    review: Review,
    folder: Path,
    timetable: Timetable,
    organiser: Organiser,
    shown: Shown | None,
    again: Collection[str],
    now: datetime,
) -> Issuing:
    """Return what is due, with nothing written."""
    ledger = read_ledger(folder, review.reference, review.timezone)
    _require_known(again, ledger)
    chosen = ledger.shown if shown is None else shown
    wanted = invitees(review, timetable.bookings, organiser, chosen)
    held = frozenset(booking.activity for booking in timetable.bookings)
    due = what_is_due(ledger, wanted.invitations, max(now, _begun(timetable, review)), held=held, again=again)
    return Issuing(due, wanted, timetable, replace(ledger, shown=chosen), ledger)


def _written(
    issuing: Issuing, review: Review, folder: Path, batches: Path, organiser: Organiser, now: datetime
) -> Issuing:
    """Write the messages, and the ledger before and after them."""
    ledger = issuing.ledger
    if not issuing.due:
        if ledger.writing is not None:  # what a dead run may have left tells nobody anything that is still true
            remove_batch(batch_folder(batches, ledger.writing))
        ledger = replace(ledger, writing=None)
        if ledger != issuing.earlier:
            write_ledger(folder, ledger)
        return replace(issuing, ledger=ledger)
    number = ledger.writing or 1 + max(ledger.batches, highest_batch(batches))
    write_ledger(folder, replace(ledger, writing=number))
    batch = batch_folder(batches, number)
    write_batch(batch, issuing.due, review, organiser, now)
    lines = tuple(
        Issued(due.invitation.told, due.uid, due.sequence, due.method, due.hash, issued_at=now, batch=number)
        for due in issuing.due
    )
    ledger = replace(ledger, batches=number, writing=None, issued=(*ledger.issued, *lines))
    write_ledger(folder, ledger)
    log.info("issued %d messages as batch %d", len(lines), number)
    return replace(issuing, ledger=ledger, folder=batch)


def _begun(timetable: Timetable, review: Review) -> datetime:
    """Return the beginning of the day on which `timetable` was planned: what ended before it is over there, too."""
    if timetable.today is None:
        return LONG_AGO
    return datetime.combine(timetable.today, time(), review.timezone)


def _refuse_rehearsal(review: Review) -> None:
    """Refuse to invite people to what was planned for a day that is made up."""
    if review.rehearsal:
        expected = "nobody is invited from a rehearsal"
        hint = "Take the line out of review.toml, run `ltsched plan` again, and then invite."
        raise InvalidReview([Mistake(REVIEW_FILE, "today", "the review is a rehearsal", expected, hint)])


def _partial(timetable: Timetable) -> Mistake:
    """Return that nobody is invited to a partial timetable unless that is asked for."""
    out = len(timetable.left_out)
    found = f"it is partial: {plural(out, 'activity is', 'activities are')} left out"
    hint = "Plan again when there is room for it, or `ltsched invite --partial` invites to what there is."
    return Mistake(TIMETABLE_FILE, "partial", found, "expected every activity of the review", hint)


def _organiser(review: Review) -> Organiser:
    if review.organiser is None:
        expected = "expected name and email of who invites, to whom the answers go"
        raise InvalidReview([Mistake(REVIEW_FILE, "organiser", "missing", expected)])
    return review.organiser


def _require_known(again: Collection[str], ledger: Ledger) -> None:
    """Refuse ids for which there is nothing to issue once more."""
    known = dict.fromkeys(line.told.recipient for line in ledger.standing())
    mistakes = [
        Mistake(LEDGER_FILE, "recipient", f"nobody there has the id {quoted(id)}", "", did_you_mean(id, known))
        for id in again
        if id not in known
    ]
    if mistakes:
        raise InvalidReview(mistakes)
