"""Make changes to a review: what it would be if the edits of each were written into its files and read again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ltsched.domain.availability import NO_DIARY
from ltsched.domain.explaining.changes.freed import FreedTogether
from ltsched.domain.explaining.changes.naming import conversations_with, without_naming
from ltsched.domain.explaining.changes.number_set import ACTIVITY, CUSTOMISE, ORDER, NumberSet
from ltsched.domain.explaining.changes.people import NoConversation, NotEssential, OneMoreReviewer
from ltsched.domain.explaining.changes.rooms import OneMoreRoom, RoomSeats
from ltsched.domain.explaining.changes.said import HoldEnds, NotAgreed, WindowsGone, WindowWidened
from ltsched.domain.explaining.step import Change
from ltsched.domain.review import Review, Settings
from ltsched.errors import InvalidReview, Mistake
from ltsched.options.changes.read_again import read_again

__all__ = ["applied"]


def applied(review: Review, changes: Iterable[Change]) -> Review:
    """Return `review` with `changes` made, one after another.

    Raises
    ------
    InvalidReview
        A number is not within its limits, or the option cannot be read with it. What names an activity that is not
        there any more is found by `expand`.
    """
    settings = review.settings
    for change in changes:
        if isinstance(change, NumberSet):
            settings = _with_number(settings, change)
        else:
            review = _with(review, change)
    if settings is review.settings:
        return review
    mistakes: list[Mistake] = []
    found = read_again(review, settings, mistakes)
    if mistakes:
        raise InvalidReview(mistakes)
    return found


def _with(review: Review, change: Change) -> Review:
    """Return `review` with one change that is no number."""
    match change:
        case FreedTogether():
            return _freed(review, change)
        case NotEssential():
            people = (replace(one, essential=False) if one.id == change.id else one for one in review.people)
            return replace(review, people=tuple(people))
        case NoConversation():
            return _without_conversations(review, change)
        case OneMoreReviewer():
            return replace(review, people=(*review.people, change.person))
        case RoomSeats():
            rooms = (replace(one, capacity=change.after) if one.id == change.id else one for one in review.rooms)
            return replace(review, rooms=tuple(rooms))
        case OneMoreRoom():
            return replace(review, rooms=(*review.rooms, change.room))
        case HoldEnds():
            return _with_hold_ended(review, change)
        case WindowsGone():
            return replace(review, windows=tuple(one for one in review.windows if one not in change.windows))
        case WindowWidened():
            windows = (change.wider if one == change.window else one for one in review.windows)
            return replace(review, windows=tuple(windows))
        case NotAgreed():
            settled = (one for one in review.settled if one.activity != change.said.activity)
            return replace(review, settled=tuple(settled))
    raise TypeError(f"no change of a review: {change!r}")


def _freed(review: Review, change: FreedTogether) -> Review:
    diaries = dict(review.diaries)
    for time in change.times:
        diaries[time.id] = diaries.get(time.id, NO_DIARY).with_freed(time.span)
    return replace(review, diaries=diaries)


def _without_conversations(review: Review, change: NoConversation) -> Review:
    written = {id: rank for rank, id in enumerate(change.ranked, 1)}
    people = (
        replace(one, conversation_rank=None if one.id in change.people else written.get(one.id, one.conversation_rank))
        for one in review.people
    )
    gone = conversations_with(review, change.people)
    return without_naming(replace(review, people=tuple(people)), gone)


def _with_hold_ended(review: Review, change: HoldEnds) -> Review:
    ended = [change.ended if one == change.hold else one for one in review.holds]
    return replace(review, holds=tuple(one for one in ended if one is not None))


def _with_number(settings: Settings, change: NumberSet) -> Settings:
    place, after = change.place, change.after
    if place.table == CUSTOMISE:
        return replace(settings, customise={**settings.customise, place.key: after})
    if place.table == ORDER:
        orders = list(settings.orders)
        orders[int(place.of) - 1] = {**orders[int(place.of) - 1], place.key: after}
        return replace(settings, orders=tuple(orders))
    assert place.table == ACTIVITY
    ids = [table.get("id") for table in settings.activities]
    if place.of not in ids:
        return replace(settings, activities=(*settings.activities, {"id": place.of, place.key: after}))
    tables = [
        {**table, place.key: after} if number == ids.index(place.of) else table
        for number, table in enumerate(settings.activities)
    ]
    return replace(settings, activities=tuple(tables))
