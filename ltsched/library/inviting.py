"""Issue invitations, and record the answers to them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from ltsched.domain.invitations.answers import Said
from ltsched.domain.invitations.invitations import Shown
from ltsched.domain.invitations.spoken import Spoken
from ltsched.domain.review import Review
from ltsched.errors import WrongUse
from ltsched.files.invitations import recording
from ltsched.files.invitations.issuing import Issuing, issue
from ltsched.files.invitations.recording import Recording
from ltsched.files.invitations.telephone import record_spoken

__all__ = ["invite", "record_answers", "record_replies"]


def invite(
    review: Review,
    *,
    results: str | Path | None = None,
    show_attendees: str | None = None,
    again: Collection[str] = (),
    now: datetime | None = None,
    dry_run: bool = False,
    partial: bool = False,
) -> Issuing:
    """Issue the invitations, updates and cancellations that are due: see `ltsched.files.invitations.issuing.issue`.

    Parameters
    ----------
    review
        A review that was read from a folder: its ledger is kept there.
    results
        The folder with the timetable; None for ``out`` in the folder of the review.
    show_attendees
        ``none`` or ``review-team``; None for what the run before chose.
    again
        Ids of recipients whose invitations are issued once more as they are.
    now
        The time of issue; None for the clock.
    dry_run
        Tell what would be issued, and write nothing.
    partial
        Whether to invite to a timetable from which something is left out.

    Raises
    ------
    ValueError
        `show_attendees` is another word, or the review was not read from a folder (`WrongUse`).
    InvalidReview, UnwritableOutput
        As `issue` says.
    """
    folder = _folder(review)
    return issue(
        review,
        folder,
        folder / "out" if results is None else Path(results),
        shown=None if show_attendees is None else Shown(show_attendees),
        again=again,
        now=now,
        write=not dry_run,
        partial=partial,
    )


def record_replies(review: Review, files: Sequence[str | Path] = (), *, any_address: bool = False) -> Recording:
    """Record answers to invitations: see `ltsched.files.invitations.recording.record_replies`.

    Raises
    ------
    WrongUse
        The review was not read from a folder.
    InvalidReview, UnwritableOutput
        As `record_replies` there says. What is wrong with single files is in the result.
    """
    return recording.record_replies(review, _folder(review), [Path(file) for file in files], any_address=any_address)


def record_answers(
    review: Review,
    *,
    yes: Iterable[tuple[str, str]] = (),
    no: Iterable[tuple[str, str]] = (),
    maybe: Iterable[tuple[str, str]] = (),
    at: datetime | None = None,
    taken_by: str | None = None,
    comment: str = "",
    instead: datetime | None = None,
) -> Recording:
    """Record answers that were given by telephone: see `ltsched.files.invitations.telephone.record_spoken`.

    Parameters
    ----------
    review
        A review that was read from a folder: its ledger is kept there.
    yes, no, maybe
        Who has said so of what: the id of a person and that of an activity, as ``("t3", "joint-meeting:1")``.
    at
        When, in the zone of the review; None for just now.
    taken_by
        Who took them; None for the organiser, empty for nobody in particular.
    comment
        What else was said.
    instead
        The start that is proposed instead, in the zone of the review, for as long as the booking is.

    Raises
    ------
    WrongUse
        The review was not read from a folder.
    InvalidReview, UnwritableOutput
        As `record_spoken` says; then nothing is recorded.

    Examples
    --------
    >>> ltsched.record_answers(review, no=[("t3", "joint-meeting:1")], taken_by="A. Clerk")  # doctest: +SKIP
    """
    words = ((Said.ACCEPTED, yes), (Said.DECLINED, no), (Said.TENTATIVE, maybe))
    spoken = [Spoken(person, activity, said) for said, pairs in words for person, activity in pairs]
    folder = _folder(review)
    return record_spoken(review, folder, spoken, at=at, taken_by=taken_by, comment=comment, instead=instead)


def _folder(review: Review) -> Path:
    if review.folder is None:
        raise WrongUse("the review was not read from a folder, where its ledger would be kept")
    return review.folder
