"""What the meetings of a day leave of it to those who hold conversations."""

from __future__ import annotations

import itertools
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.packing import most_in_a_day
from ltsched.model.patterns.layouts import Layout, Meeting

__all__ = ["Fits", "Group", "Room", "fits", "groups_of", "room_of", "starts_held_by"]

Room = Mapping[tuple[str, int], int]
"""For each lead reviewer and each group, by its number: the starts on a day that the meetings of the day leave."""


@dataclass(frozen=True, slots=True)
class Group:
    """Activities with panels that are alike in length, in the gap after them, and in their order among the meetings.

    Parameters
    ----------
    length, gap
        In slots.
    preceded, followed
        Ids of the meetings before them, and after them.
    ids
        Which they are.
    """

    length: int
    gap: int
    preceded: frozenset[str]
    followed: frozenset[str]
    ids: tuple[str, ...]


def groups_of(
    held: Sequence[Candidates], meetings: Sequence[Meeting], after: Mapping[str, frozenset[str]]
) -> list[Group]:
    """Return the groups of `held`, among these meetings; `after` has what comes after each activity."""
    found: dict[Hashable, list[Candidates]] = {}
    keys: dict[Hashable, tuple[int, int, frozenset[str], frozenset[str]]] = {}
    for own in held:
        id = own.activity.id
        preceded = frozenset(meeting.id for meeting in meetings if id in meeting.after)
        followed = frozenset(meeting.id for meeting in meetings if meeting.id in after[id])
        key = own.length, own.gap, preceded, followed
        keys[key] = key
        found.setdefault(key, []).append(own)
    return [Group(*keys[key], tuple(own.activity.id for own in group)) for key, group in found.items()]


def room_of(layout: Layout, groups: Sequence[Group], leads: Sequence[str], day: int, slots_a_day: int) -> Room:
    """Return the starts on a day at which each lead reviewer can hold one of each group beside the meetings laid.

    From its start to its end no meeting is on to which they must come, nor until the end of the gap after it; it ends
    before the meetings that come after it, and begins when those before it have ended.
    """
    low = day * slots_a_day
    whole = ((1 << slots_a_day) - 1) << low
    free = {lead: ~_taken(layout, lead) for lead in leads}
    found = {}
    for number, group in enumerate(groups):
        within = whole
        for meeting, start in layout:
            if meeting.id in group.preceded:
                within &= -1 << (start + meeting.own.length)
            if meeting.id in group.followed:
                within &= (1 << start) - 1
        for lead in leads:
            starts = _run(within & free[lead], group.length) & _run(free[lead], group.length + group.gap)
            found[lead, number] = starts & whole
    return found


def _taken(layout: Layout, lead: str) -> int:
    """Return the slots that the meetings take from `lead`; after what they hold themselves, the gap as well."""
    taken = 0
    for meeting, start in layout:
        activity = meeting.own.activity
        if lead in activity.must:
            taken |= ((1 << meeting.own.length) - 1) << start
        elif activity.panel is not None and lead in activity.panel.needed:
            taken |= ((1 << (meeting.own.length + meeting.own.gap)) - 1) << start
    return taken


def _run(slots: int, length: int) -> int:
    """Return the slots from which on `length` slots are in the set `slots`."""
    found = slots
    for shift in range(1, length):
        found &= slots >> shift
    return found


def starts_held_by(own: Candidates, lead: str, free: FreeTime, *, gladly: bool = False) -> int:
    """Return the starts at which `lead` can hold `own`: they are free, and so is somebody to hold it with them.

    With `gladly` only those at which neither they nor somebody to hold it with them, nor who must come, gives time that
    they give only if needed.
    """
    panel = own.activity.panel
    starts = own.bits & _able(own, lead, free, gladly)
    if gladly:
        for person in own.activity.must:
            starts &= ~own.reluctant[person]
    if panel is None or panel.size != 2:
        return starts
    partners = 0
    for other in panel.pool:
        if panel.allows(frozenset((lead, other))):
            partners |= _able(own, other, free, gladly)
    return starts & partners


def _able(own: Candidates, member: str, free: FreeTime, gladly: bool) -> int:
    starts = free.starts(member, own.length)
    return starts & ~own.reluctant[member] if gladly else starts


@dataclass(frozen=True, slots=True)
class Fits:
    """What one person can hold on one day, at the most.

    Parameters
    ----------
    never
        What does not fit into it: single activities, and pairs that do not fit into it together.
    most
        How many do at most.
    """

    never: frozenset[frozenset[str]]
    most: int


def fits(starts: Mapping[str, int], lengths: Mapping[str, int], limit: int) -> Fits:
    """Return what fits into a day of one person, one after the other.

    Parameters
    ----------
    starts
        By activity, those starts of the day at which they could hold it; perhaps none.
    lengths
        By activity, how many slots it takes, its gap included.
    limit
        The most that they may hold on a day.
    """
    possible = {id: bits for id, bits in starts.items() if bits}
    if not possible:
        return Fits(frozenset(frozenset((id,)) for id in starts), 0)
    ends = {id: (bits & -bits).bit_length() - 1 + lengths[id] for id, bits in possible.items()}
    latest = {id: bits.bit_length() - 1 for id, bits in possible.items()}
    pairs = [
        frozenset(pair)
        for pair in itertools.combinations(possible, 2)
        if ends[pair[0]] > latest[pair[1]] and ends[pair[1]] > latest[pair[0]]
    ]
    every = 0
    for bits in possible.values():
        every |= bits
    most = most_in_a_day(every, min(lengths[id] for id in possible), min(limit, len(possible)))
    return Fits(frozenset((*pairs, *(frozenset((id,)) for id in starts if id not in possible))), most)
