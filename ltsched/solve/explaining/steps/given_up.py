"""What people give up to come at a time at which they are away, and what that costs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from ltsched.domain.agenda import Agenda
from ltsched.domain.explaining.away import Away, away_times
from ltsched.domain.explaining.changes.freed import Freed
from ltsched.domain.spans import minute_before, moment_of
from ltsched.domain.timegrid import TimeGrid

__all__ = ["MIDDAY", "GivenUp", "Price"]

MIDDAY = time(13)
"""Where a day is cut into two halves, of which each is paid for."""

ONE_DAY = timedelta(days=1)

NOT_FREED = frozenset({"hold-of-person", "declined", "window"})
"""What no row of busy.csv frees anybody from: a hold is ended, a window widened, and who has declined has said so."""


@dataclass(frozen=True, slots=True)
class Price:
    """What somebody gives up, the dearest first, and what all of it costs; nothing and 0 for whoever is free."""

    cost: int = 0
    kinds: tuple[str, ...] = ()


FREE = Price()


@dataclass(slots=True)
class GivenUp:
    """Prices of times on the grid, each looked up once."""

    agenda: Agenda
    grid: TimeGrid
    costs: Mapping[str, int]
    _days: dict[tuple[str, date], tuple[Away, ...]] = field(default_factory=dict)
    _prices: dict[tuple[str, int, int], Price | None] = field(default_factory=dict)

    def price(self, id: str, start: int, end: int) -> Price | None:
        """Return what it costs that `id` comes for the minutes ``[start, end)``; None where that cannot be."""
        key = (id, start, end)
        if key not in self._prices:
            self._prices[key] = self._price(id, start, end)
        return self._prices[key]

    def _price(self, id: str, start: int, end: int) -> Price | None:
        if self.agenda.availability[id].free.covers(start, end):
            return FREE
        zone = self.agenda.review.timezone
        midday = minute_before(datetime.combine(moment_of(start, zone).date(), MIDDAY, zone))
        cost, kinds = 0, dict[str, int]()
        away = self._away(id, moment_of(start, zone).date())
        for first, last in ((start, min(end, midday)), (max(start, midday), end)):
            given_up = {one.kind: self._cost(one) for one in away if one.start < last and first < one.end}
            given_up = given_up if first < last else {}
            if any(each is None for each in given_up.values()):
                return None
            prices = {kind: each for kind, each in given_up.items() if each is not None}
            cost += max(prices.values(), default=0)
            kinds |= prices
        # Away for what nobody can name is nothing that can be asked for.
        return Price(cost, tuple(sorted(kinds, key=lambda kind: (-kinds[kind], kind)))) if kinds else None

    def _cost(self, one: Away) -> int | None:
        return None if one.kind in NOT_FREED else self.costs.get(one.kind)

    def _away(self, id: str, day: date) -> tuple[Away, ...]:
        key = (id, day)
        if key not in self._days:
            self._days[key] = tuple(away_times(self.agenda.review, id, day, day + ONE_DAY))
        return self._days[key]

    def freed(self, id: str, start: int, end: int) -> Freed:
        """Return that `id` comes for the minutes ``[start, end)``, with what is given up."""
        zone, price = self.agenda.review.timezone, self.price(id, start, end)
        return Freed(id, moment_of(start, zone), moment_of(end, zone), price.kinds if price else ())
