"""Whom to free for an activity, day by day: the fewest and cheapest people with whom it could be held."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.changes.freed import FreedTogether
from ltsched.domain.explaining.step import Step
from ltsched.domain.option import RoomNeed
from ltsched.domain.timegrid import TimeGrid
from ltsched.model.candidates import Candidates, find_candidates, window_bits
from ltsched.model.free_time import FreeTime
from ltsched.model.narrow import narrow
from ltsched.model.settled.wished import wished_bits
from ltsched.solve.explaining.steps.given_up import GivenUp, Price

__all__ = ["FreedDay", "freed_days", "left_by_others", "several_days", "starts_of"]

BUSY = "busy"
MOST_FREED = 4
"""Nobody rings up more people than that for one booking: with more to free, a day is no step."""

MOST_TRIED = 2
"""Panels up to this size are tried in all ways; of larger ones the cheapest members are taken."""


@dataclass(frozen=True, slots=True)
class FreedDay:
    """The cheapest start of an activity on a day: who has to be freed for it, and how many can come.

    Parameters
    ----------
    day
        The day.
    start, end
        Minutes since the epoch.
    people
        Those who are not free and would have to be, with what that costs; rooms, too.
    come
        How many of those expected could come.
    """

    day: date
    start: int
    end: int
    people: tuple[tuple[str, Price], ...]
    come: int

    @property
    def cost(self) -> int:
        """What all of it costs."""
        return sum(price.cost for _, price in self.people)

    @property
    def rank(self) -> tuple[int, int, date]:
        """What orders days, the best first."""
        return self.cost, -self.come, self.day

    def step(self, prices: GivenUp) -> Step:
        """Return it as a step, of the kind of what is dearest in it."""
        dearest = max((price for _, price in self.people), key=lambda price: price.cost)
        times = tuple(prices.freed(id, self.start, self.end) for id, _ in self.people)
        return Step(dearest.kinds[0] if dearest.kinds else BUSY, FreedTogether(times), self.cost)


def starts_of(activity: Activity, prices: GivenUp) -> int:
    """Return the starts that an activity could have if everybody and every room were free, as a bit set."""
    agenda, grid = prices.agenda, prices.grid
    step_minutes = agenda.option.whole("start-step-minutes")
    bits = grid.starts((1 << grid.slots) - 1, grid.length(activity.minutes), step_minutes)
    bits &= window_bits(activity, agenda.shape, grid)
    return bits & wished_bits(activity, grid) if activity.windows else bits


def left_by_others(activity: Activity, bits: int, agenda: Agenda, grid: TimeGrid) -> int:
    """Return those of the starts `bits` that the order leaves beside all other activities; all, where it leaves none.

    A day on which somebody is freed is for nothing if what has to come before it cannot.
    """
    others = agenda.changed(activities=tuple(one for one in agenda.activities if one.id != activity.id))
    found = find_candidates(others, FreeTime.of(agenda, grid))
    length = grid.length(activity.minutes)
    found[activity.id] = Candidates(activity, length, 0, tuple(grid.members(bits)), {}, {}, {}, {}, {})
    return narrow(agenda, grid, found)[activity.id].bits or bits


def freed_days(activity: Activity, bits: int, prices: GivenUp) -> list[FreedDay]:
    """Return the cheapest start of each day that has any of `bits` and somebody to free, the best first."""
    grid, best = prices.grid, dict[date, FreedDay]()
    order = {owner.id: place for place, owner in enumerate(prices.agenda.review.diary_owners)}
    for slot in TimeGrid.members(bits):
        start = grid.minute(slot)
        found = _freed(activity, grid.days[slot // grid.slots_a_day], start, start + activity.minutes, prices, order)
        if found is not None and (found.day not in best or found.rank < best[found.day].rank):
            best[found.day] = found
    # What costs nothing can be held as it is: that is no step.
    return sorted((day for day in best.values() if day.cost), key=lambda day: day.rank)


def _freed(
    activity: Activity, day: date, start: int, end: int, prices: GivenUp, order: dict[str, int]
) -> FreedDay | None:
    """Return whom to free for one start; None where that cannot be."""
    wanted: dict[str, Price] = {}
    for id in activity.must:
        price = prices.price(id, start, end)
        if price is None:
            return None
        wanted[id] = price
    if activity.panel is not None:
        panel = _cheapest_panel(activity.panel, start, end, prices)
        if panel is None:
            return None
        wanted |= panel
    expected = {id: prices.price(id, start, end) for id in activity.expected}
    can = sum(price is not None and not price.cost for price in expected.values())
    missing = max(0, activity.quorum - len(activity.must) - can)
    others = [(price.cost, order[id], id) for id, price in expected.items() if price is not None and price.cost]
    if missing > min(len(others), MOST_FREED):
        return None
    for _, _, id in sorted(others)[:missing]:
        price = expected[id]
        assert price is not None
        wanted[id] = price
    if activity.room is RoomNeed.NEEDED:
        room = _cheapest_room(activity, start, end, prices)
        if room is None:
            return None
        wanted |= room
    people = tuple(sorted(((id, price) for id, price in wanted.items() if price.cost), key=lambda one: order[one[0]]))
    return FreedDay(day, start, end, people, can + missing) if len(people) <= MOST_FREED else None


def _cheapest_panel(panel: Panel, start: int, end: int, prices: GivenUp) -> dict[str, Price] | None:
    """Return the members of the cheapest panel with their prices; None where none can be made."""
    pool = {id: price for id in panel.pool if (price := prices.price(id, start, end)) is not None}
    by_cost = sorted(pool, key=lambda id: pool[id].cost)
    chosen: Iterable[Sequence[str]] = itertools.combinations(by_cost, panel.size)
    if panel.size > MOST_TRIED:
        leads = [id for id in by_cost if id in panel.leads][: panel.least_leads]
        rest = [id for id in by_cost if id not in leads][: panel.size - len(leads)]
        chosen = [(*leads, *rest)]
    allowed = [one for one in chosen if panel.allows(frozenset(one))]
    best = min(allowed, key=lambda one: sum(pool[id].cost for id in one), default=None)
    return None if best is None else {id: pool[id] for id in best}


def _cheapest_room(activity: Activity, start: int, end: int, prices: GivenUp) -> dict[str, Price] | None:
    """Return the room that is free or the cheapest to free, of those large enough; None where there is none."""
    seats = max(activity.quorum, len(activity.must)) + (activity.panel.size if activity.panel else 0)
    rooms = [room.id for room in prices.agenda.review.rooms if room.capacity >= seats]
    rooms = [id for id in rooms if activity.in_room in (None, id)]
    found = [(price.cost, id, price) for id in rooms if (price := prices.price(id, start, end)) is not None]
    if not found:
        return None
    _, id, price = min(found, key=lambda one: one[:2])
    return {id: price}


def several_days(days: Iterable[FreedDay], a_group: int, most: int) -> Iterator[FreedDay]:
    """Yield the first `most` of `days`, at most `a_group` with the same people."""
    seen: dict[frozenset[str], int] = {}
    for day in days:
        group = frozenset(id for id, _ in day.people)
        seen[group] = seen.get(group, 0) + 1
        if seen[group] <= a_group:
            yield day
            most -= 1
            if not most:
                return
