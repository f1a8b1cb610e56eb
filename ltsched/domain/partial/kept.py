"""The agenda of what is kept of a review."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from ltsched.domain.agenda import Agenda
from ltsched.domain.partial.left_out import LeftOut
from ltsched.domain.replanning.left_out import bridged, without
from ltsched.domain.settled import State

__all__ = ["kept_of", "still_left_out", "with_left_out"]


def kept_of(agenda: Agenda, ids: Collection[str]) -> Agenda:
    """Return `agenda` with only the activities `ids`; these keep their order and their places."""
    gone = {activity.id for activity in agenda.activities if activity.id not in ids}
    if not gone:
        return agenda
    loads = (replace(one, activities=_others(one.activities, gone)) for one in agenda.daily_loads)
    return agenda.changed(
        activities=tuple(activity for activity in agenda.activities if activity.id not in gone),
        precedences=bridged(agenda.precedences, gone),
        daily_loads=tuple(one for one in loads if one.activities),
        shape=without(agenda.shape, gone),
        optional=_others(agenda.optional, gone),
    )


def still_left_out(agenda: Agenda, left_out: Sequence[LeftOut], booked: Collection[str] = ()) -> tuple[LeftOut, ...]:
    """Return those of `left_out` that can stay so: what is `booked`, over, or agreed on by now is not left out."""
    agreed = {one.activity for one in agenda.review.settled if one.state is State.AGREED and one.day is not None}
    there = agreed.union(agenda.over, booked)
    return tuple(one for one in left_out if one.activity not in there)


def with_left_out(agenda: Agenda, left_out: Sequence[LeftOut]) -> Agenda:
    """Return `agenda` without what is `left_out`, which it tells of."""
    gone = {one.activity for one in left_out}
    kept = kept_of(agenda, [activity.id for activity in agenda.activities if activity.id not in gone])
    return kept.changed(left_out=tuple(left_out))


def _others(ids: Sequence[str], gone: Collection[str]) -> tuple[str, ...]:
    return tuple(id for id in ids if id not in gone)
