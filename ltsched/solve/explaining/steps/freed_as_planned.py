"""Whoever is in the way of several activities comes to all of them: at the times that are planned if nothing is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from ltsched.domain.explaining.changes.freed import Freed, FreedTogether
from ltsched.domain.explaining.step import Step
from ltsched.domain.people import OFFICE_HOURS
from ltsched.domain.spans import minute_after, minute_before
from ltsched.domain.timetable import Booking
from ltsched.solve.explaining.steps.given_up import GivenUp, Price

__all__ = ["freed_as_planned", "freed_everywhere"]


def freed_everywhere(id: str, prices: GivenUp) -> FreedTogether | None:
    """Return that a person or a room can be booked at all hours of the days there are, where that can be asked for.

    None where it is on no day.
    """
    return FreedTogether(times) if (times := tuple(_every_day(id, prices))) else None


def _every_day(id: str, prices: GivenUp) -> Iterator[Freed]:
    review = prices.agenda.review
    works = next((person.works for person in review.people if person.id == id), OFFICE_HOURS)
    for day in prices.grid.days:
        hours = [*works.on(day, review.timezone), *OFFICE_HOURS.on(day, review.timezone)]
        start, end = min(low for low, _ in hours), max(high for _, high in hours)
        if prices.price(id, start, end) is not None:
            yield prices.freed(id, start, end)


def freed_as_planned(id: str, bookings: Iterable[Booking], needed: Collection[str], prices: GivenUp) -> Step | None:
    """Return that `id` comes when it is booked in `bookings` and could not be, from the first to the last of each day.

    None where it could be booked at all of these times.

    Parameters
    ----------
    needed
        Ids of the activities that take place only with `id`; to others nobody needs to come.
    """
    days: dict[date, list[tuple[int, int]]] = {}
    for booking in bookings:
        own = booking.room == id or (booking.activity in needed and id in booking.attendees) or id in booking.panel
        span = minute_before(booking.start), minute_after(booking.end)
        if own and booking.activity not in prices.agenda.over and not prices.agenda.availability[id].free.covers(*span):
            days.setdefault(booking.day, []).append(span)
    times, given_up = [], []
    for spans in (days[day] for day in sorted(days)):
        start, end = min(low for low, _ in spans), max(high for _, high in spans)
        price = prices.price(id, start, end)
        if price is None:
            return None
        times.append(prices.freed(id, start, end))
        given_up.append(price)
    if not times:
        return None
    dearest = max(given_up, key=_cost)
    return Step(dearest.kinds[0], FreedTogether(tuple(times)), sum(map(_cost, given_up)))


def _cost(price: Price) -> int:
    return price.cost
