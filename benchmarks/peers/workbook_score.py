"""What a plan of a workbook is worth by OptaPlanner's own constraints, each weight 1: hard, medium, soft; 0 is best."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from .workbook import Meeting, Workbook

__all__ = ["score"]


def score(book: Workbook, plan: Sequence[tuple[int, int]]) -> tuple[int, int, int]:
    """Return how much `plan`, the first grain and the room of each meeting in order, is penalised.

    Hard: overlaps in a room; ends after the last grain; overlaps of those who are required; seats; more than one day.
    Medium: overlaps of preferred with required or preferred. Soft: as early as possible; no break in between; overlaps;
    larger rooms first; another room for somebody within two grains.
    """
    hard = sum(_alone(book, meeting, *place) for meeting, place in zip(book.meetings, plan, strict=True))
    medium = soft = 0
    larger = {room: sum(max(0, other - seats) for other in book.rooms) for room, seats in enumerate(book.rooms)}
    for meeting, (first, room) in zip(book.meetings, plan, strict=True):
        soft += first + meeting.grains - 1 + larger[room]
    placed = list(zip(book.meetings, plan, strict=True))
    for (one, (first, room)), (other, (second, other_room)) in itertools.combinations(placed, 2):
        both = _overlap(one, first, other, second)
        if both:
            hard += both * (room == other_room) + both * len(set(one.required) & set(other.required))
            medium += both * len(set(one.required) & set(other.preferred))
            medium += both * len(set(one.preferred) & set(other.required))
            medium += both * len(set(one.preferred) & set(other.preferred))
            soft += both
        soft += (first + one.grains == second) + (second + other.grains == first)
        if room != other_room:
            shared = len(_all(one) & _all(other))
            soft += shared * (first < second and second - one.grains - first <= 2)
            soft += shared * (second < first and first - other.grains - second <= 2)
    return hard, medium, soft


def _all(meeting: Meeting) -> set[int]:
    return {*meeting.required, *meeting.preferred}


def _overlap(one: Meeting, first: int, other: Meeting, second: int) -> int:
    return max(0, min(first + one.grains, second + other.grains) - max(first, second))


def _alone(book: Workbook, meeting: Meeting, first: int, room: int) -> int:
    """Return what is hard about one meeting by itself."""
    broken = max(0, meeting.seats - book.rooms[room])
    last, ends = first + meeting.grains - 1, list(itertools.accumulate(book.day_grains))
    if not ends or last >= ends[-1]:
        return broken + last
    day_of = [sum(grain >= end for end in ends) for grain in (first, last)]
    return broken + (day_of[0] != day_of[1])
