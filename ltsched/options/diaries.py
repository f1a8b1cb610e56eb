"""When each person and room can be booked, from their hours, their diaries and the holds."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from ltsched.domain.availability import Availability
from ltsched.domain.people import Role, WorkingHours, hours_of_all
from ltsched.domain.review import HoldScope, Review
from ltsched.domain.spans import NEVER, Spans, day_span
from ltsched.domain.working_days import WorkingDays

__all__ = ["availability", "leave_of_leads"]


def availability(review: Review, end: date) -> dict[str, Availability]:
    """Return the availability of every person and room from the day of commissioning to `end` (not included).

    Only working days count: nobody is booked at a weekend or on a bank holiday. Who has declined a booking is not there
    at its time. A room can be had at any hour. What was freed after all counts whatever diaries and hours say, but for
    holds, for what was declined, and for days on which nobody is booked.
    """
    first = review.commissioned
    days = WorkingDays(review.holidays).between(first, end)
    # Most people work the same hours: each pattern is laid over the days once.
    key = (first, end, review.holidays, review.timezone)
    worked = {works: _worked(works, *key) for works in {person.works for person in review.people}}
    anybody = (
        hours_of_all(worked, days, review.timezone) if any(one.freed for one in review.diaries.values()) else NEVER
    )
    found = {}
    for person in review.people:
        diary = review.diary(person.id)
        freed = diary.freed_on(days, anybody, review.timezone)
        found[person.id] = Availability.from_diary(worked[person.works], diary, freed)
    for hold in review.holds:
        if hold.scope is HoldScope.PERSON and hold.target in found:
            last = end if hold.last is None else hold.last
            if hold.first <= last:
                held = Spans.of([day_span(hold.first, last, review.timezone)])
                found[hold.target] = found[hold.target].without(held)
    for told in review.declined:
        if told.person in found:
            found[told.person] = found[told.person].without(Spans.between(told.start, told.end))
    open_hours = Spans.of(day_span(day, day, review.timezone) for day in days)
    for room in review.rooms:
        found[room.id] = Availability.from_diary(open_hours, review.diary(room.id))
    return found


@lru_cache(maxsize=64)
def _worked(works: WorkingHours, first: date, end: date, holidays: frozenset[date], zone: ZoneInfo) -> Spans:
    """Return the time worked on the working days of ``[first, end)``: one review is looked at with many changes."""
    return works.spans(WorkingDays(holidays).between(first, end), zone)


def leave_of_leads(
    review: Review, available: dict[str, Availability], working_days: WorkingDays, end: date
) -> frozenset[date]:
    """Return the working days before `end` on which no lead reviewer has any free working time."""
    free = Spans()
    for lead in review.with_role(Role.LEAD_REVIEWER):
        free |= available[lead.id].free
    worked = {
        moment.date() + timedelta(days=i)
        for start, stop in free.moments(review.timezone)
        for moment in [start]
        for i in range((stop.date() - start.date()).days + 1)
    }
    return frozenset(day for day in working_days.between(review.commissioned, end) if day not in worked)
