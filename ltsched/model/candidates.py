"""Where each activity could start, if it were alone: the people, the window and the rooms considered."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Shape, Spread
from ltsched.domain.seating import seating_order
from ltsched.domain.spans import Spans, minute_before
from ltsched.domain.timegrid import TimeGrid
from ltsched.domain.timetable import Booking
from ltsched.model.bit_sets import at_least, bit_set, count_at, counters
from ltsched.model.free_time import FreeTime
from ltsched.model.settled.agreed import exact_span
from ltsched.model.settled.wished import wished_bits

__all__ = ["EXACT_PANEL", "Candidates", "even_days", "find_candidates", "panel_bits", "starts_alone", "window_bits"]

EXACT_PANEL = 2
"""Panels up to this size are enumerated; larger ones are only counted, and the model is exact for all."""


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
    bits: int = field(init=False, repr=False, compare=False)
    """The starts as a bit set."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "bits", bit_set(self.starts))

    def only(self, keep: int) -> Candidates:
        """Return these candidates with only the starts in the bit set `keep`."""
        left = self.bits & keep
        return self if left == self.bits else replace(self, starts=tuple(TimeGrid.members(left)))

    def most_seats(self, slot: int) -> int:
        """Return how many of those expected have a seat in the largest room for a start; all, if it takes no room."""
        return max((self.seats[id] for id, bits in self.rooms.items() if bits >> slot & 1), default=len(self.comes))

    def fewest_seats(self, slot: int) -> int:
        """Return how many of those expected have a seat in the smallest room for a start; all, if it takes no room."""
        return min((self.seats[id] for id, bits in self.rooms.items() if bits >> slot & 1), default=len(self.comes))

    def free_at(self, slot: int) -> int:
        """Return how many of those expected are free for a start, whether they have a seat or not."""
        return sum(bits >> slot & 1 for bits in self.comes.values())


def even_days(activity: Activity, shape: Shape | None) -> tuple[date, date]:
    """Return the days ``[first, end)`` that its even position leaves an activity: its window, where it has none."""
    window = shape.window_of(activity.id) if isinstance(shape, Spread) else None
    return window or (activity.soonest, activity.end)


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


def find_candidates(agenda: Agenda, free: FreeTime) -> dict[str, Candidates]:
    """Return the candidates of every activity of the agenda, by its id; some may have no start at all."""
    return {activity.id: _found(activity, agenda, free) for activity in agenda.activities}


def _found(activity: Activity, agenda: Agenda, free: FreeTime) -> Candidates:
    if activity.id in agenda.over:
        return _as_it_was(activity, agenda.over[activity.id], free)
    return _candidates(activity, agenda, free) if activity.agreed is None else _as_agreed(activity, agenda, free)


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


def _as_agreed(activity: Activity, agenda: Agenda, free: FreeTime) -> Candidates:
    """Return the one start of what was agreed on: whoever must come does, whoever is expected comes if they are free.

    It covers whole slots: from the one in which it starts to the one in which it ends. Who comes, and whose time that
    is only "if needed", is looked up to the minute.
    """
    grid, begins = free.grid, activity.agreed
    low, high = exact_span(activity)
    assert begins is not None
    since = begins.hour * 60 + begins.minute - grid.opens_minutes
    within = since // grid.slot_minutes
    start = grid.day_index[begins.date()] * grid.slots_a_day + within
    length = grid.length(since + activity.minutes) - within
    pool = activity.panel.pool if activity.panel else ()
    order = seating_order(agenda.review, activity.expected)
    comes = {id: int(agenda.availability[id].free.covers(low, high)) << start for id in order}
    asked = {id: agenda.availability[id].if_needed.touches(low, high) for id in (*activity.invited, *pool)}
    return Candidates(
        activity=activity,
        length=length,
        gap=max(0, grid.length(since + activity.minutes + activity.gap_minutes) - within - length),
        starts=(start,),
        come={start: len(activity.must) + sum(bits > 0 for bits in comes.values())},
        comes=comes,
        reluctant={id: int(touched) << start for id, touched in asked.items()},
        rooms={},
        seats={},
    )


def starts_alone(activity: Activity, agenda: Agenda, free: FreeTime) -> Candidates:
    """Return the candidates of an activity without what its starts cost: nobody is counted, and nobody is reluctant.

    That is sooner found where only whether something fits is asked.
    """
    if activity.id in agenda.over or activity.agreed is not None:
        return _found(activity, agenda, free)
    return _uncounted(activity, agenda, free)


def _uncounted(activity: Activity, agenda: Agenda, free: FreeTime) -> Candidates:
    grid = free.grid
    length = grid.length(activity.minutes)
    bits = window_bits(activity, agenda.shape, grid) & panel_bits(activity, free, length) & _unbroken(activity, grid)
    if activity.windows:
        bits &= wished_bits(activity, grid)
    for person in activity.must:
        bits &= free.starts(person, length)
    order = seating_order(agenda.review, activity.expected)
    comes = {person: _to_the_minute(person, activity, agenda, free) for person in order}
    bits &= at_least(list(comes.values()), activity.quorum - len(activity.must))
    if not activity.invited and activity.panel is None:
        bits = 0
    rooms, seats = _rooms(activity, agenda, free)
    if activity.room is RoomNeed.NEEDED:
        roomed = 0
        for starts in rooms.values():
            roomed |= starts
        bits &= roomed
    return Candidates(
        activity=activity,
        length=length,
        gap=grid.length(activity.minutes + activity.gap_minutes) - length,
        starts=tuple(grid.members(bits)),
        come={},
        comes=comes,
        reluctant={},
        rooms={id: starts for id, starts in rooms.items() if starts & bits},
        seats=seats,
    )


def _candidates(activity: Activity, agenda: Agenda, free: FreeTime) -> Candidates:
    found = _uncounted(activity, agenda, free)
    come = dict.fromkeys(found.starts, len(activity.must))
    planes = counters(list(found.comes.values()))
    for start in found.starts if planes else ():
        come[start] += min(count_at(planes, start), found.most_seats(start))
    attending = activity.invited + (activity.panel.pool if activity.panel else ())
    reluctant = {person: _reluctant(person, activity, agenda, free, found.bits) for person in attending}
    return replace(found, come=come, reluctant=reluctant)


def _to_the_minute(id: str, activity: Activity, agenda: Agenda, free: FreeTime) -> int:
    """Return the starts at which a person or a room is free for `activity`: of the last slot, its own minutes count."""
    grid = free.grid
    length = grid.length(activity.minutes)
    found = free.starts(id, length)
    if activity.minutes % grid.slot_minutes:
        nearly = grid.starts((1 << grid.slots) - 1, length, free.step_minutes) & ~found
        nearly &= free.starts(id, length - 1) if length > 1 else nearly
        for slot in grid.members(nearly):
            low = minute_before(grid.start(slot))
            if agenda.availability[id].free.covers(low, low + activity.minutes):
                found |= 1 << slot
    return found


def _reluctant(person: str, activity: Activity, agenda: Agenda, free: FreeTime, bits: int) -> int:
    """Return the starts at which `activity` takes time that `person` gives only if needed: of the last slot that it
    takes, its own minutes alone count."""
    grid = free.grid
    length = grid.length(activity.minutes)
    found = free.reluctant(person, length)
    if activity.minutes % grid.slot_minutes:
        if_needed = agenda.availability[person].if_needed
        for slot in grid.members(found & bits & ~free.reluctant(person, length - 1)):
            low = minute_before(grid.start(slot))
            if not if_needed.touches(low, low + activity.minutes):
                found &= ~(1 << slot)
    return found


def _rooms(activity: Activity, agenda: Agenda, free: FreeTime) -> tuple[dict[str, int], dict[str, int]]:
    """Return the rooms that could do for `activity`, with the starts at which each is free, and the seats that each
    leaves for those expected; none if it needs no room."""
    if activity.room is not RoomNeed.NEEDED:
        return {}, {}
    must, panel = len(activity.must), activity.panel.size if activity.panel else 0
    rooms = (room for room in agenda.review.rooms if activity.in_room in (None, room.id))
    seats = {room.id: room.capacity - panel - must for room in rooms}
    seats = {id: count for id, count in seats.items() if count >= max(0, activity.quorum - must)}
    return {id: _to_the_minute(id, activity, agenda, free) for id in seats}, seats


def _unbroken(activity: Activity, grid: TimeGrid) -> int:
    """Return the starts from which the clocks do not change before the end; elsewhere the length would be wrong."""
    every = (1 << grid.slots) - 1
    for day in grid.uneven_days:
        for slot in grid.members(grid.day_mask(day)):
            start = grid.start(slot)
            end = start + timedelta(minutes=activity.minutes)
            if Spans.between(start, end).minutes() != activity.minutes:
                every &= ~(1 << slot)
    return every
