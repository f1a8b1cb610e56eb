"""All that can be counted of an agenda: what it needs of each person and pool, and what there is, short or not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from ltsched.domain.capacity import Tally
from ltsched.solve.arithmetic.counting import Counting
from ltsched.solve.arithmetic.stretches import Frame

__all__ = ["find_tallies"]

TOLD_UP_TO = 1.0
"""Of twice what is needed, and more, nothing is told."""

Count = Callable[[Sequence[int]], Iterable[Tally]]


def find_tallies(
    counting: Counting, *, up_to: float = TOLD_UP_TO, up_to_in_hours: float = TOLD_UP_TO
) -> tuple[Tally, ...]:
    """Return what is needed of each person and each pool, and what there is, the tightest first.

    Of each group of people it is told in the tightest part of the best week or block, and once. Nothing is told where
    more than the share `up_to` of what is needed is to spare, or `up_to_in_hours` of somebody's time.
    """
    kept: dict[tuple[str, ...], Tally] = {}
    for frame in counting.frames:
        for tally in _in_frame(counting, frame, up_to, up_to_in_hours):
            other = kept.get(tally.people)
            if other is None or _closeness(tally) < _closeness(other):
                kept[tally.people] = tally
    return tuple(sorted(_together(kept.values()), key=_closeness))


def _in_frame(counting: Counting, frame: Frame, up_to: float, up_to_in_hours: float) -> Iterator[Tally]:
    for group in counting.groups(frame):
        best = _best(partial(group.tallies, frame, full=True), frame, up_to)
        if best is not None:
            yield replace(best, rooms=group.rooms(frame, best))
    hours = counting.hours(frame)
    for person, needed in hours.needed.items():
        if len(needed) > 1:  # of one activity it is the days that count
            best = _best(partial(hours.tallies, person, only_short=True), frame, up_to_in_hours)
            if best is not None and len(best.activities) > 1:
                yield best


def _best(count: Count, frame: Frame, up_to: float) -> Tally | None:
    """Return the tightest part of the best stretch; None if one of them has more to spare than `up_to`."""
    best: Tally | None = None
    for stretch in frame.stretches:
        found = min(count(stretch), key=_closeness, default=None)
        if found is None or found.spare > up_to:
            return None
        if best is None or _closeness(found) > _closeness(best):
            best = found
    return best


def _together(tallies: Iterable[Tally]) -> Iterator[Tally]:
    """Yield the tallies, those of several people as one where all else is the same about their time."""
    same: dict[object, list[Tally]] = {}
    for tally in tallies:
        key = (tally.activities, tally.days, tally.possible) if tally.in_minutes else tally.people
        same.setdefault(key, []).append(tally)
    for own in same.values():
        yield replace(own[0], people=tuple(sorted({person for tally in own for person in tally.people})))


def _closeness(tally: Tally) -> tuple[float, int]:
    return tally.spare, -len(tally.activities)
