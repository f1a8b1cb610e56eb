"""Where each activity could start, if it were alone: the people, the window and the rooms considered."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Shape, Spread
from ltsched.domain.seating import seating_order
from ltsched.domain.spans import Spans
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking

__all__ = [
    "Candidates",
    "FreeTime",
    "bit_set",
    "count_at",
    "counters",
    "even_days",
    "find_candidates",
    "panel_bits",
    "window_bits",
]

EXACT_PANEL = 2
"""Panels up to this size are enumerated; larger ones are only counted, and the model is exact for all."""


@dataclass(frozen=True, slots=True)
class FreeTime:
    """For each person and room, bit sets of slots: free (if needed or not), and touched by an "if needed" entry."""

    grid: TimeGrid
    step_minutes: int
    free: Mapping[str, int]
    if_needed: Mapping[str, int]

    @classmethod
    def of(cls, agenda: Agenda, grid: TimeGrid) -> FreeTime:
        """Put everybody's availability on `grid`."""
        return cls(
            grid,
            agenda.option.whole("start-step-minutes"),
            {id: grid.free_slots(available.free) for id, available in agenda.availability.items()},
            {id: grid.touched_slots(available.if_needed) for id, available in agenda.availability.items()},
        )

    def starts(self, id: str, length: int) -> int:
        """Return the slots at which `id` can start something of `length` slots."""
        return self.grid.starts(self.free[id], length, self.step_minutes)

    def runs(self, id: str, day: date) -> list[tuple[int, int]]:
        """Return the stretches of slots on `day` at which `id` is free, half-open, in order."""
        return list(self.grid.runs(self.free[id] & self.grid.day_mask(day)))

    def reluctant(self, id: str, length: int) -> int:
        """Return the slots at which something of `length` slots would take time that `id` gives only if needed."""
        touched = self.if_needed[id]
        found = 0
        for shift in range(length):
            found |= touched >> shift
        return found


@dataclass(frozen=True, slots=True)
class Candidates:
    """The starts that an activity could have.

    Parameters
    ----------
    length, gap
        Slots that it takes, and slots that are kept free for its panel afterwards; together rounded up once.
    starts
        Slots, in order.
    come
        For each start, how many of those invited can come: they are free, and the largest room has a seat for them.
    comes
        For each person expected (not those who must come), in the order in which they are given seats, the starts at
        which they are free, as a bit set.
    reluctant
        For each person who may attend, the starts at which that would take their "if needed" time, as a bit set.
    rooms
        For each room that could do at some start: the starts at which it is free, where it seats those who must come,
        the panel and the quorum.
    seats
        For each of these rooms, the seats that are left for those expected.
    """

    activity: Activity
    length: int
    gap: int
    starts: tuple[int, ...]
    come: Mapping[int, int]
    comes: Mapping[str, int]
    reluctant: Mapping[str, int]
    rooms: Mapping[str, int]
    seats: Mapping[str, int]

    @property
    def bits(self) -> int:
        """The starts as a bit set."""
        return bit_set(self.starts)

    def only(self, keep: int) -> Candidates:
        """Return these candidates with only the starts in the bit set `keep`."""
        return replace(self, starts=tuple(TimeGrid.members(self.bits & keep)))

    def most_seats(self, slot: int) -> int:
        """Return how many of those expected have a seat in the largest room for a start; all, if it takes no room."""
        return max((self.seats[id] for id, bits in self.rooms.items() if bits >> slot & 1), default=len(self.comes))

    def fewest_seats(self, slot: int) -> int:
        """Return how many of those expected have a seat in the smallest room for a start; all, if it takes no room."""
        return min((self.seats[id] for id, bits in self.rooms.items() if bits >> slot & 1), default=len(self.comes))

    def free_at(self, slot: int) -> int:
        """Return how many of those expected are free for a start, whether they have a seat or not."""
        return sum(bits >> slot & 1 for bits in self.comes.values())


def bit_set(slots: Sequence[int]) -> int:
    """Return `slots` as a bit set."""
    found = 0
    for slot in slots:
        found |= 1 << slot
    return found


def even_days(activity: Activity, shape: Shape | None) -> tuple[date, date]:
    """Return the days ``[first, end)`` that its even position leaves an activity: its window, where it has none."""
    window = shape.window_of(activity.id) if isinstance(shape, Spread) else None
    return window or (activity.first, activity.end)


def window_bits(activity: Activity, shape: Shape | None, grid: TimeGrid) -> int:
    """Return the slots on days on which `activity` may lie, by its window, its holds and its even position.

    Without a `shape` no even position is looked at.
    """
    first, end = even_days(activity, shape)
    found = 0
    for day in grid.days:
        if first <= day < end and activity.may_lie_on(day):
            found |= grid.day_mask(day)
    return found


def panel_bits(activity: Activity, free: FreeTime, length: int) -> int:
    """Return the starts at which a panel for `activity` can be found; all of them if it needs none."""
    panel = activity.panel
    if panel is None:
        return (1 << free.grid.slots) - 1
    starts = {member: free.starts(member, length) for member in panel.pool}
    found = 0
    if panel.size <= EXACT_PANEL:
        for chosen in itertools.combinations(panel.pool, panel.size):
            if panel.allows(frozenset(chosen)):
                together = (1 << free.grid.slots) - 1
                for member in chosen:
                    together &= starts[member]
                found |= together
        return found
    enough = at_least(list(starts.values()), panel.size)
    enough &= at_least([starts[lead] for lead in panel.pool if lead in panel.leads], panel.least_leads)
    for member in panel.needed:
        enough &= starts[member]
    return enough


def counters(sets: Sequence[int]) -> list[int]:
    """Count, for all slots at once, in how many of the bit `sets` each is: plane i has bit i of the counts."""
    planes: list[int] = []
    for carry in sets:
        for index, plane in enumerate(planes):
            planes[index], carry = plane ^ carry, plane & carry
        if carry:
            planes.append(carry)
    return planes


def count_at(planes: Sequence[int], slot: int) -> int:
    """Return the count that the planes of `counters` have for one slot."""
    return sum((plane >> slot & 1) << index for index, plane in enumerate(planes))


def at_least(sets: Sequence[int], least: int) -> int:
    """Return the slots that are in at least `least` of the bit sets; for 0 or less that is every slot (−1)."""
    if least <= 0:
        return -1
    planes = counters(sets)
    if least >= 1 << len(planes):
        return 0
    greater, equal = 0, -1
    for index in reversed(range(len(planes))):
        if least >> index & 1:
            equal &= planes[index]
        else:
            greater |= equal & planes[index]
            equal &= ~planes[index]
    return greater | equal


def find_candidates(agenda: Agenda, free: FreeTime) -> dict[str, Candidates]:
    """Return the candidates of every activity of the agenda, by its id; some may have no start at all."""
    over = agenda.over
    return {
        activity.id: _as_it_was(activity, over[activity.id], free)
        if activity.id in over
        else _candidates(activity, agenda, free)
        for activity in agenda.activities
    }


def _as_it_was(activity: Activity, booking: Booking, free: FreeTime) -> Candidates:
    """Return the one start of what is over: what diaries, windows and rooms say today does not matter any more.

    It lies on a day on which nothing else can be, so that of its start only the day counts; that may lie between two
    slots.
    """
    grid = free.grid
    within = (booking.start.hour * 60 + booking.start.minute - grid.opens_minutes) // grid.slot_minutes
    start = grid.day_index[booking.day] * grid.slots_a_day + within
    return Candidates(
        activity=activity,
        length=grid.length(booking.minutes),
        gap=0,
        starts=(start,),
        come={start: len(activity.must)},
        comes=dict.fromkeys(activity.expected, 0),
        reluctant=dict.fromkeys((*activity.invited, *(activity.panel.pool if activity.panel else ())), 0),
        rooms={},
        seats={},
    )


def _candidates(activity: Activity, agenda: Agenda, free: FreeTime) -> Candidates:
    grid = free.grid
    length = grid.length(activity.minutes)
    bits = window_bits(activity, agenda.shape, grid) & panel_bits(activity, free, length) & _unbroken(activity, grid)
    for person in activity.must:
        bits &= free.starts(person, length)
    order = seating_order(agenda.review, activity.expected)
    comes = {person: free.starts(person, length) for person in order}
    bits &= at_least(list(comes.values()), activity.quorum - len(activity.must))
    if not activity.invited and activity.panel is None:
        bits = 0
    rooms, seats = _rooms(activity, agenda, free, length)
    if activity.room is RoomNeed.NEEDED:
        roomed = 0
        for starts in rooms.values():
            roomed |= starts
        bits &= roomed
    planes = counters(list(comes.values()))
    found = tuple(grid.members(bits))
    come: dict[int, int] = {}
    for start in found:
        most = max((seats[id] for id, starts in rooms.items() if starts >> start & 1), default=len(comes))
        come[start] = len(activity.must) + min(count_at(planes, start), most)
    attending = activity.invited + (activity.panel.pool if activity.panel else ())
    return Candidates(
        activity=activity,
        length=length,
        gap=grid.length(activity.minutes + activity.gap_minutes) - length,
        starts=found,
        come=come,
        comes=comes,
        reluctant={person: free.reluctant(person, length) for person in attending},
        rooms={id: starts for id, starts in rooms.items() if starts & bits},
        seats=seats,
    )


def _rooms(activity: Activity, agenda: Agenda, free: FreeTime, length: int) -> tuple[dict[str, int], dict[str, int]]:
    """Return the rooms that could do for `activity`, with the starts at which each is free, and the seats that each
    leaves for those expected; none if it needs no room."""
    if activity.room is not RoomNeed.NEEDED:
        return {}, {}
    must, panel = len(activity.must), activity.panel.size if activity.panel else 0
    seats = {room.id: room.capacity - panel - must for room in agenda.review.rooms}
    seats = {id: count for id, count in seats.items() if count >= max(0, activity.quorum - must)}
    return {id: free.starts(id, length) for id in seats}, seats


def _unbroken(activity: Activity, grid: TimeGrid) -> int:
    """Return the starts from which the clocks do not change before the end; elsewhere the length would be wrong."""
    every = (1 << grid.slots) - 1
    for day in grid.days:
        first, last = grid.start(grid.day_index[day] * grid.slots_a_day), day + timedelta(days=1)
        if first.utcoffset() != first.replace(year=last.year, month=last.month, day=last.day).utcoffset():
            for slot in grid.members(grid.day_mask(day)):
                start = grid.start(slot)
                end = start + timedelta(minutes=activity.minutes)
                if Spans.between(start, end).minutes() != activity.minutes:
                    every &= ~(1 << slot)
    return every
