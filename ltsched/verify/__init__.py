"""An independent check of a timetable.

It works from the agenda and the diaries alone, on local times and minutes, and shares no code with the model: a wrong
rule in the model cannot approve itself. What it asks of a timetable is in the modules of this package, one kind of
question in each.
"""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Timetable
from ltsched.errors import UnsoundTimetable
from ltsched.verify.attendance import attendance_violations
from ltsched.verify.bookings import agenda_violations, booking_violations
from ltsched.verify.clashes import clash_violations
from ltsched.verify.over import over_violations, still_to_keep
from ltsched.verify.results import result_violations
from ltsched.verify.rooms import room_violations
from ltsched.verify.seats import seat_violations

__all__ = ["require_sound", "verify"]


def verify(agenda: Agenda, timetable: Timetable) -> tuple[Violation, ...]:
    """Return every rule that `timetable` breaks; nothing if it is sound.

    A timetable that does not book each activity of `agenda` exactly once, at times that carry a zone, is judged by
    that alone: the other rules have no meaning for it. What is over has to be as it was, and breaks no other rule.
    """
    violations = tuple(agenda_violations(agenda, timetable.bookings))
    if violations:
        return violations
    bookings = {booking.activity: booking for booking in timetable.bookings}
    rules = (*agenda.precedences, *agenda.daily_loads, agenda.shape)
    broken = (
        *booking_violations(agenda, timetable.bookings),
        *attendance_violations(agenda, timetable.bookings),
        *clash_violations(agenda, timetable.bookings),
        *room_violations(agenda, timetable.bookings),
        *seat_violations(agenda, timetable.bookings),
        *(violation for rule in rules for violation in rule.broken_by(bookings, agenda.working_days)),
    )
    return (
        *over_violations(agenda, timetable),
        *still_to_keep(agenda, timetable.bookings, broken),
        *result_violations(agenda, timetable),
    )


def require_sound(agenda: Agenda, timetable: Timetable) -> None:
    """Do nothing if `timetable` breaks no rule.

    Raises
    ------
    UnsoundTimetable
        It breaks one; the exception has every violation as a line.
    """
    violations = verify(agenda, timetable)
    if violations:
        raise UnsoundTimetable([str(violation) for violation in violations])
