"""Bookings within times that a calendar has put together: a free/busy table shows one time where others touch it."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from ltsched.domain.availability import Level
from ltsched.domain.spans import Spans
from ltsched.files.calendars.own_times import OwnTime
from ltsched.files.calendars.series.occurrences import Occurrence

__all__ = ["BESIDE", "LEFT_OPEN", "ROUNDED", "TOGETHER", "WITHIN", "Part", "merged_parts"]

TOGETHER = "bookings of this review, by their times"
WITHIN = "a booking of this review, in a longer time"
ROUNDED = "a booking of this review, in half hours"
BESIDE = "beside a booking of this review"
LEFT_OPEN = "perhaps with a booking of this review in it"

LEAST_MINUTES = 15
"""What is shorter is no engagement of its own."""

HALF_AN_HOUR = 30
LEAST_TIMES = 5
"""So many times of a file on half hours, and none elsewhere, are no accident."""

Span = tuple[int, int]


class Shown(NamedTuple):
    """An own time, and what of a calendar it takes: more than it lasts where that knows half hours only."""

    own: OwnTime
    cover: Span


class Part(NamedTuple):
    """A part of a time in a calendar, in minutes since the epoch, half-open, and what it was taken for.

    `stays` is whether it makes busy as it did.
    """

    span: Span
    why: str
    stays: bool = False


def merged_parts(
    found: Sequence[Occurrence], candidates: Mapping[int, Sequence[OwnTime]]
) -> dict[int, tuple[Part, ...]]:
    """Return the parts of times in which bookings lie, by the index of the occurrence.

    A time that is exactly several bookings, one after another, is these bookings. One that begins or ends with bookings
    which its owner has accepted is the bookings and another engagement, if the rest is long enough for one: the rest
    stays busy. Where the owner has not said yes it may as well be another engagement over the booking: all of it stays
    busy, and it is told. In a file with all its times on half hours, a booking that is not may be wider by as much as
    that takes; what it is wider by stays busy.

    Parameters
    ----------
    found
        All that a calendar shows.
    candidates
        The own times that may lie in a time, by its index.
    """
    in_half_hours = _in_half_hours(found)
    parts: dict[int, tuple[Part, ...]] = {}
    done: set[str] = set()
    for i, owns in candidates.items():
        if found[i].span != found[i].exact or found[i].whole_days:
            continue
        block = found[i].exact
        inside = [
            Shown(own, _cover(own.span) if in_half_hours else own.span) for own in owns if own.activity not in done
        ]
        taken, parted = _taken_apart(block, inside, found[i].busy.level)
        if parted:
            parts[i] = parted
            done |= {one.own.activity for one in taken}
    return parts


def _taken_apart(block: Span, shown: Sequence[Shown], level: Level) -> tuple[list[Shown], tuple[Part, ...]]:
    """Return the own times that lie in a time, and the parts of it; nothing where none does."""
    whole = _one_after_another(block, shown)
    if whole and whole[-1].cover[1] == block[1]:
        exact = all(first.own.span[1] == second.own.span[0] for first, second in itertools.pairwise(whole))
        exact = exact and (whole[0].own.span[0], whole[-1].own.span[1]) == block
        return whole, _parts(block, whole, TOGETHER if exact else ROUNDED)
    if level is Level.BUSY:
        accepted = [one for one in shown if one.own.accepted]
        head = _one_after_another(block, accepted)
        begins = head[-1].cover[1] if head else block[0]
        rest = [one for one in accepted if one not in head and one.own.span[0] >= begins]
        tail = _one_after_another(block, rest, backwards=True)
        ends = tail[0].cover[0] if tail else block[1]
        if (head or tail) and ends - begins >= LEAST_MINUTES:
            return [*head, *tail], _parts(block, [*head, *tail], WITHIN)
    if any(_might_be_within(block, one.own.span) for one in shown):
        return [], (Part(block, LEFT_OPEN, stays=True),)
    return [], ()


def _might_be_within(block: Span, own: Span) -> bool:
    """Return whether a time begins or ends with another, and the rest is long enough for an engagement of its own."""
    rest = block[1] - block[0] - (own[1] - own[0])
    return (own[0] == block[0] or own[1] == block[1]) and rest >= LEAST_MINUTES


def _one_after_another(block: Span, shown: Iterable[Shown], *, backwards: bool = False) -> list[Shown]:
    """Return the own times with which a time begins, each where the one before it ends, in the order of time.

    Backwards, those with which it ends.
    """
    run: list[Shown] = []
    for one in sorted(shown, key=lambda one: one.own.span, reverse=backwards):
        span, (start, end) = one.own.span, one.cover
        if start < block[0] or end > block[1]:
            continue
        if not run:
            touches = end == block[1] if backwards else start == block[0]
        elif backwards:
            touches = end >= run[-1].cover[0] and span[1] <= run[-1].own.span[0]
        else:
            touches = start <= run[-1].cover[1] and span[0] >= run[-1].own.span[1]
        if touches:
            run.append(one)
    return run[::-1] if backwards else run


def _cover(span: Span) -> Span:
    """Return what a time takes in a calendar that knows half hours only."""
    return span[0] // HALF_AN_HOUR * HALF_AN_HOUR, -(-span[1] // HALF_AN_HOUR) * HALF_AN_HOUR


def _parts(block: Span, shown: Iterable[Shown], why: str) -> tuple[Part, ...]:
    """Return the own times, and what they leave of a time."""
    own = Spans.of(one.own.span for one in shown)
    rest = Spans.of([block]) - own
    return tuple(sorted([*(Part(span, why) for span in own), *(Part(span, BESIDE, stays=True) for span in rest)]))


def _in_half_hours(found: Iterable[Occurrence]) -> bool:
    """Return whether a file knows only half hours."""
    edges = [edge for each in found if not each.whole_days for edge in each.exact]
    return len(edges) >= 2 * LEAST_TIMES and all(edge % HALF_AN_HOUR == 0 for edge in edges)
