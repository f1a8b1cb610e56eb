"""Small reviews, agendas and timetables, made by hand: a test names only what it is about, the rest has defaults.

Times are in London; weeks start on Monday 1 March 2027 (`MONDAY`). ``at(0, "10:00")`` is 10:00 on that Monday,
``at(7, "10:00")`` a week later; the clocks go forward on Sunday 28 March (day 27). Everybody works Monday to Friday, 9
to 17, unless `busy`, `if_needed` or `works` say something else.

>>> people = [person("l1", Role.LEAD_REVIEWER), person("t1")]
>>> plan = agenda(people, [activity("set-up", must=("l1",), expected=("t1",))])
>>> found = timetable(plan, [booking(plan, "set-up", at(0, "10:00"))])
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from ltsched.domain.activities import Activity, Panel
from ltsched.domain.agenda import Agenda
from ltsched.domain.availability import Availability, Diary
from ltsched.domain.measures import measures
from ltsched.domain.numbers import Setting
from ltsched.domain.option import Kind, MilestoneTemplate, Option, ShapeKind, ShapeTemplate
from ltsched.domain.people import OFFICE_HOURS, Person, Role, Room, WorkingHours
from ltsched.domain.report_dates import ReportDates
from ltsched.domain.review import Hold, HoldScope, Organiser, Review, ReviewKind
from ltsched.domain.rules import DailyLoad, Early, Precedence, Shape
from ltsched.domain.spans import NEVER, Spans, minute_after, minute_before
from ltsched.domain.stages.table import stage_unit, stage_values
from ltsched.domain.stages.values import last_meeting
from ltsched.domain.timetable import Booking, StageResult, Status, Timetable
from ltsched.domain.working_days import WorkingDays

LONDON = ZoneInfo("Europe/London")
MONDAY = date(2027, 3, 1)
NUMBERS: Mapping[str, Setting] = {"slot-minutes": 15, "start-step-minutes": 30}
MILESTONES = (
    MilestoneTemplate("draft-report", "Draft report", "", 5),
    MilestoneTemplate("comments", "Comments on the draft", "draft-report", 3),
    MilestoneTemplate("final-report", "Final report", "comments", 0),
    MilestoneTemplate("response", "Response of the board", "final-report", 4),
)


def day(number: int) -> date:
    """Return the day `number` days after `MONDAY`."""
    return MONDAY + timedelta(days=number)


def at(number: int, clock: str, zone: ZoneInfo = LONDON) -> datetime:
    """Return the local time `clock` on the day `number` days after `MONDAY`."""
    return datetime.combine(day(number), time.fromisoformat(clock), zone)


def span(number: int, start: str, end: str) -> Spans:
    """Return the time from `start` to `end` o'clock on one day."""
    return Spans.between(at(number, start), at(number, end))


def person(id: str, *roles: Role, agency: str = "council", works: WorkingHours = OFFICE_HOURS, **more: Any) -> Person:
    """Return a person; one of the review team unless `roles` are given."""
    return Person(id, f"Name of {id}", f"{id}@example.org", roles or (Role.REVIEW_TEAM,), agency, works, **more)


def room(id: str, capacity: int = 20) -> Room:
    """Return a room."""
    return Room(id, f"Room {id}", capacity)


def activity(id: str, *, kind: Kind = Kind.OTHER, minutes: int = 120, **more: Any) -> Activity:
    """Return an activity; its template is what stands before the colon, its window lasts from `MONDAY` for 60 days."""
    defaults: dict[str, Any] = {"template": id.partition(":")[0], "title": id, "first": MONDAY, "end": day(60)}
    return Activity(id=id, kind=kind, minutes=minutes, **{**defaults, **more})


def conversation(id: str, pool: Sequence[str], *, leads: Iterable[str] = (), **more: Any) -> Activity:
    """Return the conversation with the person `id`, held by two of `pool` (one lead, if `leads` are given)."""
    leads = frozenset(leads)
    panel = Panel(tuple(pool), 2, leads, 1 if leads else 0)
    more = {"must": (id,), "quorum": 1, "panel": panel, "gap_minutes": 30, **more}
    return activity(f"conversation:{id}", kind=Kind.CONVERSATION, **more)


def option(**numbers: Setting) -> Option:
    """Return an option without templates; `numbers` are written with underscores."""
    return Option(
        name="test",
        title="Test",
        summary="An option of the tests",
        numbers={**NUMBERS, **{name.replace("_", "-"): value for name, value in numbers.items()}},
        templates=(),
        orders=(),
        shape=ShapeTemplate(ShapeKind.EARLY),
        milestones=MILESTONES,
    )


def review(people: Sequence[Person], **more: Any) -> Review:
    """Return a review commissioned on `MONDAY`."""
    defaults: dict[str, Any] = {
        "reference": "LT-TEST-1",
        "option": option(),
        "kind": ReviewKind.PRACTICE_REVIEW,
        "commissioned": MONDAY,
        "deadline": None,
        "timezone": LONDON,
        "region": "none",
        "organiser": Organiser("Review office", "reviews@partnership.example"),
        "people": tuple(people),
    }
    return Review(**{**defaults, **more})


def agenda(
    people: Sequence[Person],
    activities: Sequence[Activity],
    *,
    rooms: Sequence[Room] = (),
    busy: Mapping[str, Spans] | None = None,
    if_needed: Mapping[str, Spans] | None = None,
    precedences: Sequence[Precedence] = (),
    daily_loads: Sequence[DailyLoad] = (),
    shape: Shape | None = None,
    holidays: Iterable[date] = (),
    leave: Iterable[date] = (),
    holds: Sequence[Hold] = (),
    days: int = 60,
    span_days: int = 40,
    **more: Any,
) -> Agenda:
    """Return an agenda over `days` days from `MONDAY` on.

    `busy` and `if_needed` are by id. The shape is Early over all activities unless one is given. Rooms can be had all
    day. `more` goes to the review: ``deadline=…``, ``stages=…``.
    """
    busy, if_needed, off = busy or {}, if_needed or {}, frozenset(holidays)
    diaries = {id: Diary(busy.get(id, NEVER), if_needed.get(id, NEVER)) for id in {*busy, *if_needed}}
    made = review(people, rooms=tuple(rooms), diaries=diaries, holidays=off, holds=tuple(holds), **more)
    worked = [day(number) for number in range(days) if day(number) not in off]
    hours = {each.id: each.works.spans(worked, LONDON) for each in people}
    hours |= {each.id: Spans.of([(minute_before(at(0, "00:00")), minute_after(at(days, "00:00")))]) for each in rooms}
    working_days = WorkingDays(off)
    return Agenda(
        review=made,
        option=made.option,
        activities=tuple(activities),
        precedences=tuple(precedences),
        daily_loads=tuple(daily_loads),
        shape=shape or Early(tuple(each.id for each in activities), MONDAY),
        availability={id: Availability.from_diary(free, made.diary(id)) for id, free in hours.items()},
        working_days=working_days,
        span_start=MONDAY,
        span_end=day(span_days),
        horizon_end=day(days),
        report_dates=ReportDates(made.option.milestones, working_days, frozenset(leave), tuple(holds)),
    )


def booking(
    plan: Agenda,
    id: str,
    start: datetime,
    *,
    panel: Sequence[str] = (),
    missing: Sequence[str] = (),
    room: str | None = None,
) -> Booking:
    """Return a booking of the activity `id` as it should be: all who are invited and not `missing` come."""
    booked = plan.activity(id)
    end = datetime.fromtimestamp(start.timestamp() + 60 * booked.minutes, plan.review.timezone)
    come = tuple(each for each in booked.invited if each not in missing)
    return Booking(id, booked.kind, booked.title, start, end, room, (*come, *panel), tuple(missing), tuple(panel))


def timetable(plan: Agenda, bookings: Iterable[Booking]) -> Timetable:
    """Return a timetable of `bookings` that tells the truth about itself: every stage proven."""
    empty = Timetable(plan.review.reference, plan.option.name, Status.OPTIMAL, (), tuple(bookings), ())
    return retold(plan, empty)


def retold(plan: Agenda, found: Timetable) -> Timetable:
    """Return `found` with the order, milestones, stages and measures that follow from its bookings."""
    bookings = tuple(sorted(found.bookings, key=lambda each: each.start))
    milestones = plan.report_dates.milestones(last_meeting(plan, bookings))
    values = stage_values(plan, bookings)
    return replace(
        found,
        bookings=bookings,
        milestones=milestones,
        stages=tuple(StageResult(name, stage_unit(name, plan.shape), n, n) for name, n in values.items()),
        measures=measures(plan, bookings, milestones),
    )


def changed(found: Timetable, id: str, **fields: Any) -> Timetable:
    """Return `found` with `fields` of the booking of the activity `id` changed, and nothing else."""
    bookings = tuple(replace(each, **fields) if each.activity == id else each for each in found.bookings)
    return replace(found, bookings=bookings)


def moved(found: Timetable, id: str, start: datetime) -> Timetable:
    """Return `found` with the booking of the activity `id` moved to `start`, as long as it was, and nothing else."""
    length = found.booking(id).end.timestamp() - found.booking(id).start.timestamp()
    return changed(found, id, start=start, end=datetime.fromtimestamp(start.timestamp() + length, start.tzinfo))


def hold(scope: HoldScope, first: date, last: date | None, target: str = "") -> Hold:
    """Return a hold for a reason that does not matter."""
    return Hold(scope, target, first, last, "a trial")
