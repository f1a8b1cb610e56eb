"""How many activities with panels some people can hold on one day, beside the meetings of that day."""

from __future__ import annotations

import math
from collections.abc import Hashable, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import and_, or_

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import most_a_day
from ltsched.model.candidates import Candidates
from ltsched.model.free_time import FreeTime
from ltsched.model.overlaps import Overlaps
from ltsched.model.settled.agreed import is_fixed

__all__ = ["OneDay", "Open", "Order"]

MOST_WAYS = 2000
"""So many ways to lay the meetings of a day are tried; where there are more, it holds as many as without any."""


@dataclass(frozen=True, slots=True)
class Order:
    """Which activities come before which, to the ends of the order, and which of them at a later day.

    `after` has for each activity those that must come after it; `later` pairs that never share a day.
    """

    after: Mapping[str, Set[str]]
    later: Set[tuple[str, str]]


class Open:
    """What is open of an agenda, and what all counting of it asks for again and again.

    Attributes
    ----------
    activities
        The candidates of all whose time is still to be chosen, by id.
    bits, days
        The starts of each as a bit set; the days of the grid that have any.
    ways, most_ways
        So many ways to lay meetings were tried, and are at most; then each day holds as many as without any.
    """

    def __init__(
        self, agenda: Agenda, free: FreeTime, candidates: Mapping[str, Candidates], most_ways: float = math.inf
    ) -> None:
        self.ways, self.most_ways = 0, most_ways
        self.agenda = agenda
        self.free = free
        self.activities = {id: own for id, own in candidates.items() if not is_fixed(agenda, own.activity)}
        self.bits = {id: own.bits for id, own in self.activities.items()}
        slots_a_day = free.grid.slots_a_day
        self.days = {id: frozenset(slot // slots_a_day for slot in own.starts) for id, own in self.activities.items()}
        self.whole_day = (1 << slots_a_day) - 1
        self._starts: dict[tuple[str, int], int] = {}

    @cached_property
    def order(self) -> Order:
        """The order of the agenda."""
        later = {(rule.before, rule.after) for rule in self.agenda.precedences if rule.least > 0}
        return Order(Overlaps.of(self.agenda).after, later)

    def on(self, bits: int, day: int) -> int:
        """Return those of a bit set of slots that lie on `day`, counted from its first."""
        return bits >> day * self.free.grid.slots_a_day & self.whole_day

    def starts(self, person: str, length: int) -> int:
        """Return the slots at which `person` can start something of `length` slots."""
        if (person, length) not in self._starts:
            self._starts[person, length] = self.free.starts(person, length)
        return self._starts[person, length]


class OneDay:
    """Count what `people` can hold of `talks` on one day, as if each were as short as the shortest of them.

    Parameters
    ----------
    together
        Whether everybody of `people` holds each of `talks`, so that these lie one after the other in the time that all
        of them have; the count is of activities then, and else of places.
    """

    def __init__(self, given: Open, people: Sequence[str], talks: Sequence[str], *, together: bool) -> None:
        self.open = given
        self.people = people
        self.together = together
        chosen = [given.activities[id] for id in talks]
        self.length = min(own.length for own in chosen)
        self.step = min(own.length + own.gap for own in chosen)
        pools = {own.activity.id: own.activity.panel.pool for own in chosen if own.activity.panel}
        self._held = {person: [id for id in talks if person in pools[id]] for person in people}
        self._limits = {person: most_a_day(given.agenda.daily_loads, held) for person, held in self._held.items()}
        after = given.order.after
        meetings = [id for id, own in given.activities.items() if own.activity.panel is None]
        self._before = frozenset(id for id in meetings if all(talk in after[id] for talk in talks))
        self._after = frozenset(id for id in meetings if all(id in after[talk] for talk in talks))
        self._known: dict[tuple[int, frozenset[str], bool], int | None] = {}
        self._alike: dict[Hashable, int | None] = {}

    @property
    def ends(self) -> tuple[frozenset[str], frozenset[str]]:
        """The meetings that come before all of the talks, and those that come after all of them."""
        return self._before, self._after

    def most(self, day: int, meetings: frozenset[str] = frozenset(), *, idle: bool = False) -> int | None:
        """Return how many can be held on `day` if it has all of `meetings`; None if these do not fit into it.

        On an `idle` day none are held: it lies before what comes before all of them, or after what follows.
        """
        key = day, meetings, idle
        if key not in self._known:
            self._known[key] = self._most(day, meetings, idle)
        return self._known[key]

    def _most(self, day: int, meetings: frozenset[str], idle: bool) -> int | None:
        given = self.open
        bits, limits = {}, {}
        for person in () if idle else self.people:
            each = [given.on(given.bits[id], day) for id in self._held[person]]
            bits[person] = given.on(given.starts(person, self.length), day) & reduce(or_, each, 0)
            limits[person] = min(self._limits[person], sum(map(bool, each)))
        # Most days are like others: what one of them holds they all do.
        key = tuple(bits.items()), tuple(limits.values()), tuple((id, given.on(given.bits[id], day)) for id in meetings)
        if key not in self._alike:
            self._alike[key] = self._counted(bits, limits, meetings, day)
        return self._alike[key]

    def _counted(
        self, bits: Mapping[str, int], limits: Mapping[str, int], meetings: frozenset[str], day: int
    ) -> int | None:
        # What comes first is laid first, so that what cannot follow it is never tried. Beside more meetings no more can
        # be held, so that of some that leave no more than was found no others are laid.
        ids = sorted(meetings, key=lambda id: (-len(self.open.order.after[id]), id))
        ceiling = self._beside(bits, limits, {})
        best: int | None = None
        tried = 0
        waiting: list[dict[str, int]] = [{}]
        while waiting:
            laid = waiting.pop()
            held = self._beside(bits, limits, laid)
            more: list[dict[str, int]] = []
            if best is None or held > best:
                if len(laid) == len(ids):
                    best = held
                else:
                    more = self._with(ids[len(laid)], laid, day)
            waiting.extend(reversed(more))
            if not more:
                tried += 1
                self.open.ways += 1
            if best == ceiling or tried > MOST_WAYS or self.open.ways > self.open.most_ways:
                return ceiling
        return best

    def _with(self, id: str, laid: Mapping[str, int], day: int) -> list[dict[str, int]]:
        """Return every way to lay one more meeting on a day so that those who must come to it and to others can."""
        left = self.open.on(self.open.bits[id], day)
        for other, begins in laid.items():
            left &= self._apart(id, other, begins)
        return [{**laid, id: start} for start in self.open.free.grid.members(left)]

    def _apart(self, id: str, other: str, begins: int) -> int:
        """Return the starts of a day at which a meeting can lie beside another that begins at one of its slots."""
        own, its = self.open.activities[id], self.open.activities[other]
        sooner = (1 << max(0, begins - own.length + 1)) - 1
        later = -1 << begins + its.length
        if other in self.open.order.after[id]:
            return sooner
        if id in self.open.order.after[other]:
            return later
        if set(own.activity.must).isdisjoint(its.activity.must):
            return -1
        return sooner | later

    def _beside(self, bits: Mapping[str, int], limits: Mapping[str, int], laid: Mapping[str, int]) -> int:
        """Return how many can be held beside meetings that are `laid` at some starts."""
        meetings = {id: self.open.activities[id] for id in laid}
        within = self.open.whole_day
        for id, start in laid.items():
            if id in self._before:
                within &= -1 << start + meetings[id].length
            if id in self._after:
                within &= (1 << max(0, start - self.length + 1)) - 1
        possible = {person: starts & within for person, starts in bits.items()}
        for id, start in laid.items():
            # Neither the booking nor the gap after it reaches into a meeting of whoever holds it.
            low = max(0, start - self.step + 1)
            taken = (1 << start + meetings[id].length) - (1 << low)
            for person in possible.keys() & meetings[id].activity.must:
                possible[person] &= ~taken
        if self.together and possible:
            return _packed(reduce(and_, possible.values()), self.step, min(limits.values()))
        return sum(_packed(starts, self.step, limits[person]) for person, starts in possible.items())


def _packed(starts: int, step: int, limit: int) -> int:
    """Return how many of `step` slots can start at `starts`, one after the other: each as early as it can be."""
    count = 0
    while starts and count < limit:
        first = (starts & -starts).bit_length() - 1
        starts &= -1 << first + step
        count += 1
    return count
