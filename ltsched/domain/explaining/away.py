"""Why somebody cannot be booked, and when: everything that keeps them away, each with its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ltsched.domain.availability import Diary, Level
from ltsched.domain.people import Person, hours_of_all
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.spans import NEVER, Spans, day_span
from ltsched.domain.working_days import WorkingDays

__all__ = ["Away", "away_times"]

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Away:
    """A time in which somebody, or a room, cannot be booked, and the kind of reason.

    Parameters
    ----------
    id
        Whose time it is.
    kind
        A row of the costs: ``court``, ``sick``, ``leave``, ``training`` and ``busy`` of a diary, ``part-time-day`` and
        ``outside-hours``, ``hold-of-person``, ``declined``, ``window``, and for a room ``room-busy``.
    start, end
        Minutes since the epoch, half-open.
    reason
        What a hold is for, in the words of review.toml; empty for all else: nothing of what a diary says is known.
    """

    id: str
    kind: str
    start: int
    end: int
    reason: str = ""


def away_times(review: Review, id: str, first: date, end: date) -> tuple[Away, ...]:
    """Return all that keeps a person or a room from being booked on working days of ``[first, end)``.

    Parameters
    ----------
    review
        The review.
    id
        A person or a room of it.
    first, end
        Days local to the zone of the review, half-open. On days before the commissioning nobody is booked, and nothing
        is told of them.

    Returns
    -------
    tuple of Away
        In the order of time, exact to the minute; what keeps them away for several reasons at once stands there for
        each. What none of them covers on a working day is the time in which they are free, "if needed" included: so
        tentative entries are not among them. Weekends and bank holidays are nobody's absence.
    """
    days = WorkingDays(review.holidays).between(max(first, review.commissioned), end)
    open_time = Spans.of(day_span(day, day, review.timezone) for day in days)
    person = next((one for one in review.people if one.id == id), None)
    if person is None:
        found: Iterable[Away] = _made(id, "room-busy", review.diary(id).busy & open_time)
    else:
        found = (
            *_of_diary(id, review.diary(id), open_time),
            *_of_hours(review, person, days),
            *_of_holds(review, id, open_time),
            *_of_windows(review, id, days, open_time),
            *_of_declined(review, id, open_time),
        )
    return tuple(sorted(found, key=lambda away: (away.start, away.end, away.kind, away.reason)))


def _made(id: str, kind: str, time: Spans, reason: str = "") -> Iterator[Away]:
    for start, end in time:
        yield Away(id, kind, start, end, reason)


def _of_diary(id: str, diary: Diary, open_time: Spans) -> Iterator[Away]:
    """Yield what a diary has, each kind by itself; what is known without an entry is just busy."""
    taken = diary.busy & open_time
    if not taken:
        return
    low, high = taken.pairs[0][0], taken.pairs[-1][1]
    by_kind: dict[str, list[tuple[int, int]]] = {}
    for time in diary.times:
        if time.level is Level.BUSY and time.start < high and low < time.end:
            by_kind.setdefault(time.kind, []).append((time.start, time.end))
    told = {kind: Spans.of(pairs) & taken for kind, pairs in by_kind.items()}
    untold = taken
    for kind, told_time in told.items():
        yield from _made(id, kind, told_time)
        untold -= told_time
    yield from _made(id, "busy", untold)


def _of_hours(review: Review, person: Person, days: list[date]) -> Iterator[Away]:
    """Yield the days that they do not work, and what is before and after their hours on the others."""
    zone = review.timezone
    diary = review.diary(person.id)
    everybodys = hours_of_all((one.works for one in review.people), days, zone) if diary.freed else NEVER
    freed = diary.freed_on(days, everybodys, zone)
    for day in days:
        worked = Spans.of(person.works.on(day, zone))
        kind = "outside-hours" if worked else "part-time-day"
        yield from _made(person.id, kind, Spans((day_span(day, day, zone),)) - worked - freed)


def _of_holds(review: Review, id: str, open_time: Spans) -> Iterator[Away]:
    if not open_time:
        return
    for hold in review.holds:
        if hold.scope is HoldScope.PERSON and hold.target == id:
            start = day_span(hold.first, hold.first, review.timezone)[0]
            end = open_time.pairs[-1][1] if hold.last is None else day_span(hold.last, hold.last, review.timezone)[1]
            yield from _made(id, "hold-of-person", Spans.of([(start, end)]) & open_time, hold.reason)


def _of_windows(review: Review, id: str, days: list[date], open_time: Spans) -> Iterator[Away]:
    windows = [window for window in review.windows if window.person == id]
    if windows and days:
        allowed = NEVER
        for window in windows:
            allowed |= window.spans(days[0], days[-1], review.timezone)
        yield from _made(id, "window", open_time - allowed)


def _of_declined(review: Review, id: str, open_time: Spans) -> Iterator[Away]:
    for told in review.declined:
        if told.person == id:
            yield from _made(id, "declined", Spans.between(told.start, told.end) & open_time)
