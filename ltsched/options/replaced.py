"""The review with somebody in the place of somebody else, who takes no part any more."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.people import Person, Role
from ltsched.domain.review import Review
from ltsched.domain.settled import Settled
from ltsched.options.renamed import renamed

__all__ = ["OFFICES", "replaced"]

OFFICES = (Role.LEAD_REVIEWER, Role.REVIEW_TEAM, Role.AUDITOR, Role.ADMINISTRATOR)
"""The roles that somebody else can take over; a practitioner of the case has them of their own."""


def replaced(review: Review, gone: str, instead: str) -> Review:
    """Return `review` with `instead` in the place of `gone`, ids of two people, in all that is still to come.

    `instead` has what office `gone` had besides their own, is a must where they were, and is named where they were in
    activities and in what was agreed. Where `gone` is not known any more, only the names change.
    """
    before = next((person for person in review.people if person.id == gone), None)
    return replace(
        renamed(review, {gone: instead}),
        people=tuple(_person(person, before, instead) for person in review.people),
        settled=tuple(_settled(one, gone, instead) for one in review.settled),
    )


def _person(person: Person, before: Person | None, instead: str) -> Person:
    if before is None:
        return person
    if person.id == before.id:
        return replace(person, roles=(), essential=False, conversation_rank=None)
    if person.id == instead:
        offices = [role for role in before.roles if role in OFFICES]
        roles = tuple(dict.fromkeys((*person.roles, *offices)))
        return replace(person, roles=roles, essential=person.essential or before.essential)
    return person


def _settled(one: Settled, gone: str, instead: str) -> Settled:
    held_by = (instead if id == gone else id for id in one.held_by)
    return replace(one, held_by=tuple(dict.fromkeys(held_by)))
