"""The review with somebody in the place of somebody else, who takes no part any more."""

from __future__ import annotations

from dataclasses import replace

from ltsched.domain.option import Option, PanelTemplate
from ltsched.domain.people import Person, Role
from ltsched.domain.review import FocusedReview, Review
from ltsched.domain.settled import Settled

__all__ = ["replaced"]

OFFICES = (Role.LEAD_REVIEWER, Role.REVIEW_TEAM, Role.AUDITOR, Role.ADMINISTRATOR)
"""The roles that somebody else can take over; a practitioner of the case has them of their own."""


def replaced(review: Review, gone: str, instead: str) -> Review:
    """Return `review` with `instead` in the place of `gone`, ids of two people, in all that is still to come.

    `instead` has what office `gone` had besides their own, is a must where they were, and is named where they were in
    activities and in what was agreed. Where `gone` is not known any more, only the names change.
    """
    return replace(
        review,
        people=tuple(_person(person, review, gone, instead) for person in review.people),
        option=_renamed(review.option, gone, instead),
        focused_reviews=tuple(_focused(one, gone, instead) for one in review.focused_reviews),
        settled=tuple(_settled(one, gone, instead) for one in review.settled),
    )


def _person(person: Person, review: Review, gone: str, instead: str) -> Person:
    before = next((other for other in review.people if other.id == gone), None)
    if person.id == gone:
        return replace(person, roles=(), essential=False, conversation_rank=None)
    if person.id == instead and before is not None:
        offices = [role for role in before.roles if role in OFFICES]
        roles = tuple(dict.fromkeys((*person.roles, *offices)))
        return replace(person, roles=roles, essential=person.essential or before.essential)
    return person


def _names(names: tuple[str, ...], gone: str, instead: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(instead if name == gone else name for name in names))


def _renamed(option: Option, gone: str, instead: str) -> Option:
    def panel(one: PanelTemplate | None) -> PanelTemplate | None:
        return None if one is None else replace(one, pool=_names(one.pool, gone, instead))

    templates = (
        replace(
            one,
            must=_names(one.must, gone, instead),
            expected=_names(one.expected, gone, instead),
            panel=panel(one.panel),
        )
        for one in option.templates
    )
    return replace(option, templates=tuple(templates))


def _focused(one: FocusedReview, gone: str, instead: str) -> FocusedReview:
    return one if one.case_group is None else replace(one, case_group=_names(one.case_group, gone, instead))


def _settled(one: Settled, gone: str, instead: str) -> Settled:
    return replace(one, held_by=_names(one.held_by, gone, instead))
