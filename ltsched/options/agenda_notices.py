"""What should be known of the agenda of a review, though it stops nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ltsched.domain.activities import Activity
from ltsched.domain.option import ForEach, OrderTemplate
from ltsched.domain.people import Role
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.words.file_names import PEOPLE_FILE, REVIEW_FILE
from ltsched.errors import Notice

__all__ = ["agenda_notices"]


def agenda_notices(
    review: Review, activities: Sequence[Activity], working_orders: Sequence[OrderTemplate]
) -> list[Notice]:
    """Return what in `review` has no effect under its option, and what its `activities` go without.

    `working_orders` are the orders of the option that put any activity before another.
    """
    return [
        *_idle_tables(review),
        *_endless_holds(review),
        *_idle_numbers(review),
        *_numbers_of_nothing(review, activities, working_orders),
        *_idle_orders(review, working_orders),
        *_idle_ranks(review),
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


def _numbers_of_nothing(
    review: Review, activities: Sequence[Activity], working_orders: Sequence[OrderTemplate]
) -> Iterator[Notice]:
    """Tell of numbers that only activities and orders would use of which there is none on this agenda."""
    option = review.option
    # One that is held only where it fits is told of by whoever leaves it out.
    perhaps = {template.id for template in option.templates if template.when == "auto"}
    made = {activity.template for activity in activities} | perhaps
    used = set(option.used_anyway).union(
        *(template.numbers for template in option.templates if template.id in made),
        *(order.numbers for order in option.orders if order in working_orders),
        *(order.numbers for order in option.orders if perhaps.intersection(order.before + order.after)),
    )
    for name in sorted(option.changed - option.idle - used):
        titles = [f'"{t.title}"' for t in option.templates if name in t.numbers and t.id not in made and t.when != "no"]
        why = f"there is no {' or '.join(titles)} to plan" if titles else "nothing on the agenda takes it"
        yield Notice(f"customise.{name} has no effect: {why}", REVIEW_FILE)


def _idle_orders(review: Review, working_orders: Sequence[OrderTemplate]) -> Iterator[Notice]:
    """Tell of orders of the review's own that put nothing before anything."""
    working = {order.place for order in working_orders}
    for number in range(1, len(review.settings.orders) + 1):
        if f"order[{number}]" not in working:
            text = f"order[{number}] has no effect: the agenda has no two activities that it puts in order"
            yield Notice(text, REVIEW_FILE)


def _idle_ranks(review: Review) -> Iterator[Notice]:
    ranked = sum(person.conversation_rank is not None for person in review.people)
    held = any(template.for_each is ForEach.KEY_STAFF and template.when != "no" for template in review.option.templates)
    if ranked and not held:
        who = "1 person has" if ranked == 1 else f"{ranked} people have"
        text = f"{who} a rank for a conversation, which has no effect: {review.option.title} holds none"
        yield Notice(text, PEOPLE_FILE)


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
