"""Plan as people do it by hand: the earliest slot that suits, for a meeting the one that most can come to.

One activity after another, in the order in which they have to come, nothing is taken back. Where that ends nowhere, the
next week, the next block or the next day is tried; then the meetings first and the conversations around them; and then
both with the earliest slot that will do, whoever misses it.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Blocks, OneDay, OneWeek, Precedence, Spread, monday
from ltsched.model.candidates import Candidates
from ltsched.model.decode import Placed

from .problem import Problem, allowed_panels

__all__ = ["plan_by_hand"]

LOOK_AHEAD_DAYS = 10
"""How many days of the grid after the first that is possible are looked at for the one that most can come to."""

Frame = Mapping[str, int]
"""For each activity, the starts that are looked at, as a bit set."""


def plan_by_hand(problem: Problem) -> tuple[Placed, ...] | None:
    """Return the first plan that comes out; None if none does."""
    frames = list(_frames(problem))
    for look_ahead_days, meetings_first in itertools.product((LOOK_AHEAD_DAYS, None), (False, True)):
        order = _in_order(problem.agenda, problem.candidates, meetings_first)
        for frame in frames:
            diary = _Diary(problem, frame, look_ahead_days)
            if all(diary.book(problem.candidates[id]) for id in order):
                return tuple(diary.placed.values())
    return None


def _frames(problem: Problem) -> Iterator[Frame]:
    """Yield what to try, in order: for a packed review each week, each two blocks or each day; else everything."""
    shape, grid = problem.agenda.shape, problem.grid
    every = {id: own.bits for id, own in problem.candidates.items()}
    weeks: dict[object, int] = {}
    for day in grid.days:
        weeks[monday(day)] = weeks.get(monday(day), 0) | grid.day_mask(day)
    if isinstance(shape, OneWeek):
        frames: Iterable[Frame] = (dict.fromkeys(shape.activities, week) for week in weeks.values())
    elif isinstance(shape, OneDay):
        frames = ({id: grid.day_mask(day) for id in shape.activities} for day in grid.days)
    elif isinstance(shape, Blocks):
        frames = _two_blocks(problem, shape)
    else:
        frames = ({},)
    for frame in frames:
        cut = {id: bits & frame.get(id, bits) for id, bits in every.items()}
        if all(cut.values()):
            yield cut


def _two_blocks(problem: Problem, shape: Blocks) -> Iterator[Frame]:
    """Yield each two blocks of as many working days as they may have, the earlier first."""
    grid, count = problem.grid, problem.agenda.working_days.count
    blocks = []
    for first in grid.days:
        inside = [d for d in grid.days if d >= first and count(first, d + timedelta(days=1)) <= shape.most_working_days]
        bits = 0
        for day in inside:
            bits |= grid.day_mask(day)
        blocks.append((first, inside[-1] if inside else first, bits))
    for _, last, one in blocks:
        for first, _, other in blocks:
            if shape.least_days <= (first - last).days <= shape.most_days:
                yield dict.fromkeys(shape.first, one) | dict.fromkeys(shape.second, other)


def _in_order(agenda: Agenda, candidates: Mapping[str, Candidates], meetings_first: bool) -> list[str]:
    """Return the activities so that what has to come before another stands before it, else as the option has them."""
    before: dict[str, set[str]] = {id: set() for id in candidates}
    for rule in agenda.precedences:
        if rule.before in before and rule.after in before:
            before[rule.after].add(rule.before)
    ordered: list[str] = []
    while left := [id for id in before if id not in ordered]:
        ordered += [id for id in left if before[id] <= set(ordered)][:1] or left
    if meetings_first:
        ordered.sort(key=lambda id: candidates[id].activity.panel is not None)
    return ordered


@dataclass(slots=True)
class _Diary:
    """What has been booked so far, and who and which room it takes when.

    Without days to look ahead the first time that will do is taken.
    """

    problem: Problem
    frame: Frame
    look_ahead_days: int | None
    placed: dict[str, Placed] = field(default_factory=dict)
    taken: dict[str, int] = field(default_factory=dict)
    held: dict[str, dict[int, int]] = field(default_factory=dict)

    def book(self, own: Candidates) -> bool:
        """Book `own`; return whether there was a time for it."""
        activity, grid = own.activity, self.problem.grid
        starts = own.bits & self.frame[activity.id] & self._where_order_allows(own)
        for person in activity.must:
            starts &= ~self._blocked(person, own.length)
        best: tuple[tuple[int, int], Placed] | None = None
        first_day: int | None = None
        for start in grid.members(starts):
            day = start // grid.slots_a_day
            if first_day is not None and (self.look_ahead_days is None or day > first_day + self.look_ahead_days):
                break
            panel, there = self._panel(own, start), self._coming(own, start)
            if panel is None or len(activity.must) + len(there) < activity.quorum:
                continue
            room = self._room(own, start, len(activity.must) + len(panel) + len(there))
            if activity.room is RoomNeed.NEEDED and self.problem.agenda.review.rooms and room is None:
                continue
            first_day = day if first_day is None else first_day
            worth = (len(there), -self._off(own, day))
            if best is None or worth > best[0]:
                best = worth, Placed(activity, start, panel, frozenset(activity.expected) - set(there), room)
            if len(there) == len(activity.expected) and not isinstance(self.problem.agenda.shape, Spread):
                break
        if best is None:
            return False
        self._note(own, best[1])
        return True

    def _off(self, own: Candidates, day: int) -> int:
        """Return how far a day of the grid is from the even position of the activity; 0 where it has none."""
        shape = self.problem.agenda.shape
        if not isinstance(shape, Spread) or own.activity.id not in shape.activities:
            return 0
        even = shape.positions[shape.activities.index(own.activity.id)]
        return abs(shape.index(self.problem.grid.days[day]) - even)

    def _where_order_allows(self, own: Candidates) -> int:
        found, id = own.bits, own.activity.id
        for rule in self.problem.agenda.precedences:
            if rule.after == id and rule.before in self.placed:
                found &= self._kept(rule, own, self.placed[rule.before], after=True)
            elif rule.before == id and rule.after in self.placed:
                found &= self._kept(rule, own, self.placed[rule.after], after=False)
        return found

    def _kept(self, rule: Precedence, own: Candidates, other: Placed, *, after: bool) -> int:
        grid, days = self.problem.grid, self.problem.agenda.working_days
        theirs = self.problem.candidates[other.activity.id].length
        found = 0
        for start in grid.members(own.bits):
            one, two = (other.start, start) if after else (start, other.start)
            lag = rule.lag(grid.days[one // grid.slots_a_day], grid.days[two // grid.slots_a_day], days)
            in_turn = one + (theirs if after else own.length) <= two
            if in_turn and rule.least <= lag and (rule.most is None or lag <= rule.most):
                found |= 1 << start
        return found

    def _blocked(self, id: str, length: int) -> int:
        """Return the starts at which something of `length` slots would meet what `id` has already."""
        taken, found = self.taken.get(id, 0), 0
        for shift in range(length):
            found |= taken >> shift
        return found

    def _free(self, id: str, start: int, length: int) -> bool:
        return not self.taken.get(id, 0) >> start & ((1 << length) - 1)

    def _coming(self, own: Candidates, start: int) -> list[str]:
        free = (id for id, bits in own.comes.items() if bits >> start & 1)
        return [id for id in free if self._free(id, start, own.length)]

    def _panel(self, own: Candidates, start: int) -> tuple[str, ...] | None:
        """Return who can hold it and has held least so far; nobody where nobody has to, None where nobody can."""
        free, day = self.problem.free, start // self.problem.grid.slots_a_day
        best: tuple[tuple[int, int], tuple[str, ...]] | None = None
        for panel in allowed_panels(own.activity):
            able = all(
                free.starts(member, own.length) >> start & 1
                and self._free(member, start, own.length + own.gap)
                and self._may_hold(member, own.activity.id, day)
                for member in panel
            )
            loads = [sum(self.held.get(member, {}).values()) for member in panel]
            worth = max(loads, default=0), sum(loads)
            if able and (best is None or worth < best[0]):
                best = worth, panel
        return None if best is None else best[1]

    def _may_hold(self, member: str, id: str, day: int) -> bool:
        limits = [load.most for load in self.problem.agenda.daily_loads if id in load.activities]
        return self.held.get(member, {}).get(day, 0) < min(limits, default=len(self.problem.candidates))

    def _room(self, own: Candidates, start: int, come: int) -> str | None:
        """Return the smallest room for all who come or, if there is none, the largest that will do at all."""
        free = [id for id, bits in own.rooms.items() if bits >> start & 1 and self._free(id, start, own.length)]
        capacity = {room.id: room.capacity for room in self.problem.agenda.review.rooms}
        enough = [id for id in free if capacity[id] >= come]
        if enough:
            return min(enough, key=lambda id: capacity[id])
        return max(free, key=lambda id: capacity[id], default=None)

    def _note(self, own: Candidates, placed: Placed) -> None:
        time = ((1 << own.length) - 1) << placed.start
        with_gap = ((1 << (own.length + own.gap)) - 1) << placed.start
        for id in (*own.activity.must, *(set(own.activity.expected) - placed.away)):
            self.taken[id] = self.taken.get(id, 0) | time
        if placed.room is not None:
            self.taken[placed.room] = self.taken.get(placed.room, 0) | time
        day = placed.start // self.problem.grid.slots_a_day
        for member in placed.panel:
            self.taken[member] = self.taken.get(member, 0) | with_gap
            self.held.setdefault(member, {})[day] = self.held.get(member, {}).get(day, 0) + 1
        self.placed[own.activity.id] = placed
