"""Is what a partial timetable leaves out on the agenda, and still open?"""

from __future__ import annotations

from collections.abc import Iterator

from ltsched.domain.agenda import Agenda
from ltsched.domain.rules import Violation
from ltsched.domain.settled import State
from ltsched.domain.timetable import Timetable

__all__ = ["left_out_violations"]


def left_out_violations(agenda: Agenda, timetable: Timetable) -> Iterator[Violation]:
    """Yield what is left out and is booked, is over, or has been agreed on; what is not on the agenda may be left out.

    It need not be any more: something left out may have been dropped since.
    """
    booked = {booking.activity for booking in timetable.bookings}
    agreed = {one.activity for one in agenda.review.settled if one.state is State.AGREED and one.day is not None}
    for one in timetable.left_out:
        if one.activity in booked:
            yield Violation("left out and booked", (one.activity,), f"{one.activity} is left out, and is booked")
        elif one.activity in agenda.over:
            yield Violation("left out", (one.activity,), f"{one.activity} is left out, and it is over")
        elif one.activity in agreed:
            yield Violation("left out", (one.activity,), f"{one.activity} is left out, and its time is agreed on")
