"""An independent check of a timetable.

It asks each rule of the agenda what breaks it. The rules work on local times and minutes, and share no code with the
model: a wrong rule in the model cannot approve itself. What is no rule is asked in the modules of this package:
whether everything is booked once and as what it is, who is named, what is over, and whether what is told of the
timetable is so.
"""

from __future__ import annotations

from ltsched.domain.agenda import Agenda
from ltsched.domain.partial.kept import with_left_out
from ltsched.domain.replanning.waiting import with_waiting
from ltsched.domain.rules import Violation
from ltsched.domain.timetable import Timetable
from ltsched.errors import UnsoundTimetable
from ltsched.verify.bookings import agenda_violations, booking_violations
from ltsched.verify.invitations import invitation_violations
from ltsched.verify.left_out import left_out_violations
from ltsched.verify.over import over_violations, still_to_keep
from ltsched.verify.results import result_violations
from ltsched.verify.settled import overruled, settled_violations
from ltsched.verify.waiting import waiting_violations

__all__ = ["require_sound", "verify"]


def verify(agenda: Agenda, timetable: Timetable) -> tuple[Violation, ...]:
    """Return every rule that `timetable` breaks; nothing if it is sound.

    A timetable that does not book each activity of `agenda` exactly once, at times that carry a zone, is judged by
    that alone: the other rules have no meaning for it. What waits for the end of a hold that has none is not booked; no
    other hold lets anything wait. What is left out of a partial timetable is not booked either; but what is over or
    agreed on cannot be. What is over has to be as it was, and breaks no other rule; what
    people have agreed on has to lie there, and breaks no rule that gives way to them.
    """
    if timetable.waiting and not agenda.waiting:
        unfounded = tuple(waiting_violations(agenda, timetable))
        if unfounded:
            return unfounded
        agenda = with_waiting(agenda, timetable.waiting)
    if timetable.left_out and not agenda.left_out:
        unfounded = tuple(left_out_violations(agenda, timetable))
        if unfounded:
            return unfounded
        agenda = with_left_out(agenda, timetable.left_out)
    violations = tuple(agenda_violations(agenda, timetable.bookings))
    if violations:
        return violations
    bookings = {booking.activity: booking for booking in timetable.bookings}
    broken = (
        *booking_violations(agenda, timetable.bookings),
        *invitation_violations(agenda, timetable.bookings),
        *(violation for rule in agenda.rules for violation in rule.broken_by(bookings, agenda.working_days)),
    )
    return (
        *over_violations(agenda, timetable),
        *settled_violations(agenda, timetable.bookings),
        *overruled(agenda, timetable.bookings, still_to_keep(agenda, timetable.bookings, broken)),
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
