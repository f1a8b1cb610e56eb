"""What waits for the end of a hold that has none."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.replanning.left_out import bridged, without
from ltsched.domain.review import Hold, HoldScope
from ltsched.domain.settled import State
from ltsched.domain.words.file_names import REVIEW_FILE
from ltsched.errors import Notice

__all__ = ["held_without_end", "waiting_for", "with_waiting"]


def held_without_end(agenda: Agenda) -> dict[str, Hold]:
    """Return the activities still to come that a hold without an end keeps out of every day from some day on.

    Each with the first such hold: one on the review, or on the activity itself.
    """
    endless = [hold for hold in agenda.review.holds if hold.last is None]
    kept = _kept(agenda)
    found: dict[str, Hold] = {}
    for activity in agenda.activities:
        if activity.id in kept:
            continue
        names = {activity.id, activity.template, activity.id.partition(":")[0]}
        own = [
            hold
            for hold in endless
            if hold.scope is HoldScope.REVIEW or (hold.scope is HoldScope.ACTIVITY and hold.target in names)
        ]
        if own:
            found[activity.id] = min(own, key=lambda hold: hold.first)
    return found


def _kept(agenda: Agenda) -> set[str]:
    """Return what is over, or agreed on for a day or a time: no hold puts that off."""
    agreed = {one.activity for one in agenda.review.settled if one.state is State.AGREED and one.day is not None}
    return agreed.union(agenda.over)


def waiting_for(agenda: Agenda, days: dict[str, date]) -> tuple[str, ...]:
    """Return what waits, in the order of the agenda: what was booked after such a hold begins, or was not booked.

    What comes after something that waits does, too.

    Parameters
    ----------
    days
        On which day each activity was booked before, by id.
    """
    held = held_without_end(agenda)
    found = {id for id, hold in held.items() if id not in days or days[id] >= hold.first}
    growing = True
    while growing:
        after = {rule.after for rule in agenda.precedences if rule.before in found}.difference(agenda.over, found)
        after -= _kept(agenda)
        growing = bool(after)
        found |= after
    return tuple(activity.id for activity in agenda.activities if activity.id in found)


def with_waiting(agenda: Agenda, ids: Collection[str]) -> Agenda:
    """Return `agenda` without the activities `ids`, which wait; the others keep their order and their places."""
    if not ids:
        return agenda
    loads = (replace(one, activities=_others(one.activities, ids)) for one in agenda.daily_loads)
    waiting = tuple(activity.id for activity in agenda.activities if activity.id in ids)
    reasons = {hold.reason for hold in held_without_end(agenda).values() if hold.reason}
    why = f" ({', '.join(sorted(reasons))})" if reasons else ""
    verb = "waits" if len(waiting) == 1 else "wait"
    text = f"{len(waiting)} of the bookings {verb} for the end of a hold that has none{why}: the report has no date"
    return replace(
        agenda,
        activities=tuple(activity for activity in agenda.activities if activity.id not in ids),
        precedences=bridged(agenda.precedences, ids),
        daily_loads=tuple(one for one in loads if one.activities),
        shape=without(agenda.shape, ids),
        optional=_others(agenda.optional, ids),
        notices=(*agenda.notices, Notice(text, REVIEW_FILE)),
        waiting=waiting,
    )


def _others(ids: Iterable[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)
