"""An agenda of plain meetings, as the instances of others have them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from ltsched.domain.activities import Activity
from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability, Diary
from ltsched.domain.option import Option, ShapeKind, ShapeTemplate
from ltsched.domain.people import OFFICE_HOURS, Person, Role, Room
from ltsched.domain.report_dates import ReportDates
from ltsched.domain.review import Organiser, Review, ReviewKind
from ltsched.domain.rules import Early, Precedence
from ltsched.domain.spans import NEVER, Spans
from ltsched.domain.working_days import WorkingDays

__all__ = ["FIRST_DAY", "ZONE", "meetings_agenda", "weekday"]

FIRST_DAY = date(2027, 3, 1)
"""A Monday."""

ZONE = ZoneInfo("UTC")


def weekday(number: int) -> date:
    """Return the weekday that is `number` weekdays after `FIRST_DAY`."""
    weeks, days = divmod(number, 5)
    return FIRST_DAY + timedelta(days=7 * weeks + days)


def meetings_agenda(
    reference: str,
    people: Iterable[str],
    activities: Sequence[Activity],
    *,
    hours: Sequence[tuple[time, time]],
    slot_minutes: int,
    rooms: Mapping[str, int] | None = None,
    precedences: Sequence[Precedence] = (),
    early: Sequence[str] = (),
) -> Agenda:
    """Return an agenda on weekdays from `FIRST_DAY` on, of people who have no other diary.

    Parameters
    ----------
    hours
        For each weekday, when everybody and every room can be had.
    rooms
        How many each seats.
    early
        The activities of which the last is to be as early as possible; empty for no such wish.
    """
    numbers = {"slot-minutes": slot_minutes, "start-step-minutes": slot_minutes}
    option = Option("peers", "Peers", "Meetings", numbers, (), (), ShapeTemplate(ShapeKind.EARLY), ())
    days = [
        (datetime.combine(weekday(number), start, ZONE), datetime.combine(weekday(number), end, ZONE))
        for number, (start, end) in enumerate(hours)
    ]
    free = NEVER
    for start, end in days:
        free = free | Spans.between(start, end)
    review = Review(
        reference=reference,
        option=option,
        kind=ReviewKind.OTHER,
        commissioned=FIRST_DAY,
        deadline=None,
        timezone=ZONE,
        region="none",
        organiser=Organiser("Peers", "peers@example.org"),
        people=tuple(Person(id, id, f"{id}@example.org", (Role.CASE_GROUP,), "", OFFICE_HOURS) for id in people),
        rooms=tuple(Room(id, id, seats) for id, seats in (rooms or {}).items()),
    )
    working_days, after = WorkingDays(), weekday(len(hours))
    diary = Diary(NEVER, NEVER)
    return Agenda(
        review=review,
        option=option,
        activities=tuple(activities),
        precedences=tuple(precedences),
        daily_loads=(),
        shape=Early(tuple(early), FIRST_DAY),
        availability={
            id: Availability.from_diary(free, diary)
            for id in (*(person.id for person in review.people), *(room.id for room in review.rooms))
        },
        working_days=working_days,
        span_start=FIRST_DAY,
        span_end=after,
        horizon_end=after,
        report_dates=ReportDates((), working_days, frozenset(), ()),
    )
