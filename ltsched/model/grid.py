"""Lay the time grid of an agenda: the days and hours on which anybody can be booked."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain

from ltsched.domain.agenda import Agenda
from ltsched.domain.spans import moment_of
from ltsched.domain.timegrid import TimeGrid

__all__ = ["lay_grid"]

MINUTES_A_DAY = 24 * 60


def lay_grid(agenda: Agenda) -> TimeGrid:
    """Return the grid from the day of commissioning to the end of the horizon.

    A day has room for the longest gap after its last working hour, so that a gap never runs into the next day. The days
    and hours of what is over, and of what people have agreed on, are on it, too.
    """
    review = agenda.review
    zone = review.timezone
    slot_minutes = agenda.option.whole("slot-minutes")
    opens, closes = MINUTES_A_DAY, 0
    days: set[date] = set()
    spans = {span for person in review.people for span in agenda.availability[person.id].free}
    local = {minute: moment_of(minute, zone) for minute in set(chain.from_iterable(spans))}
    for start, end in ((local[first], local[after]) for first, after in spans):
        if review.commissioned <= start.date() < agenda.horizon_end:
            last_minute = end - timedelta(minutes=1)
            days.update((start.date(), last_minute.date()))
            opens = min(opens, start.hour * 60 + start.minute if start.date() == last_minute.date() else 0)
            closes = max(closes, last_minute.hour * 60 + last_minute.minute + 1)
    kept = [(booking.start, booking.minutes) for booking in agenda.over.values()]
    kept += [(one.agreed, one.minutes) for one in agenda.activities if one.agreed is not None]
    for begins, minutes in kept:  # which may lie where nobody works
        days.add(begins.date())
        first = begins.hour * 60 + begins.minute
        opens, closes = min(opens, first), max(closes, min(first + minutes, MINUTES_A_DAY))
    opens -= opens % slot_minutes
    gap_minutes = max((activity.gap_minutes for activity in agenda.activities), default=0)
    slots_a_day = -(-(max(closes - opens, 0) + gap_minutes) // slot_minutes)
    return TimeGrid(
        tuple(sorted(days)), zone, min(opens, MINUTES_A_DAY - slot_minutes), max(slots_a_day, 1), slot_minutes
    )
