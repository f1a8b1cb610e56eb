"""What should be known of the agenda of a review, though it stops nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.option import ForEach
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope, Review
from ltsched.errors import Notice

__all__ = ["agenda_notices"]

REVIEW_FILE = "review.toml"
PEOPLE_FILE = "people.csv"


def agenda_notices(review: Review, activities: Sequence[Activity]) -> list[Notice]:
    """Return what in `review` has no effect under its option, and what its `activities` go without."""
    return [
        *_idle_tables(review),
        *_endless_holds(review),
        *_idle_numbers(review),
        *_absent_roles(review),
        *_many_conversations(review, activities),
        *_without_people(activities),
    ]


def _idle_tables(review: Review) -> Iterator[Notice]:
    """Tell of tables for stages that the option does not have."""
    repeated = {template.for_each for template in review.option.templates}
    tables = (
        ("[[audit]]", review.audits, ForEach.AUDIT),
        ("[[focused-review]]", review.focused_reviews, ForEach.FOCUSED_REVIEW),
    )
    for name, listed, for_each in tables:
        if listed and for_each not in repeated:
            yield Notice(f"{name} has no effect in {review.option.title}", REVIEW_FILE)


def _endless_holds(review: Review) -> Iterator[Notice]:
    for hold in review.holds:
        if hold.scope is HoldScope.PUBLICATION and hold.last is None:
            text = f"the hold on publication from {hold.first} has no end: there is no date after it"
            yield Notice(text, REVIEW_FILE)


def _idle_numbers(review: Review) -> Iterator[Notice]:
    for name in sorted(review.option.idle):
        yield Notice(f"customise.{name} has no effect in {review.option.title}", REVIEW_FILE)
    if review.audits and "audits" in review.option.changed - review.option.idle:
        yield Notice("customise.audits has no effect: [[audit]] lists the files", REVIEW_FILE)


def _absent_roles(review: Review) -> Iterator[Notice]:
    """Tell of roles that activities ask for and nobody has; a family is not asked for, but there or not."""
    present = {role for person in review.people for role in person.roles}
    for role in Role:
        titles = [
            template.title
            for template in review.option.templates
            if template.when != "no"
            and role in (*template.must, *template.expected, *(template.panel.pool if template.panel else ()))
        ]
        if titles and role not in present:
            yield Notice(f"nobody has the role {role}, which is asked for by: {', '.join(titles)}", PEOPLE_FILE)


def _many_conversations(review: Review, activities: Sequence[Activity]) -> Iterator[Notice]:
    usual = review.option.whole("conversations-usual-most")
    conversations = sum(activity.kind == "conversation" for activity in activities)
    if usual and conversations > usual:
        text = f"{review.option.title} has {conversations} conversations; usually there are not more than {usual}"
        yield Notice(text, PEOPLE_FILE)


def _without_people(activities: Sequence[Activity]) -> Iterator[Notice]:
    for activity in activities:
        if not activity.invited and (activity.panel is None or not activity.panel.pool):
            yield Notice(f"{activity.id}: nobody of the review comes to it", PEOPLE_FILE, activity.id)
