"""Half days on which one person could come after all, where several activities have no room beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from itertools import pairwise

from ltsched.domain.activities import Activity
from ltsched.domain.explaining.changes.freed import FreedTogether
from ltsched.domain.explaining.step import Step
from ltsched.domain.people import OFFICE_HOURS
from ltsched.domain.rules import Spread
from ltsched.domain.spans import minute_before, moment_of
from ltsched.solve.explaining.steps.given_up import MIDDAY, GivenUp

__all__ = ["freed_halves"]


def freed_halves(id: str, activities: Sequence[Activity], prices: GivenUp) -> list[Step]:
    """Return the half days within the windows of `activities` that `id`, a person, could be freed on, cheapest first.

    A half day is that of their own hours or, on a day that they do not work, of usual office hours.
    """
    own = [one for one in activities if one.concerns(id)]
    days = [day for day in prices.grid.days if any(_may_lie(one, day, prices) for one in own)]
    found = []
    for day in days:
        for start, end in _halves(id, day, prices):
            price = prices.price(id, start, end)
            if price is not None and price.cost:
                step = Step(price.kinds[0], FreedTogether((prices.freed(id, start, end),)), price.cost)
                found.append((price.cost, day, start, step))
    return [step for *_, step in sorted(found, key=lambda one: one[:3])]


def _may_lie(activity: Activity, day: date, prices: GivenUp) -> bool:
    shape = prices.agenda.shape
    window = shape.window_of(activity.id) if isinstance(shape, Spread) else None
    return activity.may_lie_on(day) and (window is None or window[0] <= day < window[1])


def _halves(id: str, day: date, prices: GivenUp) -> list[tuple[int, int]]:
    """Return the minutes of the halves of a day, half-open; none for a room."""
    review = prices.agenda.review
    person = next((one for one in review.people if one.id == id), None)
    if person is None:
        return []
    hours = person.works.on(day, review.timezone) or OFFICE_HOURS.on(day, review.timezone)
    if not hours:
        return []
    start, end = min(low for low, _ in hours), max(high for _, high in hours)
    midday = minute_before(datetime.combine(moment_of(start, review.timezone).date(), MIDDAY, review.timezone))
    return [(low, high) for low, high in pairwise((start, min(max(midday, start), end), end)) if low < high]
