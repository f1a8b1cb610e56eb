"""The current timetable of a review, and whether the review is under way; no solver is loaded for it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from ltsched.domain.review import Review
from ltsched.domain.timetable import Timetable
from ltsched.domain.words.wording import plural
from ltsched.errors import InvalidReview
from ltsched.files.invitations.ledger_file import read_ledger
from ltsched.files.results.timetable_of_review import read_current

__all__ = ["current_of", "under_way"]

AFRESH = "The review is under way: `ltsched plan` needs --afresh, and everything that is still to come may move"


def current_of(review: Review, results: str | Path | None = None) -> Timetable:
    """Return the current timetable of `review`, whoever of its people and rooms may have gone since.

    Parameters
    ----------
    results
        The folder it is in; None for ``out`` in the folder of the review.

    Raises
    ------
    InvalidReview
        There is none, or it is one of another review or option; where the review is under way, with what that means
        for planning it again.
    """
    assert review.folder is not None
    try:
        return read_current(review, review.folder / "out" if results is None else Path(results))
    except InvalidReview as error:
        if not _is_under_way(review):
            raise
        mistakes = [replace(one, hint=f"{one.hint} {AFRESH}".strip()) for one in error.mistakes]
        raise InvalidReview(mistakes) from None


def _is_under_way(review: Review) -> bool:
    try:
        return bool(under_way(review))
    except InvalidReview:
        return False  # of the ledger, that is told when it is needed


def under_way(review: Review) -> str:
    """Return in words why `review` is under way: invitations are out, or bookings are past; empty if it is not.

    Raises
    ------
    InvalidReview
        The ledger cannot be understood.
    """
    parts = []
    if review.folder is not None:
        standing = read_ledger(review.folder, review.reference, review.timezone).standing()
        if standing:
            parts.append(f"{plural(len(standing), 'invitation is', 'invitations are')} out")
    if review.over:
        parts.append(f"{plural(len(review.over), 'booking is', 'bookings are')} past")
    return " and ".join(parts)
