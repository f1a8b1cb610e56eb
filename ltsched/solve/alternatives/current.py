"""The timetable as it is: put to the agenda as things are now, and told anew after a change."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from ltsched.domain.agenda import Agenda
from ltsched.domain.measures import measures
from ltsched.domain.option import RoomNeed
from ltsched.domain.rules import Violation
from ltsched.domain.rules.moments import is_free
from ltsched.domain.spans import Spans
from ltsched.domain.stages.table import stage_unit, stage_values, stages_of
from ltsched.domain.stages.values import last_meeting
from ltsched.domain.timetable import Booking, StageResult, Status, Timetable
from ltsched.solve.seating import seat
from ltsched.verify import verify

__all__ = ["Current", "free_times", "room_limits"]


@dataclass(frozen=True, slots=True)
class Current:
    """The timetable as it is.

    Parameters
    ----------
    agenda
        What it is a timetable of, as things are now. Who was booked in good time need not be told once more: what stays
        where it is may lie within the notice from today.
    first_days
        The first days on which activities could lie if they moved: the notice counts for that.
    timetable
        With everybody at everything to which they can come as their diaries are now.
    broken
        The rules that it breaks.
    """

    agenda: Agenda
    first_days: Mapping[str, date]
    timetable: Timetable
    broken: frozenset[Violation]

    @classmethod
    def of(cls, agenda: Agenda, planned: Timetable, moving: str = "") -> Current:
        """Return what was `planned` as things are now: each activity of `agenda` is booked in it, and nothing else.

        Notice counts for the activity `moving` alone.
        """
        over = agenda.over
        days = {booking.activity: booking.day for booking in planned.bookings if booking.activity != moving}
        first_days = {activity.id: activity.first for activity in agenda.activities}
        agenda = agenda.changed(
            activities=tuple(
                replace(
                    activity, first=min(activity.first, max(days.get(activity.id, date.max), agenda.review.earliest))
                )
                for activity in agenda.activities
            )
        )
        kept = [booking for booking in planned.bookings if booking.activity not in over]
        coming = [_still_coming(agenda, booking) for booking in kept]
        seated = seat(agenda, coming, room_limits(agenda, coming))
        now = retold(agenda, planned, (*over.values(), *seated))
        return cls(agenda, first_days, now, frozenset(verify(agenda, now)))

    @property
    def bookings(self) -> Mapping[str, Booking]:
        """The bookings, by activity."""
        return {booking.activity: booking for booking in self.timetable.bookings}

    def with_bookings(self, bookings: Iterable[Booking]) -> Timetable:
        """Return the timetable with these bookings in place of its own; all the rest follows from them."""
        return retold(self.agenda, self.timetable, bookings)

    def new_violations(self, timetable: Timetable, activity: str) -> tuple[Violation, ...]:
        """Return what `timetable` breaks that is kept now, and all that has to do with `activity`."""
        found = verify(self.agenda, timetable)
        return tuple(one for one in found if one not in self.broken or activity in one.ids)


def retold(agenda: Agenda, planned: Timetable, bookings: Iterable[Booking]) -> Timetable:
    """Return `planned` with other `bookings`, and with the stages, milestones and measures that follow from them."""
    ordered = tuple(sorted(bookings, key=lambda booking: (booking.start, booking.activity)))
    values = stage_values(agenda, ordered)
    milestones = () if agenda.waiting else agenda.report_dates.milestones(last_meeting(agenda, ordered))
    return replace(
        planned,
        status=Status.FEASIBLE,
        stages=tuple(
            StageResult(name, stage_unit(name, agenda.shape), values[name], 0, tolerance)
            for name, tolerance in stages_of(agenda).items()
        ),
        bookings=ordered,
        milestones=milestones,
        measures=measures(agenda, ordered, milestones),
        warnings=(),
        today=agenda.review.today,
        rehearsal=agenda.review.rehearsal,
    )


def free_times(agenda: Agenda) -> dict[str, Spans]:
    """Return when each person and room is free, by id."""
    return {id: available.free for id, available in agenda.availability.items()}


def room_limits(agenda: Agenda, bookings: Iterable[Booking]) -> dict[str, int]:
    """Return how many seats there are for each booking that needs a room and has one, by activity."""
    seats = {room.id: room.capacity for room in agenda.review.rooms}
    return {
        booking.activity: seats[booking.room]
        for booking in bookings
        if booking.room is not None and agenda.activity(booking.activity).room is RoomNeed.NEEDED
    }


def _still_coming(agenda: Agenda, booking: Booking) -> Booking:
    """Return a booking with those who must come, and those expected who came and are still free."""
    activity, free = agenda.activity(booking.activity), free_times(agenda)
    come = tuple(id for id in activity.expected if id in booking.attendees and is_free(free, id, booking))
    return replace(
        booking,
        attendees=(*activity.must, *come, *booking.panel),
        missing=tuple(id for id in activity.expected if id not in come),
        unseated=(),
    )
