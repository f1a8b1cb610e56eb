"""Make the timetable: rooms, milestones, measures, stages, warnings; and have it checked before anybody sees it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ltsched.domain.agenda import Agenda
from ltsched.domain.measures import measures
from ltsched.domain.option import RoomNeed
from ltsched.domain.stages.table import decisive, stage_unit, stage_values
from ltsched.domain.stages.values import last_meeting
from ltsched.domain.timetable import Booking, StageResult, Status, Timetable
from ltsched.domain.words.wording import listed
from ltsched.solve.rooms import assign_rooms
from ltsched.solve.search import Goal
from ltsched.solve.seating import seat
from ltsched.verify import require_sound

__all__ = ["make_timetable"]


def make_timetable(
    agenda: Agenda,
    found: Sequence[Booking],
    goals: Sequence[Goal],
    bounds: Mapping[str, int],
    warnings: Sequence[str] = (),
) -> Timetable:
    """Return the timetable of `found`, checked.

    Parameters
    ----------
    bounds
        What is proven of each stage; a stage that is not in it has no bound but 0.
    warnings
        What to tell besides the notices of the review and the agenda.

    Raises
    ------
    UnsoundTimetable
        The independent check found a rule broken: a bug, never an output.
    """
    bookings = _in_rooms(agenda, found)
    values = stage_values(agenda, bookings)
    results = tuple(
        StageResult(
            goal.name,
            stage_unit(goal.name, agenda.shape),
            values[goal.name],
            min(bounds.get(goal.name, 0), values[goal.name]),
            goal.tolerance,
        )
        for goal in goals
    )
    acted_on = decisive([goal.name for goal in goals])
    # What waits has no day, and so the report has none.
    milestones = () if agenda.waiting else agenda.report_dates.milestones(last_meeting(agenda, bookings))
    measured = measures(agenda, bookings, milestones)
    notices = (*agenda.review.notices, *agenda.notices)
    told = [str(notice) for notice in notices if not notice.private]  # what is written here is handed on
    timetable = Timetable(
        reference=agenda.review.reference,
        option=agenda.option.name,
        status=Status.OPTIMAL
        if all(result.proven for result in results if result.name in acted_on)
        else Status.FEASIBLE,
        stages=results,
        bookings=bookings,
        milestones=milestones,
        measures=measured,
        warnings=tuple(
            dict.fromkeys(
                (
                    *told,
                    *_beyond_span(agenda, measured["days_beyond_span"]),
                    *_full_rooms(agenda, bookings),
                    *_roomless(agenda, bookings),
                    *warnings,
                )
            )
        ),
        today=agenda.review.today,
        rehearsal=agenda.review.rehearsal,
        waiting=agenda.waiting,
        left_out=agenda.left_out,
        chosen=agenda.review.stages.chosen,
    )
    require_sound(agenda, timetable)
    return timetable


def _in_rooms(agenda: Agenda, found: Sequence[Booking]) -> tuple[Booking, ...]:
    """Return the bookings with their rooms, and with everybody in them for whom there is a seat.

    A timetable that is not the best may leave a larger room free: whoever had no seat comes then.
    """
    seats = {room.id: room.capacity for room in agenda.review.rooms}
    needing = {activity.id for activity in agenda.activities if activity.room is RoomNeed.NEEDED}
    while True:
        roomed = assign_rooms(agenda, found)
        limits = {b.activity: seats[b.room] for b in roomed if b.room is not None and b.activity in needing}
        if not any(b.unseated and limits.get(b.activity, 0) > len(b.attendees) for b in roomed):
            return roomed
        found = seat(agenda, roomed, limits)


def _full_rooms(agenda: Agenda, bookings: Sequence[Booking]) -> list[str]:
    """Say where somebody who could come has no seat."""
    seats = {room.id: room.capacity for room in agenda.review.rooms}
    return [
        f"{booking.activity}: {booking.room} seats {seats[booking.room]}, and no larger room is free; "
        f"{listed(booking.unseated)} could come and {'has' if len(booking.unseated) == 1 else 'have'} no seat"
        for booking in bookings
        if booking.unseated and booking.room is not None
    ]


def _roomless(agenda: Agenda, bookings: Sequence[Booking]) -> list[str]:
    """Say where something that takes a room has none at the time that was agreed on."""
    needing = {template.id for template in agenda.option.templates if template.room is RoomNeed.NEEDED}
    agreed = {one.id for one in agenda.activities if one.agreed is not None and one.template in needing}
    return [
        f"{booking.activity} has no room: none is free at the time that was agreed on"
        for booking in bookings
        if agenda.review.rooms and booking.activity in agreed and booking.room is None
    ]


def _beyond_span(agenda: Agenda, days: float) -> list[str]:
    if not days:
        return []
    return [f"the last meeting lies {days:.0f} working days beyond the span, which ends before {agenda.span_end}"]
