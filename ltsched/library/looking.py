"""What is seen of a review without planning it, by looking and counting alone: no solver is loaded."""

from __future__ import annotations

from ltsched.domain.reasons import Reason
from ltsched.domain.review import Review
from ltsched.options.expand import expand
from ltsched.solve.early.warnings import early_warnings as warnings_of
from ltsched.solve.reasons.counted import capacity as capacity_of

__all__ = ["capacity", "early_warnings"]


def capacity(review: Review) -> tuple[Reason, ...]:
    """Return what `review` needs of each person and each pool, and what there is, the tightest first.

    Where there is too little, which proves that nothing fits, it has advice. Nothing is told of what there is plenty
    of.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    """
    return capacity_of(expand(review))


def early_warnings(review: Review, *, same: str = "") -> tuple[Reason, ...]:
    """Return what is close to impossible about `review`, the closest first, or what is impossible already.

    Where something is impossible, that alone is told, and says so. Nothing follows from an empty answer: all together
    may still not fit, and of a review that is under way nothing is told.

    Parameters
    ----------
    same
        What follows ``ltsched explain`` where something is impossible; left out it is the folder of the review.

    Raises
    ------
    InvalidReview
        The review names an activity that its option does not have.
    """
    return tuple(early.reason for early in warnings_of(expand(review), same=same))
