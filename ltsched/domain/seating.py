"""Who gets a seat where a room has fewer than could come."""

from __future__ import annotations

from collections.abc import Iterable

from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review

__all__ = ["seating_order"]


def seating_order(review: Review, people: Iterable[str]) -> tuple[str, ...]:
    """Return `people` (ids) in the order in which they are given seats.

    Those who are essential come first, then lead reviewers, then the rest of the review team, then the key staff by
    rank, 1 first, then everybody else; those alike in the order of people.csv. Who must come to a booking, and who
    holds it, has a seat before anybody is asked.
    """
    wanted = frozenset(people)
    return tuple(person.id for person in sorted((one for one in review.people if one.id in wanted), key=_key))


def _key(person: Person) -> tuple[bool, bool, bool, bool, int]:
    rank = person.conversation_rank
    return (
        not person.essential,
        not person.has(Role.LEAD_REVIEWER),
        not person.has(Role.REVIEW_TEAM),
        rank is None,
        rank or 0,
    )
