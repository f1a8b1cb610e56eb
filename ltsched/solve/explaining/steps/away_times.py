"""Why a person or a room is away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.review import HoldScope, Review
from ltsched.domain.spans import Spans, day_span

__all__ = ["Away", "away_times"]

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Away:
    """A person or room is away in the minutes ``[start, end)``, for a kind of reason."""

    id: str
    kind: str
    start: int
    end: int


def away_times(review: Review, id: str, first: date, end: date) -> tuple[Away, ...]:
    """Return why `id` is away on the days ``[first, end)``."""
    return tuple(_away(review, id, first, end))


def _away(review: Review, id: str, first: date, end: date) -> Iterator[Away]:
    zone = review.timezone
    whole = Spans.of([day_span(first, end - ONE_DAY, zone)])
    person = next((one for one in review.people if one.id == id), None)
    for low, high in review.diary(id).busy & whole:
        yield Away(id, "busy" if person else "room-busy", low, high)
    if person is None:
        return
    days = [first + timedelta(days=number) for number in range((end - first).days)]
    for day in days:
        worked = person.works.spans([day], zone)
        kind = "outside-hours" if worked else "part-time-day"
        for low, high in Spans.of([day_span(day, day, zone)]) - worked:
            yield Away(id, kind, low, high)
    for hold in review.holds:
        if hold.scope is HoldScope.PERSON and hold.target == id:
            for day in days:
                if hold.holds(day):
                    yield Away(id, "hold-of-person", *day_span(day, day, zone))
    for told in review.declined:
        if told.person == id:
            for low, high in Spans.between(told.start, told.end) & whole:
                yield Away(id, "declined", low, high)
