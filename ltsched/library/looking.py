"""What is seen of a review without planning it, by looking and counting alone: no solver is loaded."""

from __future__ import annotations

from ltsched.domain.explaining.step import Call
from ltsched.domain.reasons import Reason
from ltsched.domain.review import Review
from ltsched.domain.words.explaining.calling import by_id, call_of
from ltsched.options.expand import expand
from ltsched.solve.early.warnings import early_warnings as warnings_of
from ltsched.solve.reasons.counted import capacity as capacity_of

__all__ = ["capacity", "early_warnings"]


def capacity(review: Review, *, names: bool = True) -> tuple[Reason, ...]:
    """Return what `review` needs of each person and each pool, and what there is, the tightest first.

    Where there is too little, which proves that nothing fits, it has advice. Nothing is told of what there is plenty
    of.

    Parameters
    ----------
    names
        Whether the sentences have names beside the ids; else ids alone.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    """
    agenda = expand(review)
    return capacity_of(agenda, call_of(review, agenda.activities) if names else by_id)


def early_warnings(review: Review, *, names: bool = True, same: str = "") -> tuple[Reason, ...]:
    """Return what is close to impossible about `review`, the closest first, or what is impossible already.

    Where something is impossible, that alone is told, and says so. Nothing follows from an empty answer: all together
    may still not fit.

    Parameters
    ----------
    names
        Whether the sentences have names beside the ids; else ids alone.
    same
        What follows ``ltsched explain`` where something is impossible; left out it is the folder of the review.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    """
    agenda = expand(review)
    call: Call = call_of(review, agenda.activities) if names else by_id
    return tuple(early.reason for early in warnings_of(agenda, call, same=same))
