"""What will not take place, as people have settled."""

from __future__ import annotations

from ltsched.domain.review import Review
from ltsched.domain.settled import State

__all__ = ["dropped_of"]


def dropped_of(review: Review) -> frozenset[str]:
    """Return the ids of what will not take place."""
    return frozenset(one.activity for one in review.settled if one.state is State.DROPPED)
